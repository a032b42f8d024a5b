package id.jangkau.app

import android.os.Handler
import android.os.Looper
import java.util.concurrent.Executor
import java.util.concurrent.Executors

/**
 * Where work runs. Every call into the core that a screen makes goes through [core], one after the other, off the main
 * thread; a sync session, which may take minutes, has [network] to itself; states are shown on [screen].
 */
class Threads(val core: Executor, val network: Executor, val screen: Executor) {
    companion object {
        /** Returns the app's threads. */
        fun real(): Threads {
            val main = Handler(Looper.getMainLooper())
            return Threads(thread("core"), thread("sync"), Executor { main.post(it) })
        }

        private fun thread(name: String) = Executors.newSingleThreadExecutor { Thread(it, name) }
    }
}
