package id.jangkau.screen.tasks

import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState
import id.jangkau.source.Home
import id.jangkau.source.TaskCard

/** All a list of one kind of work shows; [cards] is null until it was read. */
data class TasksState(
    val list: TaskList,
    val home: Home?,
    val cards: List<TaskCard>?,
    override val problem: Problem?,
) : ScreenState<TasksState> {
    override fun with(problem: Problem?) = copy(problem = problem)
}

/** Which list it is. */
enum class TaskList { DRAFTS, RETURNED }

/** What a person can do in the list. */
sealed interface TasksEvent {
    /** The screen came to the front, or a session ended. */
    data object Refresh : TasksEvent

    /** A card was tapped. */
    data class Open(val card: TaskCard) : TasksEvent

    /** "Hapus draf" of a card was confirmed. */
    data class Discard(val card: TaskCard) : TasksEvent

    /** A way of the navigation column or the chip. */
    data class Leave(val way: Go) : TasksEvent
}
