package id.jangkau.screen.finished

import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState
import id.jangkau.source.Finished
import id.jangkau.source.SyncChip

/** All the finish screen shows; [finished] is null until it was read. */
data class FinishedState(
    val visit: String,
    val chip: SyncChip?,
    val finished: Finished?,
    /** Which registration number is shown. */
    val card: Int,
    override val problem: Problem?,
) : ScreenState<FinishedState> {
    /** Whether a visit ended here, rather than an answer to the office: only a visit has a ULID. */
    val ofVisit: Boolean get() = visit.length == ULID

    override fun with(problem: Problem?) = copy(problem = problem)

    private companion object {
        const val ULID = 26
    }
}

/** What a person can do on the finish screen. */
sealed interface FinishedEvent {
    /** The screen came to the front, or a session ended. */
    data object Refresh : FinishedEvent

    /** Another of several numbers was chosen. */
    data class Show(val card: Int) : FinishedEvent

    /** "Selesai", or the chip. */
    data class Leave(val way: Go) : FinishedEvent
}
