package id.jangkau.app.platform

import android.graphics.Rect
import android.os.Build
import android.view.View
import android.view.Window
import android.view.WindowInsets

/** Lets the screen reach behind the system's bars on every level, as Android 15 does anyway. */
@Suppress("DEPRECATION") // the only way that API 26 knows as well
fun Window.drawBehindBars(lightNavigation: Boolean) {
    var flags = View.SYSTEM_UI_FLAG_LAYOUT_STABLE or View.SYSTEM_UI_FLAG_LAYOUT_FULLSCREEN or
        View.SYSTEM_UI_FLAG_LAYOUT_HIDE_NAVIGATION
    if (lightNavigation) flags = flags or View.SYSTEM_UI_FLAG_LIGHT_NAVIGATION_BAR
    decorView.systemUiVisibility = flags
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) Insets30.drawBehindBars(this)
}

/** What the system's bars and the keyboard cover, and whether the keyboard is up. */
class Covered(val edges: Rect, val keyboard: Boolean)

/** Returns what the system covers; before API 30 the keyboard is known by its height alone. */
fun WindowInsets.covered(): Covered = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
    Insets30.covered(this)
} else {
    before30()
}

@Suppress("DEPRECATION") // the only way below API 30
private fun WindowInsets.before30() = Covered(
    Rect(systemWindowInsetLeft, systemWindowInsetTop, systemWindowInsetRight, systemWindowInsetBottom),
    keyboard = systemWindowInsetBottom > stableInsetBottom,
)

@AboveFloor
private object Insets30 {
    @Suppress("DEPRECATION") // says nothing new from API 35 on, where it is the rule
    fun drawBehindBars(window: Window) = window.setDecorFitsSystemWindows(false)

    fun covered(insets: WindowInsets): Covered {
        val bars = WindowInsets.Type.systemBars() or WindowInsets.Type.displayCutout()
        val all = insets.getInsets(bars or WindowInsets.Type.ime())
        return Covered(
            Rect(all.left, all.top, all.right, all.bottom),
            keyboard = insets.isVisible(WindowInsets.Type.ime()),
        )
    }
}
