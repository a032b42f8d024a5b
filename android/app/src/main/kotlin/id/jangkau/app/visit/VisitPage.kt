package id.jangkau.app.visit

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import android.widget.ScrollView
import id.jangkau.app.R
import id.jangkau.app.form.FieldColumn
import id.jangkau.app.form.FieldReports
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.Picker
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.column
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.stack
import id.jangkau.screen.Go
import id.jangkau.screen.Route
import id.jangkau.screen.visit.Adding
import id.jangkau.screen.visit.AddingWhat
import id.jangkau.screen.visit.VisitEvent
import id.jangkau.screen.visit.VisitState
import id.jangkau.source.FieldView
import id.jangkau.source.SearchHit

/** The visit form: rail, one section, and the way to the next. */
class VisitPage(private val context: Context, private val send: (VisitEvent) -> Unit) : Page<VisitState> {
    private val bar = AppBar(context).withBack { send(VisitEvent.Leave(Go.Back)) }
    private val top = VisitTop(context, bar) { send(VisitEvent.FirstError) }
    private val rail = SectionRail(context) { leaving(VisitEvent.Open(it)) }
    private val tabs = PageTabs(context) { leaving(VisitEvent.ShowPage(it)) }
    private val problem = ProblemBanner(context)
    private val findings = FindingList(context) { leaving(VisitEvent.Jump(it)) }
    private val header = SectionHeader(context) { leaving(VisitEvent.Same) }
    private val fields = FieldColumn(context, Reports())
    private val steps = StepBar(context, { leaving(VisitEvent.Previous) }, { leaving(VisitEvent.Next) })
    private val lines = VisitLines(context, ::leaving)
    private val scroll = ScrollView(context)
    private var picker: Picker? = null
    private var shownAdding: Adding? = null
    private var shownPlace: Pair<String?, Int>? = null
    private var shownJump: Any? = null
    private val frame: Frame

    override val view: View

    init {
        val form = context.column().pad(R.dimen.page_margin, R.dimen.space_4)
        form.stack(problem.view)
        form.stack(findings.view)
        (findings.view.layoutParams as LinearLayout.LayoutParams).bottomMargin = context.px(R.dimen.space_4)
        form.stack(header.view)
        form.stack(tabs.view, R.dimen.space_2)
        form.stack(fields.view, R.dimen.space_4)
        scroll.isFillViewport = true
        scroll.addView(form, FILL, FIT)
        frame = Frame(context, bar, nav = null, content = content(), actions = steps.view)
        view = frame.view
    }

    override fun show(state: VisitState) {
        top.show(state)
        problem.show(state.problem)
        val form = state.form ?: return
        rail.show(form.sections)
        tabs.show(state.pages, state.page)
        findings.show(state.findings)
        header.show(state)
        fields.show(lines.of(state))
        steps.show(state)
        adding(state.adding)
        scroll(state)
    }

    override fun leave() {
        fields.flush()
        fields.close()
        rail.close()
        picker?.close()
    }

    override fun keyboard(up: Boolean) = frame.keyboard(up)

    private fun content(): View = if (context.layout(R.bool.rail_at_side)) {
        context.line().apply {
            put(rail.view, context.px(R.dimen.rail_width), FILL)
            put(scroll, 0, FILL, 1f)
        }
    } else {
        context.column().apply {
            stack(rail.view)
            addView(scroll, LinearLayout.LayoutParams(FILL, 0, 1f))
        }
    }

    /** What was typed goes before whatever changes the page. */
    private fun leaving(event: VisitEvent) {
        fields.flush()
        send(event)
    }

    private fun adding(adding: Adding?) {
        if (adding == shownAdding) return
        shownAdding = adding
        picker?.close()
        if (adding == null) return
        val title = if (adding.what == AddingWhat.PROGRAM) R.string.add_program else R.string.add_case
        picker = Picker(context, context.getString(title), adding.choices).apply {
            open(canClear = false, cancelled = { send(VisitEvent.Add(adding.what, null)) }) {
                send(VisitEvent.Add(adding.what, it))
            }
        }
    }

    private fun scroll(state: VisitState) {
        val place = state.form?.section to state.page
        if (place != shownPlace) scroll.scrollTo(0, 0)
        shownPlace = place
        val jump = state.jump
        if (jump != null && jump != shownJump) scroll.post { fields.focus(jump) }
        shownJump = jump
    }

    private inner class Reports : FieldReports {
        override fun typed(field: FieldView, value: String) = send(VisitEvent.Typed(field.id, value))

        override fun opened(hit: SearchHit) = leaving(VisitEvent.Leave(Go.To(Route.Household(hit.household ?: hit.id))))
    }
}
