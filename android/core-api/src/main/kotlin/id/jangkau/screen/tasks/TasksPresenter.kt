package id.jangkau.screen.tasks

import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.Turn
import id.jangkau.source.VisitSource
import id.jangkau.source.WorkSource

/** Reads the visits that were begun, or the records that came back. */
class TasksPresenter(
    private val list: TaskList,
    private val work: WorkSource,
    private val visits: VisitSource,
) : Presenter<TasksState, TasksEvent>() {
    private val opener = TaskOpener(visits)

    override val start = TasksState(list, home = null, cards = null, problem = null)

    override val opening = TasksEvent.Refresh

    override fun route(state: TasksState) = when (list) {
        TaskList.DRAFTS -> Route.Drafts
        TaskList.RETURNED -> Route.ReturnedList
    }

    override fun act(now: TasksState, event: TasksEvent): Turn<TasksState> = when (event) {
        TasksEvent.Refresh -> read()
        is TasksEvent.Open -> opener.way(event.card)?.let { Turn.to(it) } ?: Turn.none()
        is TasksEvent.Discard -> discard(event)
        is TasksEvent.Leave -> Turn.to(event.way)
    }

    private fun discard(event: TasksEvent.Discard): Turn<TasksState> {
        event.card.visit?.let(visits::discard)
        return read()
    }

    private fun read(): Turn<TasksState> {
        val home = work.home()
        val cards = when (list) {
            TaskList.DRAFTS -> work.openVisits()
            TaskList.RETURNED -> work.returned()
        }
        return Turn({ it.copy(home = home, cards = cards, problem = null) })
    }
}
