package id.jangkau.screen

import id.jangkau.source.FieldFailure

/** What every screen's state can say: that something did not work. */
interface ScreenState<S> {
    val problem: Problem?

    /** Returns the state with another problem, or with none. */
    fun with(problem: Problem?): S
}

/**
 * Turns events into states; the only class of a screen that asks the core.
 *
 * [atOnce] runs on the screen's thread and asks nobody; [next] runs on the core's thread and may block.
 */
abstract class Presenter<S : ScreenState<S>, E> {
    /** What is shown before anything was read. */
    abstract val start: S

    /** What is sent whenever the screen comes to the front. */
    abstract val opening: E

    /** Returns where the screen stands, so that it can be found again after the process died. */
    abstract fun route(state: S): Route

    /** Returns what an event changes without asking the core. */
    open fun atOnce(now: S, event: E): S = now

    /** Asks the core. */
    protected abstract fun act(now: S, event: E): Turn<S>

    /** Returns what an event leads to; a failure becomes a problem on the screen that stays as it is. */
    fun next(now: S, event: E): Turn<S> = try {
        act(now, event)
    } catch (failure: FieldFailure.NotEnrolled) {
        Turn({ it.with(Problem.of(failure)) }, Go.Root(Route.Enrol))
    } catch (failure: FieldFailure) {
        Turn({ it.with(Problem.of(failure)) })
    }
}

/** What an event leads to: a change of whatever the state is by then, and maybe another screen. */
class Turn<S>(val change: (S) -> S, val go: Go? = null) {
    companion object {
        /** Returns a turn that leads to another screen and changes nothing. */
        fun <S> to(go: Go): Turn<S> = Turn({ it }, go)

        /** Returns a turn that changes nothing. */
        fun <S> none(): Turn<S> = Turn({ it })
    }
}
