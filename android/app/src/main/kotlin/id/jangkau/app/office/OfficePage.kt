package id.jangkau.app.office

import android.content.Context
import android.view.View
import android.widget.ScrollView
import id.jangkau.app.R
import id.jangkau.app.form.FieldColumn
import id.jangkau.app.form.FieldReports
import id.jangkau.app.form.FormLine
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.ChipView
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.actionBar
import id.jangkau.app.kit.button
import id.jangkau.app.kit.column
import id.jangkau.app.kit.facts
import id.jangkau.app.kit.heading
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.shown
import id.jangkau.app.kit.signBefore
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.words
import id.jangkau.screen.Go
import id.jangkau.screen.Route
import id.jangkau.screen.office.OfficeEvent
import id.jangkau.screen.office.OfficeState
import id.jangkau.source.FieldId
import id.jangkau.source.FieldView
import id.jangkau.source.OfficeTask
import id.jangkau.source.SearchHit

/** What the office asks: the words to say or the question first, then what is asked back. */
class OfficePage(private val context: Context, private val send: (OfficeEvent) -> Unit) : Page<OfficeState> {
    private val bar = AppBar(context).withBack { leaving(OfficeEvent.Leave(Go.Back)) }
    private val chip = ChipView(context) { leaving(OfficeEvent.Leave(Go.To(Route.Outbox))) }
    private val problem = ProblemBanner(context)
    private val card = context.column()
    private val fields = FieldColumn(context, Reports())
    private val case = context.button(R.style.Button_Plain, context.getString(R.string.view_case)) { openCase() }
    private val save = context.button(R.style.Button_Primary, context.getString(R.string.save_answer)) {
        leaving(OfficeEvent.Save)
    }
    private val frame: Frame
    private var shown: OfficeTask? = null
    private var shownJump: FieldId? = null

    override val view: View

    init {
        bar.end.addView(chip)
        save.id = R.id.save_answer
        val content = context.column().pad(R.dimen.page_margin, R.dimen.space_4)
        content.stack(problem.view)
        content.stack(card)
        content.stack(fields.view, R.dimen.space_5)
        val scroll = ScrollView(context).apply { addView(content, FILL, FIT) }
        val actions = context.actionBar(null, case, save.signBefore(R.drawable.sign_check))
        frame = Frame(context, bar, nav = null, content = scroll, actions = actions)
        view = frame.view
    }

    override fun show(state: OfficeState) {
        chip.show(state.chip)
        problem.show(state.problem)
        val task = state.task
        save.shown(task != null)
        case.shown(task != null)
        if (task == null) return
        bar.show(task.title, task.subtitle)
        if (task != shown) said(task)
        shown = task
        fields.show(state.fields.map { FormLine.Field(it, it.value, emptyList()) })
        val jump = state.jump
        if (jump != null && jump != shownJump) view.post { fields.focus(jump) }
        shownJump = jump
    }

    override fun leave() {
        fields.flush()
        fields.close()
    }

    override fun keyboard(up: Boolean) = frame.keyboard(up)

    private fun said(task: OfficeTask) {
        card.removeAllViews()
        card.setBackgroundResource(R.drawable.card)
        card.pad(R.dimen.space_5, R.dimen.space_4)
        card.stack(context.heading(R.style.Text_Section, task.heading))
        card.stack(context.words(R.style.Text_Sentence, task.said), R.dimen.space_1)
        card.stack(context.facts(task.facts), R.dimen.space_3)
    }

    private fun openCase() {
        shown?.let { leaving(OfficeEvent.Leave(Go.To(Route.Case(it.case)))) }
    }

    private fun leaving(event: OfficeEvent) {
        fields.flush()
        send(event)
    }

    private inner class Reports : FieldReports {
        override fun typed(field: FieldView, value: String) = send(OfficeEvent.Typed(field.key, value))

        override fun opened(hit: SearchHit) = Unit
    }
}
