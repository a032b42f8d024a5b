package id.jangkau.fake

import id.jangkau.screen.Go
import id.jangkau.screen.Loop
import id.jangkau.screen.Presenter
import id.jangkau.screen.ScreenState
import java.util.concurrent.Executor

/** Runs at once whatever it is given: tests wait for nothing. */
val atOnce = Executor { it.run() }

/** Keeps what it is given until a test runs it: what happens meanwhile can be seen. */
class Held : Executor {
    private val waiting = ArrayDeque<Runnable>()

    override fun execute(work: Runnable) {
        waiting.addLast(work)
    }

    /** Runs what waits, and what that brings. */
    fun run() {
        while (waiting.isNotEmpty()) waiting.removeFirst().run()
    }
}

/** A presenter in its loop, with the ways it took. */
class Asked<S : ScreenState<S>, E>(presenter: Presenter<S, E>, core: Executor = atOnce) {
    /** Where the presenter wanted to go. */
    val ways = ArrayList<Go>()

    /** Every state that was shown. */
    val shown = ArrayList<S>()

    private val loop = Loop(presenter, core, atOnce) { ways += it }.apply { watch { shown += it } }

    /** What is shown now. */
    val state: S get() = loop.state

    /** Sends events and returns what is shown after them. */
    fun after(vararg events: E): S {
        events.forEach(loop::send)
        return loop.state
    }
}
