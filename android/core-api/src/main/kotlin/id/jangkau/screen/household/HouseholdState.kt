package id.jangkau.screen.household

import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState
import id.jangkau.source.HouseholdView
import id.jangkau.source.SyncChip

/** All the page of a family shows; [view] is null until it was read. */
data class HouseholdState(
    val id: String,
    val chip: SyncChip?,
    val view: HouseholdView?,
    override val problem: Problem?,
) : ScreenState<HouseholdState> {
    override fun with(problem: Problem?) = copy(problem = problem)
}

/** What a person can do on the page of a family. */
sealed interface HouseholdEvent {
    /** The screen came to the front, or a session ended. */
    data object Refresh : HouseholdEvent

    /** "Mulai kunjungan". */
    data object Start : HouseholdEvent

    /** The arrow, a case or the chip was tapped. */
    data class Leave(val way: Go) : HouseholdEvent
}
