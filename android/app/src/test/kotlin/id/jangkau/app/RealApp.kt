package id.jangkau.app

import id.jangkau.app.lock.KeyVault
import id.jangkau.fake.atOnce
import id.jangkau.source.FieldCore

/** The app over the real core in a folder of its own, on one thread; the Keystore is a fake. */
open class RealApp : App() {
    /** What the fake Keystore unwraps. */
    var key = ByteArray(32) { 7 }

    private var core: FieldCore? = null

    override fun threads() = Threads(atOnce, atOnce, atOnce)

    override fun vault() = KeyVault { key }

    override fun openCore(): FieldCore = super.openCore().also { core = it }

    /** Ends the core, as the death of the process does. */
    fun close() {
        core?.close()
        core = null
    }

    /** Starts anew over the same folder. */
    fun reopen() {
        close()
        onCreate()
    }
}
