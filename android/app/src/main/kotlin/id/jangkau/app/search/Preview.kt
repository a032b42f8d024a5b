package id.jangkau.app.search

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import android.widget.ScrollView
import id.jangkau.app.R
import id.jangkau.app.household.caseCards
import id.jangkau.app.household.programBadges
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.before
import id.jangkau.app.kit.button
import id.jangkau.app.kit.column
import id.jangkau.app.kit.facts
import id.jangkau.app.kit.heading
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.rule
import id.jangkau.app.kit.shown
import id.jangkau.app.kit.signAfter
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.together
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.upright
import id.jangkau.app.kit.words
import id.jangkau.screen.Go
import id.jangkau.screen.Route
import id.jangkau.screen.search.SearchEvent
import id.jangkau.screen.search.SearchState
import id.jangkau.source.HouseholdView
import id.jangkau.source.SearchHit

/** The family of the chosen person: open complaints are seen before a new one is made. */
class Preview(private val context: Context, private val send: (SearchEvent) -> Unit) {
    private val beside = context.layout(R.bool.preview_at_side)
    private val content = context.column()
    private val start = context.button(R.style.Button_Primary, context.getString(R.string.start_visit)) {
        send(SearchEvent.Start)
    }
        .signAfter(R.drawable.sign_arrow_right)
    private val open = context.button(R.style.Button_Plain, context.getString(R.string.view_household)) {
        send(SearchEvent.OpenHousehold)
    }
    private val close = context.button(R.style.Button_Quiet, context.getString(R.string.back_to_results)) {
        send(SearchEvent.Choose(null))
    }
    private var shown: Pair<SearchHit?, HouseholdView?>? = null

    /** The pane. */
    val view: View = context.line().apply {
        setBackgroundColor(context.tone(R.color.card))
        if (beside) upright()
        val column = context.column().pad(R.dimen.space_5, R.dimen.space_4)
        val scroll = ScrollView(context).apply { addView(content, FILL, FIT) }
        column.addView(scroll, LinearLayout.LayoutParams(FILL, 0, 1f))
        start.id = R.id.start_visit
        if (beside) start.together()
        if (beside) {
            listOf(start, open).forEach {
                column.stack(it, R.dimen.space_2)
            }
        } else {
            column.stack(inOneLine(), R.dimen.space_2)
        }
        put(column, 0, FILL, 1f)
    }

    private fun inOneLine(): View = if (context.layout(R.bool.narrow)) {
        inTwoLines()
    } else {
        context.line().apply {
            put(close)
            put(View(context), 0, 0, 1f)
            put(open).before(R.dimen.space_2)
            put(start).before(R.dimen.space_2)
        }
    }

    private fun inTwoLines() = context.column().apply {
        stack(close)
        val line = context.line()
        line.put(open, 0, weight = 1f)
        line.put(start, 0, weight = 1f).before(R.dimen.space_2)
        stack(line, R.dimen.space_1)
    }

    /** Draws the chosen hit, with its family once that is known. */
    fun show(state: SearchState) {
        val hit = state.chosen
        view.shown(if (beside) state.page?.hits.orEmpty().isNotEmpty() else hit != null)
        start.shown(hit != null)
        open.shown(hit?.household != null)
        if (shown == hit to state.preview) return
        shown = hit to state.preview
        content.removeAllViews()
        when (hit) {
            null -> content.stack(context.words(R.style.Text_Second, context.getString(R.string.choose_hit)))
            else -> draw(hit, state.preview)
        }
    }

    private fun draw(hit: SearchHit, family: HouseholdView?) {
        content.stack(context.heading(R.style.Text_Title, hit.title))
        content.stack(context.words(R.style.Text_Second, hit.subtitle))
        if (family == null) return
        content.stack(context.words(R.style.Text_BodyStrong, family.title), R.dimen.space_3)
        content.stack(context.words(R.style.Text_Second, family.address))
        content.stack(context.facts(family.facts), R.dimen.space_2)
        content.rule(R.dimen.space_4)
        if (family.programs.isNotEmpty()) {
            content.stack(
                context.heading(R.style.Text_BodyStrong, context.getString(R.string.programs)),
                R.dimen.space_3,
            )
            content.stack(context.programBadges(family.programs), R.dimen.space_2)
        }
        if (family.openCases.isNotEmpty()) {
            content.stack(
                context.heading(R.style.Text_BodyStrong, context.getString(R.string.open_cases)),
                R.dimen.space_4,
            )
            content.stack(
                context.caseCards(family.openCases) {
                    send(SearchEvent.Leave(Go.To(Route.Case(it.id))))
                },
                R.dimen.space_2,
            )
        }
    }
}
