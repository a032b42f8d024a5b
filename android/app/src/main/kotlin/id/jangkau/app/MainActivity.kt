package id.jangkau.app

import android.app.Activity
import android.os.Bundle
import android.view.View
import android.view.WindowManager
import android.widget.FrameLayout
import android.widget.LinearLayout
import id.jangkau.app.finished.FinishedNote
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.column
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.tone
import id.jangkau.app.platform.BackGesture
import id.jangkau.app.platform.covered
import id.jangkau.app.platform.drawBehindBars
import id.jangkau.app.sync.NetworkWatch
import id.jangkau.app.sync.SyncSchedule
import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.Route

/** The one activity: shows the screen on top of the stack, between what the system's bars leave. */
class MainActivity : Activity() {
    private val tablet get() = (application as App).tablet
    private val gesture = BackGesture(this, ::back)
    private lateinit var room: FrameLayout
    private lateinit var above: View
    private lateinit var below: View
    private var network: NetworkWatch? = null
    private var page: Page<*>? = null
    private var shown: LiveScreen<*, *>? = null

    override fun onCreate(saved: Bundle?) {
        super.onCreate(saved)
        // Records of citizens: no picture of them in the list of recent apps.
        window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
        setContentView(room())
        window.drawBehindBars(lightNavigation = layout(R.bool.light_bars))
        val routes = saved?.getStringArrayList(ROUTES).orEmpty().mapNotNull(Route::read)
        val focused = saved?.getString(FOCUSED)
        saved?.getBundle(NUMBERS)?.let { FinishedNote.read(it, tablet.desk) }
        tablet.whenOpen { state ->
            when (state) {
                is Tablet.State.Open -> begin(state, routes, focused)
                is Tablet.State.Failed -> fail(state.problem)
                Tablet.State.Opening -> Unit
            }
        }
    }

    override fun onStart() {
        super.onStart()
        network = NetworkWatch(this) { withScreens { it.syncer.start {} } }.also(NetworkWatch::start)
    }

    override fun onPause() {
        page?.leave()
        super.onPause()
    }

    override fun onStop() {
        network?.stop()
        SyncSchedule.soon(this)
        super.onStop()
    }

    override fun onSaveInstanceState(out: Bundle) {
        super.onSaveInstanceState(out)
        val focused = window.decorView.findFocus()?.getTag(R.id.field_key) as? String
        out.putString(FOCUSED, focused)
        withScreens { open ->
            val routes = open.screens.all().map { it.route }
            out.putStringArrayList(ROUTES, routes.mapTo(ArrayList()) { it.write() })
            val finished = routes.filterIsInstance<Route.Finished>().map { it.visit }
            out.putBundle(NUMBERS, FinishedNote.write(tablet.desk, finished))
        }
    }

    override fun onDestroy() {
        shown?.unwatch()
        withScreens { if (it.screens.onMove == ::move) it.screens.onMove = null }
        super.onDestroy()
    }

    @Deprecated("The only way below API 33; BackGesture does the same above it.")
    @Suppress("DEPRECATION")
    override fun onBackPressed() {
        val depth = (tablet.state as? Tablet.State.Open)?.screens?.depth ?: 0
        if (depth > 1) back() else super.onBackPressed()
    }

    private fun begin(open: Tablet.State.Open, routes: List<Route>, focused: String?) {
        if (isDestroyed) return
        tablet.ask { it.setLang(getString(R.string.core_lang)) }
        open.screens.onMove = ::move
        if (open.screens.depth == 0) open.screens.restore(routes, open.first) else move()
        focused?.let { key -> room.post { room.findByTag(key)?.requestFocus() } }
        SyncSchedule.hourly(this)
    }

    private fun move() = withScreens { open ->
        val top = open.screens.top
        if (top !== shown) show(top)
        gesture.take(open.screens.depth > 1)
    }

    private fun show(screen: LiveScreen<*, *>) {
        page?.leave()
        shown?.unwatch()
        shown = screen
        val next = screen.page(this)
        page = next
        room.removeAllViews()
        room.addView(next.view, FILL, FILL)
        screen.refresh()
    }

    private fun back() {
        page?.leave()
        withScreens { it.screens.go(Go.Back) }
    }

    private fun fail(problem: Problem) {
        val banner = ProblemBanner(this).apply { show(problem) }
        room.addView(column().pad(R.dimen.page_margin, R.dimen.space_6).apply { stack(banner.view) }, FILL, FILL)
    }

    private fun withScreens(use: (Tablet.State.Open) -> Unit) {
        (tablet.state as? Tablet.State.Open)?.let(use)
    }

    /** The screen between two strips that take the place of the system's bars. */
    private fun room(): View {
        room = FrameLayout(this).apply { setBackgroundColor(tone(R.color.bg)) }
        above = View(this).apply { setBackgroundColor(tone(R.color.laut_950)) }
        below = View(this).apply { setBackgroundColor(tone(R.color.card)) }
        return column().apply {
            addView(above, LinearLayout.LayoutParams(FILL, 0))
            addView(room, LinearLayout.LayoutParams(FILL, 0, 1f))
            addView(below, LinearLayout.LayoutParams(FILL, 0))
            setOnApplyWindowInsetsListener { _, insets ->
                val covered = insets.covered()
                above.high(covered.edges.top)
                below.high(covered.edges.bottom)
                setPadding(covered.edges.left, 0, covered.edges.right, 0)
                page?.keyboard(covered.keyboard)
                insets
            }
        }
    }

    private fun View.high(height: Int) {
        if (layoutParams.height == height) return
        layoutParams.height = height
        requestLayout()
    }

    private companion object {
        const val ROUTES = "routes"
        const val FOCUSED = "focused"
        const val NUMBERS = "numbers"
    }
}

private fun View.findByTag(key: String): View? = when {
    getTag(R.id.field_key) == key && isFocusableInTouchMode -> this
    this is android.view.ViewGroup -> (0 until childCount).firstNotNullOfOrNull { getChildAt(it).findByTag(key) }
    else -> null
}
