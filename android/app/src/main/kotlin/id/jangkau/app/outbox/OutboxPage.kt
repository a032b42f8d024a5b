package id.jangkau.app.outbox

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.ChipView
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.Nav
import id.jangkau.app.kit.Notice
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.RowList
import id.jangkau.app.kit.actionBar
import id.jangkau.app.kit.button
import id.jangkau.app.kit.column
import id.jangkau.app.kit.emptyBox
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.shown
import id.jangkau.app.kit.signBefore
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.words
import id.jangkau.screen.Route
import id.jangkau.screen.outbox.OutboxEvent
import id.jangkau.screen.outbox.OutboxState

/** What waits to be sent, record by record, and the one button that sends it now. */
class OutboxPage(private val context: Context, private val send: (OutboxEvent) -> Unit) : Page<OutboxState> {
    private val bar = AppBar(context).withMark()
    private val chip = ChipView(context) { send(OutboxEvent.SendNow) }
    private val nav = Nav(context, Route.Outbox) { send(OutboxEvent.Leave(it)) }
    private val problem = ProblemBanner(context)
    private val report = Notice(context, Notice.Kind.INFO).apply { id = R.id.report }
    private val rows = RowList(context, kinds = 1)
    private val empty = context.emptyBox(
        context.getString(R.string.outbox_empty),
        context.getString(R.string.outbox_empty_when),
    )
    private val sendNow = context.button(R.style.Button_Primary, context.getString(R.string.send_now)) {
        send(OutboxEvent.SendNow)
    }
        .signBefore(R.drawable.sign_sync)
    private val remark = context.words(R.style.Text_Meta, context.getString(R.string.outbox_remark))
    private val frame: Frame

    override val view: View

    init {
        sendNow.id = R.id.send_now
        bar.show(context.getString(R.string.nav_outbox), context.getString(R.string.outbox_rule))
        bar.end.addView(chip)
        val content = context.column().pad(R.dimen.page_margin, R.dimen.space_4)
        content.stack(problem.view)
        content.stack(report)
        content.stack(empty, R.dimen.space_2)
        content.addView(rows, LinearLayout.LayoutParams(FILL, 0, 1f))
        frame = Frame(context, bar, nav, content, actions = context.actionBar(remark, sendNow))
        view = frame.view
    }

    override fun show(state: OutboxState) {
        val running = state.news.running
        chip.show(state.home?.chip)
        nav.show(state.home?.drafts ?: 0, state.home?.returned ?: 0)
        problem.show(state.problem ?: state.news.problem.takeIf { !running })
        report.say(state.news.report?.text.takeIf { !running })
        empty.shown(state.items?.isEmpty() == true)
        rows.show(OutboxRow.card(state.items.orEmpty()))
        sendNow.setText(if (running) R.string.sending_now else R.string.send_now)
        sendNow.isActivated = running
    }
}
