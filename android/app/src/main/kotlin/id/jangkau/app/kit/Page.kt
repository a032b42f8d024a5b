package id.jangkau.app.kit

import android.view.View

/** One screen's view: draws states and reports events; decides nothing. */
interface Page<S> {
    /** What is seen. */
    val view: View

    /** Draws a state. */
    fun show(state: S)

    /** Reports what was typed and not reported yet: the screen is about to go. */
    fun leave() = Unit

    /** The keyboard came up or went away. */
    fun keyboard(up: Boolean) = Unit
}
