package id.jangkau.app

import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.Route
import id.jangkau.screen.ScreenStack
import id.jangkau.screen.Syncer
import id.jangkau.screen.finished.FinishedDesk
import id.jangkau.source.Choice
import id.jangkau.source.FieldCore
import id.jangkau.source.FieldFailure

/** What a tablet is: the opened core, the session runner, the screens. Opened once a process, off the main thread. */
class Tablet(
    private val open: () -> FieldCore,
    private val threads: Threads,
    private val deviceName: String,
    private val caseKinds: List<Choice>,
) {
    /** How far the opening has come. */
    sealed interface State {
        /** The file is being opened. */
        data object Opening : State

        /** The core answers; [first] is where a new start begins. */
        class Open(
            val core: FieldCore,
            val syncer: Syncer,
            val screens: ScreenStack<LiveScreen<*, *>>,
            val first: Route,
        ) : State

        /** The file could not be opened. */
        class Failed(val problem: Problem) : State
    }

    /** How far the opening has come. */
    var state: State = State.Opening
        private set

    /** The numbers of finished visits, for the finish screen. */
    val desk = FinishedDesk()

    private val waiting = ArrayList<(State) -> Unit>()

    /** Is told when a visit was finished: something waits to be sent. */
    var onFinished: () -> Unit = {}

    /** Opens the core. */
    fun start() = threads.core.execute {
        val next = opened()
        threads.screen.execute {
            state = next
            waiting.forEach { it(next) }
            waiting.clear()
        }
    }

    /** Tells [ready] once the core is open or has failed to; at once if it is already. */
    fun whenOpen(ready: (State) -> Unit) {
        if (state == State.Opening) waiting.add(ready) else ready(state)
    }

    /** Runs [ask] on the core's thread. */
    fun ask(ask: (FieldCore) -> Unit) {
        val open = state as? State.Open ?: return
        threads.core.execute { ask(open.core) }
    }

    private fun opened(): State = try {
        val core = open()
        val first = if (core.account().enrolled) Route.Home else Route.Enrol
        val syncer = Syncer(core, threads.network, threads.screen)
        lateinit var stack: ScreenStack<LiveScreen<*, *>>
        val screens = Screens(core, syncer, threads, deviceName, caseKinds, desk) { way ->
            val enrolled = way == Go.Root(Route.Home) && stack.top.route == Route.Enrol
            stack.go(way)
            if (enrolled) syncer.start {}
            if (way is Go.Replace && way.route is Route.Finished) onFinished()
        }
        stack = ScreenStack(screens::make)
        syncer.onNews = { stack.all().lastOrNull()?.refresh() }
        State.Open(core, syncer, stack, first)
    } catch (failure: FieldFailure) {
        State.Failed(Problem.of(failure))
    }
}
