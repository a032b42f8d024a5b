package id.jangkau.app

import android.app.Application
import android.os.Build
import id.jangkau.app.lock.KeyVault
import id.jangkau.app.lock.KeystoreVault
import id.jangkau.app.sync.SyncSchedule
import id.jangkau.source.Choice
import id.jangkau.source.FieldCore
import id.jangkau.uniffi.RustCore
import java.io.File

/** The process: it opens the core once, for the screens and for the job that sends in the background. */
open class App : Application() {
    /** The opened tablet. */
    lateinit var tablet: Tablet
        private set

    override fun onCreate() {
        super.onCreate()
        tablet = Tablet(::openCore, threads(), Build.MODEL.orEmpty(), caseKinds())
        tablet.onFinished = { SyncSchedule.soon(this) }
        tablet.start()
    }

    /** Returns where work runs. */
    protected open fun threads(): Threads = Threads.real()

    /** Returns the vault of the file's key. */
    protected open fun vault(): KeyVault = KeystoreVault(noBackupFilesDir)

    /** Returns where the encrypted file lies: no backup takes it anywhere. */
    protected open fun coreFolder(): File = File(noBackupFilesDir, "core")

    /** Opens the core; runs on the core's thread. */
    protected open fun openCore(): FieldCore =
        RustCore.open(coreFolder(), vault().fileKey(), getString(R.string.core_lang))

    private fun caseKinds(): List<Choice> {
        val keys = resources.getStringArray(R.array.case_kind_keys)
        return keys.zip(resources.getStringArray(R.array.case_kinds)) { key, label -> Choice(key, label) }
    }
}
