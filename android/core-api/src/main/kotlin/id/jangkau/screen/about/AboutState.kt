package id.jangkau.screen.about

import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState
import id.jangkau.source.Account
import id.jangkau.source.Home

/** All "Lainnya" shows; [account] is null until it was read. */
data class AboutState(
    val account: Account?,
    val home: Home?,
    override val problem: Problem?,
) : ScreenState<AboutState> {
    override fun with(problem: Problem?) = copy(problem = problem)
}

/** What a person can do in "Lainnya". */
sealed interface AboutEvent {
    /** The screen came to the front, or a session ended. */
    data object Refresh : AboutEvent

    /** A way of the navigation column or the chip. */
    data class Leave(val way: Go) : AboutEvent
}
