package id.jangkau.screen.home

import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState
import id.jangkau.source.Home
import id.jangkau.source.TaskCard

/** All the first screen shows; [home] is null until it was read. */
data class HomeState(
    val home: Home?,
    val groups: List<TaskGroup>,
    override val problem: Problem?,
) : ScreenState<HomeState> {
    override fun with(problem: Problem?) = copy(problem = problem)
}

/** Cards under one heading, in the order the core gave them; [total] also counts those the list leaves out. */
data class TaskGroup(val heading: TaskHeading, val cards: List<TaskCard>, val total: Int)

/** The headings, in the order they stand. */
enum class TaskHeading { OVERDUE, WAITING, UNVISITED }

/** What a person can do on the first screen. */
sealed interface HomeEvent {
    /** The screen came to the front, or a session ended. */
    data object Refresh : HomeEvent

    /** A card was tapped. */
    data class Open(val card: TaskCard) : HomeEvent

    /** A way of the navigation column, the search box or the chip. */
    data class Leave(val way: Go) : HomeEvent
}
