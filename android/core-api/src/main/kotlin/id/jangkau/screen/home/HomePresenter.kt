package id.jangkau.screen.home

import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.Turn
import id.jangkau.screen.tasks.TaskOpener
import id.jangkau.source.TaskCard
import id.jangkau.source.TaskKind
import id.jangkau.source.VisitSource
import id.jangkau.source.WorkSource

/** Reads today's work and puts it under its headings. */
class HomePresenter(private val work: WorkSource, visits: VisitSource) : Presenter<HomeState, HomeEvent>() {
    private val opener = TaskOpener(visits)

    override val start = HomeState(home = null, groups = emptyList(), problem = null)

    override val opening = HomeEvent.Refresh

    override fun route(state: HomeState) = Route.Home

    override fun act(now: HomeState, event: HomeEvent): Turn<HomeState> = when (event) {
        HomeEvent.Refresh -> read()
        is HomeEvent.Open -> opener.way(event.card)?.let { Turn.to(it) } ?: Turn.none()
        is HomeEvent.Leave -> Turn.to(event.way)
    }

    private fun read(): Turn<HomeState> {
        val home = work.home()
        val unvisited = home.counts.firstOrNull { it.key == "unvisited" }?.number ?: 0
        val groups = home.tasks.groupBy(::heading).map { (heading, cards) ->
            TaskGroup(heading, cards, maxOf(cards.size, if (heading == TaskHeading.UNVISITED) unvisited else 0))
        }
        return Turn({ it.copy(home = home, groups = groups.sortedBy(TaskGroup::heading), problem = null) })
    }

    private fun heading(card: TaskCard) = when {
        card.urgent -> TaskHeading.OVERDUE
        card.kind == TaskKind.UNVISITED -> TaskHeading.UNVISITED
        else -> TaskHeading.WAITING
    }
}
