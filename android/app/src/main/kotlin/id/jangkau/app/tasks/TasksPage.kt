package id.jangkau.app.tasks

import android.app.AlertDialog
import android.content.Context
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.ChipView
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.Nav
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.RowList
import id.jangkau.app.kit.column
import id.jangkau.app.kit.emptyBox
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.shown
import id.jangkau.app.kit.stack
import id.jangkau.screen.Go
import id.jangkau.screen.Route
import id.jangkau.screen.tasks.TaskList
import id.jangkau.screen.tasks.TasksEvent
import id.jangkau.screen.tasks.TasksState
import id.jangkau.source.TaskCard

/** A list of one kind of work: visits that were begun, or records that came back. */
class TasksPage(
    private val context: Context,
    list: TaskList,
    private val send: (TasksEvent) -> Unit,
) : Page<TasksState> {
    private val drafts = list == TaskList.DRAFTS
    private val bar = AppBar(context).withMark()
    private val chip = ChipView(context) { send(TasksEvent.Leave(Go.To(Route.Outbox))) }
    private val nav = Nav(context, if (drafts) Route.Drafts else Route.ReturnedList) { send(TasksEvent.Leave(it)) }
    private val problem = ProblemBanner(context)
    private val rows = RowList(context, kinds = 1)
    private val empty = context.emptyBox(
        context.getString(if (drafts) R.string.no_drafts else R.string.no_returned),
        context.getString(if (drafts) R.string.no_drafts_when else R.string.no_returned_when),
    )
    private val frame: Frame
    private var asking: AlertDialog? = null

    override val view: View

    init {
        bar.show(
            context.getString(if (drafts) R.string.nav_drafts else R.string.nav_returned),
            context.getString(if (drafts) R.string.drafts_rule else R.string.returned_rule),
        )
        bar.end.addView(chip)
        val content = context.column().pad(R.dimen.page_margin, R.dimen.space_4)
        content.stack(problem.view)
        content.stack(empty)
        content.addView(rows, LinearLayout.LayoutParams(FILL, 0, 1f))
        frame = Frame(context, bar, nav, content, actions = null)
        view = frame.view
    }

    override fun show(state: TasksState) {
        chip.show(state.home?.chip)
        nav.show(state.home?.drafts ?: 0, state.home?.returned ?: 0)
        problem.show(state.problem)
        empty.shown(state.cards?.isEmpty() == true)
        rows.show(TaskRow.card(state.cards.orEmpty(), ::open, if (drafts) ::discard else null))
    }

    override fun leave() {
        asking?.dismiss()
    }

    private fun open(card: TaskCard) = send(TasksEvent.Open(card))

    private fun discard(card: TaskCard) {
        asking = AlertDialog.Builder(context)
            .setTitle(R.string.discard_question)
            .setMessage(card.title)
            .setNegativeButton(R.string.cancel, null)
            .setPositiveButton(R.string.discard_draft) { _, _ -> send(TasksEvent.Discard(card)) }
            .show()
    }
}
