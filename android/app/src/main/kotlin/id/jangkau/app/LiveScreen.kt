package id.jangkau.app

import android.content.Context
import id.jangkau.app.kit.Page
import id.jangkau.screen.Loop
import id.jangkau.screen.Route
import id.jangkau.screen.ScreenState

/** A screen on the stack: its loop, which outlives rotation, and how its view is made. */
class LiveScreen<S : ScreenState<S>, E>(
    private val loop: Loop<S, E>,
    private val draw: (Context, (E) -> Unit) -> Page<S>,
) {
    /** Where the screen stands, to be found again after the process died. */
    val route: Route get() = loop.presenter.route(loop.state)

    /** Makes the view and keeps it up to date. */
    fun page(context: Context): Page<S> {
        val page = draw(context, loop::send)
        loop.watch(page::show)
        return page
    }

    /** Reads again: the screen came to the front, or a session ended. */
    fun refresh() = loop.send(loop.presenter.opening)

    /** Forgets the view. */
    fun unwatch() = loop.watch(null)
}
