package id.jangkau.app.household

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import android.widget.ScrollView
import id.jangkau.app.R
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.ChipView
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.Notice
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.actionBar
import id.jangkau.app.kit.before
import id.jangkau.app.kit.button
import id.jangkau.app.kit.column
import id.jangkau.app.kit.emptyBox
import id.jangkau.app.kit.facts
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.signAfter
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.titledCard
import id.jangkau.app.kit.words
import id.jangkau.screen.Go
import id.jangkau.screen.Route
import id.jangkau.screen.household.HouseholdEvent
import id.jangkau.screen.household.HouseholdState
import id.jangkau.source.HouseholdView

/** One family: who lives here, what they receive, what is open, what was said last. */
class HouseholdPage(private val context: Context, private val send: (HouseholdEvent) -> Unit) : Page<HouseholdState> {
    private val bar = AppBar(context).withBack { send(HouseholdEvent.Leave(Go.Back)) }
    private val chip = ChipView(context) { send(HouseholdEvent.Leave(Go.To(Route.Outbox))) }
    private val problem = ProblemBanner(context)
    private val lastVisit = context.words(R.style.Text_Meta)
    private val badge = Notice(context, Notice.Kind.DOUBLE)
    private val parts = context.column()
    private val beside = context.layout(R.bool.preview_at_side)
    private var shown: HouseholdView? = null

    override val view: View

    init {
        bar.end.addView(chip)
        val content = context.column().pad(R.dimen.page_margin, R.dimen.space_4)
        content.stack(problem.view)
        content.stack(badge)
        content.stack(parts)
        val scroll = ScrollView(context).apply { addView(content, FILL, FIT) }
        val start = context.button(R.style.Button_Primary, context.getString(R.string.start_visit)) {
            send(HouseholdEvent.Start)
        }
        start.id = R.id.start_visit
        start.signAfter(R.drawable.sign_arrow_right)
        view = Frame(context, bar, nav = null, content = scroll, actions = context.actionBar(lastVisit, start)).view
    }

    override fun show(state: HouseholdState) {
        chip.show(state.chip)
        problem.show(state.problem)
        badge.say(state.view?.badge)
        val family = state.view ?: return
        bar.show(family.title, family.address)
        lastVisit.text = family.lastVisitText
        if (family == shown) return
        shown = family
        parts.removeAllViews()
        if (beside) {
            sideBySide(family)
        } else {
            (people(family) + state(family)).forEach {
                parts.stack(it, R.dimen.space_3)
            }
        }
    }

    private fun sideBySide(family: HouseholdView) {
        val left = context.column()
        people(family).forEach { left.stack(it, R.dimen.space_3) }
        val right = context.column()
        state(family).forEach { right.stack(it, R.dimen.space_3) }
        val line = context.line().apply { gravity = android.view.Gravity.TOP }
        line.put(left, 0, FIT, 1f)
        line.put(right, context.px(R.dimen.preview_width), FIT).before(R.dimen.space_5)
        parts.stack(line)
    }

    private fun people(family: HouseholdView): List<View> = listOf(
        context.titledCard(context.getString(R.string.members), context.memberRows(family.members)),
        context.titledCard(
            context.getString(R.string.about_household),
            context.facts(family.facts).pad(R.dimen.space_4, R.dimen.space_3),
        ),
    )

    private fun state(family: HouseholdView): List<View> {
        val cases: View = if (family.openCases.isEmpty()) {
            context.emptyBox(context.getString(R.string.no_cases), context.getString(R.string.no_cases_when))
        } else {
            context.caseCards(family.openCases) { send(HouseholdEvent.Leave(Go.To(Route.Case(it.id)))) }
        }
        val programs: View = if (family.programs.isEmpty()) {
            context.words(R.style.Text_Second, context.getString(R.string.no_programs))
        } else {
            context.programBadges(family.programs)
        }
        return listOf(padded(R.string.open_cases, cases), padded(R.string.programs, programs))
    }

    private fun padded(title: Int, content: View): LinearLayout {
        val inner = context.column().pad(R.dimen.space_4, R.dimen.space_3)
        inner.stack(content)
        return context.titledCard(context.getString(title), inner)
    }
}
