package id.jangkau.screen.outbox

import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState
import id.jangkau.screen.SyncNews
import id.jangkau.source.Home
import id.jangkau.source.OutboxItem

/** All the list behind the chip shows; [items] is null until it was read. */
data class OutboxState(
    val home: Home?,
    val items: List<OutboxItem>?,
    val news: SyncNews,
    override val problem: Problem?,
) : ScreenState<OutboxState> {
    override fun with(problem: Problem?) = copy(problem = problem)
}

/** What a person can do in the list behind the chip. */
sealed interface OutboxEvent {
    /** The screen came to the front, or a session began or ended. */
    data object Refresh : OutboxEvent

    /** "Kirim sekarang". */
    data object SendNow : OutboxEvent

    /** The arrow in the app bar. */
    data class Leave(val way: Go) : OutboxEvent
}
