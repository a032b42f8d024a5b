package id.jangkau.app

import android.graphics.Rect
import android.os.SystemClock
import android.view.KeyEvent
import android.view.MotionEvent
import android.view.View
import android.view.ViewConfiguration
import android.widget.ListView
import androidx.test.platform.app.InstrumentationRegistry

/** How a person presses what is seen. */
interface Fingers {
    /** Presses a view that can be pressed. */
    fun press(stage: Stage, view: View)

    /** Brings the cursor into a field. */
    fun enter(stage: Stage, view: View)

    /** Picks an entry of an open list; it is in sight. */
    fun pick(stage: Stage, list: ListView, at: Int)
}

/** A finger on the glass: the view must be in sight, and nothing may lie over it. */
object Touch : Fingers {
    override fun press(stage: Stage, view: View) {
        val (x, y) = stage.middleOf(view)
        val root = view.rootView
        val at = SystemClock.uptimeMillis()
        root.touch(MotionEvent.ACTION_DOWN, at, x, y)
        stage.pause(ViewConfiguration.getTapTimeout().toLong() + 1)
        check(view.isPressed) { "the finger does not reach ${stage.named(view)}" }
        root.touch(MotionEvent.ACTION_UP, at, x, y)
        stage.idle()
    }

    override fun enter(stage: Stage, view: View) {
        stage.middleOf(view)
        view.requestFocus()
        check(view.isFocused) { "${stage.named(view)} takes no cursor" }
    }

    override fun pick(stage: Stage, list: ListView, at: Int) {
        val row = checkNotNull(list.getChildAt(at - list.firstVisiblePosition)) { "no entry $at in sight" }
        val (x, y) = stage.middleOf(row)
        val down = SystemClock.uptimeMillis()
        list.rootView.touch(MotionEvent.ACTION_DOWN, down, x, y)
        list.rootView.touch(MotionEvent.ACTION_UP, down, x, y)
        stage.pause(ViewConfiguration.getPressedStateDuration().toLong() + 1)
    }

    private fun View.touch(action: Int, down: Long, x: Float, y: Float) {
        val event = MotionEvent.obtain(down, SystemClock.uptimeMillis(), action, x, y, 0)
        dispatchTouchEvent(event)
        event.recycle()
    }

    /** Brings a view into sight and returns the middle of what is seen of it. */
    private fun Stage.middleOf(view: View): Pair<Float, Float> {
        view.requestRectangleOnScreen(Rect(0, 0, view.width, view.height), true)
        idle()
        val seen = Rect()
        check(view.isShown && view.getGlobalVisibleRect(seen)) { "${named(view)} is not in sight" }
        return seen.exactCenterX() to seen.exactCenterY()
    }
}

/** A keyboard without a finger: the focus goes from view to view until it is there, Enter presses. */
object Keys : Fingers {
    override fun press(stage: Stage, view: View) {
        enter(stage, view)
        key(view, KeyEvent.KEYCODE_ENTER)
        stage.idle()
    }

    override fun enter(stage: Stage, view: View) {
        val seen = way(stage, view.rootView) { it === view }
        check(view.isFocused) {
            "the keyboard does not reach ${stage.named(view)}; it came by ${seen.map(stage::named)}"
        }
    }

    /** Lets the focus go on and on until it is where it should be or has come round; returns where it was. */
    fun way(stage: Stage, root: View, there: (View) -> Boolean = { false }): Set<View> {
        untouched(stage, root)
        val seen = LinkedHashSet<View>()
        var now: View? = root.findFocus() ?: first(root)
        while (now != null && seen.add(now) && !there(now)) {
            now = now.focusSearch(View.FOCUS_FORWARD)?.also(View::requestFocus)
            stage.idle()
        }
        return seen
    }

    /** Nobody has touched the glass: what is focused may be anything that can be pressed. */
    private fun untouched(stage: Stage, root: View) {
        InstrumentationRegistry.getInstrumentation().setInTouchMode(false)
        root.viewRootImpl.touchModeChanged(false)
        stage.idle()
    }

    override fun pick(stage: Stage, list: ListView, at: Int) {
        enter(stage, list)
        list.setSelection(at)
        stage.idle()
        key(list, KeyEvent.KEYCODE_ENTER)
        stage.pause(ViewConfiguration.getPressedStateDuration().toLong() + 1)
    }

    private fun first(root: View): View? =
        root.getFocusables(View.FOCUS_FORWARD).firstOrNull { it !== root && it.isShown }?.also(View::requestFocus)

    private fun key(view: View, code: Int) {
        view.rootView.dispatchKeyEvent(KeyEvent(KeyEvent.ACTION_DOWN, code))
        view.rootView.dispatchKeyEvent(KeyEvent(KeyEvent.ACTION_UP, code))
    }
}

/** Returns what a fault calls a view. */
fun Stage.named(view: View): String {
    val id = if (view.id > 0xffffff) activity.resources.getResourceEntryName(view.id) else ""
    val words = view.all().filterIsInstance<android.widget.TextView>().joinToString(" ") { it.text }.take(40)
    return "${view.javaClass.simpleName} $id “$words”"
}
