package id.jangkau.app.platform

import android.os.Build
import android.view.View

/** Tells screen readers that a view is a heading, so that they can jump to it (from API 28 on). */
fun View.markHeading() {
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) Heading28.mark(this)
}

@AboveFloor
private object Heading28 {
    fun mark(view: View) {
        view.isAccessibilityHeading = true
    }
}
