package id.jangkau.app.casecard

import android.content.Context
import android.view.View
import android.widget.ScrollView
import id.jangkau.app.R
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.Badge
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.Meaning
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.before
import id.jangkau.app.kit.caseNumber
import id.jangkau.app.kit.column
import id.jangkau.app.kit.facts
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.put
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.titledCard
import id.jangkau.app.kit.words
import id.jangkau.screen.Go
import id.jangkau.screen.casecard.CaseEvent
import id.jangkau.screen.casecard.CaseState
import id.jangkau.source.CaseView

/** Where a case stands: the citizen's word, what was recorded, what happened. */
class CasePage(private val context: Context, private val send: (CaseEvent) -> Unit) : Page<CaseState> {
    private val bar = AppBar(context).withBack { send(CaseEvent.Leave(Go.Back)) }
    private val problem = ProblemBanner(context)
    private val parts = context.column()
    private var shown: CaseView? = null

    override val view: View

    init {
        val content = context.column().pad(R.dimen.page_margin, R.dimen.space_4)
        content.stack(problem.view)
        content.stack(parts)
        val scroll = ScrollView(context).apply { addView(content, FILL, FIT) }
        view = Frame(context, bar, nav = null, content = scroll, actions = null).view
    }

    override fun show(state: CaseState) {
        problem.show(state.problem)
        val case = state.view ?: return
        bar.show(case.title, case.number)
        if (case == shown) return
        shown = case
        parts.removeAllViews()
        val head = context.line()
        head.put(context.words(R.style.Text_Title, context.caseNumber(case.number)))
        head.put(Badge(context).apply { show(case.stateText, Meaning.LAUT) }).before(R.dimen.space_4)
        parts.stack(head)
        if (case.word.isNotEmpty()) {
            parts.stack(
                context.words(R.style.Text_Said, context.getString(R.string.word_to_citizen, case.word)),
                R.dimen.space_2,
            )
        }
        parts.stack(card(R.string.recorded, context.facts(case.facts)), R.dimen.space_4)
        parts.stack(card(R.string.history, context.facts(case.history)), R.dimen.space_4)
    }

    private fun card(title: Int, content: View): View {
        val inner = context.column().pad(R.dimen.space_4, R.dimen.space_3)
        inner.stack(content)
        return context.titledCard(context.getString(title), inner)
    }
}
