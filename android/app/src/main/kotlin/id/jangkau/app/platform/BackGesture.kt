package id.jangkau.app.platform

import android.app.Activity
import android.os.Build
import android.window.OnBackInvokedCallback
import android.window.OnBackInvokedDispatcher

/**
 * Takes the system's back gesture while there is a screen to go back to (from API 33 on).
 *
 * Below that level the activity's `onBackPressed` does the same.
 */
class BackGesture(private val activity: Activity, private val back: () -> Unit) {
    private var taken: Any? = null

    /** Takes the gesture, or leaves it to the system, which then closes the app. */
    fun take(wanted: Boolean) {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU || wanted == (taken != null)) return
        taken = if (wanted) Back33.register(activity, back) else Back33.forget(activity, taken)
    }
}

@AboveFloor
private object Back33 {
    fun register(activity: Activity, back: () -> Unit): Any {
        val callback = OnBackInvokedCallback { back() }
        activity.onBackInvokedDispatcher.registerOnBackInvokedCallback(
            OnBackInvokedDispatcher.PRIORITY_DEFAULT,
            callback,
        )
        return callback
    }

    fun forget(activity: Activity, callback: Any?): Any? {
        activity.onBackInvokedDispatcher.unregisterOnBackInvokedCallback(callback as OnBackInvokedCallback)
        return null
    }
}
