package id.jangkau.app.sync

import android.content.Context
import android.net.ConnectivityManager
import android.net.Network
import android.net.NetworkCapabilities
import android.os.Handler
import android.os.Looper
import id.jangkau.app.platform.service

/** While the app is in front: starts a session once a network that really carries has stood for five seconds. */
class NetworkWatch(context: Context, private val steady: () -> Unit) {
    private val connectivity = context.service<ConnectivityManager>()
    private val clock = Handler(Looper.getMainLooper())
    private val report = Runnable { steady() }
    private var carrying: Network? = null

    private val callback = object : ConnectivityManager.NetworkCallback() {
        override fun onCapabilitiesChanged(network: Network, now: NetworkCapabilities) {
            val carries = now.hasCapability(NetworkCapabilities.NET_CAPABILITY_VALIDATED)
            clock.post { changed(network.takeIf { carries }) }
        }

        override fun onLost(network: Network) {
            clock.post { changed(null) }
        }
    }

    /** Begins to watch. */
    fun start() = connectivity.registerDefaultNetworkCallback(callback)

    /** Stops watching. */
    fun stop() {
        connectivity.unregisterNetworkCallback(callback)
        clock.removeCallbacksAndMessages(null)
    }

    private fun changed(network: Network?) {
        if (network == carrying) return
        carrying = network
        clock.removeCallbacks(report)
        if (network != null) clock.postDelayed(report, STEADY_MS)
    }

    private companion object {
        const val STEADY_MS = 5_000L
    }
}
