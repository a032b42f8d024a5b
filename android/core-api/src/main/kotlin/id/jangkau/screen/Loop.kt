package id.jangkau.screen

import java.util.concurrent.Executor

/**
 * Carries events to a presenter and its states back.
 *
 * Events are sent and states shown on the [screen] executor; the presenter asks the core on the [core] executor, one
 * event after the other, so what was typed is saved in the order of typing. It outlives the view that watches it.
 */
class Loop<S : ScreenState<S>, E>(
    val presenter: Presenter<S, E>,
    private val core: Executor,
    private val screen: Executor,
    private val onGo: (Go) -> Unit,
) {
    /** What is shown now. */
    var state: S = presenter.start
        private set

    private var watcher: ((S) -> Unit)? = null

    /** Shows the state to [watcher], now and after every change; null ends it. */
    fun watch(watcher: ((S) -> Unit)?) {
        this.watcher = watcher
        watcher?.invoke(state)
    }

    /** Takes an event. */
    fun send(event: E) {
        become(presenter.atOnce(state, event))
        val now = state
        core.execute {
            val turn = presenter.next(now, event)
            screen.execute {
                become(turn.change(state))
                turn.go?.let(onGo)
            }
        }
    }

    private fun become(next: S) {
        if (next != state) {
            state = next
            watcher?.invoke(next)
        }
    }
}
