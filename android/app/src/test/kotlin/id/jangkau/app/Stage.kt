package id.jangkau.app

import android.content.Intent
import android.os.Bundle
import android.os.Looper
import android.view.View
import android.view.ViewGroup
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import android.widget.ListView
import android.widget.TextView
import id.jangkau.fake.FakeCore
import id.jangkau.screen.Route
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController

/** The running app in a test: what is seen, and hands to type and tap with. */
class Stage(routes: List<Route> = emptyList(), saved: Bundle? = null, private val fingers: Fingers = Touch) {
    /** Starts and ends the activity. */
    val controller: ActivityController<MainActivity> = Robolectric.buildActivity(MainActivity::class.java, Intent())

    /** What is seen. */
    var activity: MainActivity = controller.get()
        private set

    /** The core in memory; only in a [FakeApp]. */
    val core: FakeCore get() = (RuntimeEnvironment.getApplication() as FakeApp).fake

    init {
        val state = saved ?: Bundle().apply {
            putStringArrayList("routes", routes.mapTo(ArrayList()) { it.write() })
        }
        controller.create(state).start().resume().visible()
        idle()
    }

    /** All that is seen. */
    val root: View get() = activity.window.decorView

    /** Everything written on the screen, in reading order. */
    val words: List<String>
        get() = root.all().filter {
            it.isShown
        }.filterIsInstance<TextView>().map { it.text.toString() }.filter { it.isNotEmpty() }

    /** Lets everything run that is due now. */
    fun idle() = shadowOf(Looper.getMainLooper()).idle()

    /** Lets the tablet's clock run on; nobody waits for it. */
    fun pause(millis: Long = 1_000) = shadowOf(Looper.getMainLooper()).idleFor(java.time.Duration.ofMillis(millis))

    /** Returns the view with an id. */
    fun <T : View> view(
        id: Int,
    ): T = checkNotNull(root.findViewById<T>(id)) { "no view ${activity.resources.getResourceEntryName(id)}" }

    /** Returns the views that keep a tag. */
    fun tagged(key: Int, value: String): List<View> = root.all().filter { it.getTag(key) == value }

    /** Returns the typed field of a document. */
    fun field(key: String): EditText = tagged(R.id.field_key, key).filterIsInstance<EditText>().single()

    /** Returns the first view that shows exactly these words. */
    fun saying(text: String): View = root.all().first { it is TextView && it.isShown && it.text.toString() == text }

    /** Taps what says these words, or the row it belongs to. */
    fun tap(text: String) = tap(saying(text))

    /** Presses a view, or what it is a part of. */
    fun tap(view: View) = fingers.press(this, generateSequence(view) { it.parent as? View }.first { it.isClickable })

    /** Presses an entry of an open list. */
    fun choose(list: ListView, at: Int) {
        list.setSelection(at)
        idle()
        fingers.pick(this, list, at)
    }

    /** Types as a keyboard does: the field gets the focus, its old text goes, the new comes letter by letter. */
    fun type(field: EditText, text: String) {
        fingers.enter(this, field)
        field.text.clear()
        val keyboard = field.onCreateInputConnection(EditorInfo())
        text.forEach { keyboard.commitText(it.toString(), 1) }
        idle()
    }

    /** Turns the tablet; the activity is made anew. */
    fun turn(qualifiers: String) {
        RuntimeEnvironment.setQualifiers(qualifiers)
        controller.configurationChange()
        activity = controller.get()
        controller.visible()
        idle()
    }

    /** Ends the activity as the system does when it needs the memory, and returns what it kept. */
    fun kill(): Bundle {
        val kept = Bundle()
        controller.pause().saveInstanceState(kept).stop().destroy()
        idle()
        return kept
    }
}

/** Returns a view and all in it. */
fun View.all(): List<View> =
    listOf(this) +
        (
            (this as? ViewGroup)?.let { group ->
                (0 until group.childCount).flatMap { group.getChildAt(it).all() }
            }.orEmpty()
        )
