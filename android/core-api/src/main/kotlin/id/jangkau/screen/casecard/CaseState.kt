package id.jangkau.screen.casecard

import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState
import id.jangkau.source.CaseView

/** All the page of a case shows; [view] is null until it was read. */
data class CaseState(val id: String, val view: CaseView?, override val problem: Problem?) : ScreenState<CaseState> {
    override fun with(problem: Problem?) = copy(problem = problem)
}

/** What a person can do on the page of a case. */
sealed interface CaseEvent {
    /** The screen came to the front, or a session ended. */
    data object Refresh : CaseEvent

    /** The arrow in the app bar. */
    data class Leave(val way: Go) : CaseEvent
}
