package id.jangkau.app.walk

import android.graphics.Bitmap
import id.jangkau.app.RealApp
import id.jangkau.app.Stage
import id.jangkau.app.picture
import java.io.File
import java.util.Properties

/** What the driver of the walk says, and where it finds what happened. */
class Walk {
    private val done = Properties()
    private var pictures = 0

    /** `record`, `correct` or `look`. */
    val phase = said("phase")

    /** Address of the server; needed for the enrolment alone. */
    val server get() = said("server")

    /** Code of the enrolment. */
    val code get() = said("code")

    /** Where pictures and the note of each phase go. */
    val out = File(said("out")).apply { mkdirs() }

    /** Returns what the driver said, or [otherwise]. */
    fun said(name: String): String = said(name, null)

    /** Returns what the driver said, or [otherwise]. */
    fun said(name: String, otherwise: String?): String =
        System.getProperty("jangkau.walk.$name")?.takeIf { it.isNotEmpty() }
            ?: checkNotNull(otherwise) { "-Djangkau.walk.$name is missing" }

    /** Keeps a fact for the driver. */
    fun note(name: String, value: String) {
        done[name] = value
    }

    /** Keeps what is seen. */
    fun picture(stage: Stage, name: String) {
        pictures++
        val file = File(out, "tablet-$phase-%02d-$name.png".format(pictures))
        file.outputStream().use { stage.picture().compress(Bitmap.CompressFormat.PNG, 100, it) }
    }

    /** Writes `walk-<phase>.properties`: the phase came to its end. */
    fun end() = File(out, "walk-$phase.properties").outputStream().use { done.store(it, null) }
}

/** The real app over a folder that outlives the process: one tablet through all phases. */
class WalkApp : RealApp() {
    override fun coreFolder() = File(
        checkNotNull(System.getProperty("jangkau.walk.dir")) {
            "-Djangkau.walk.dir is missing"
        },
    )
}
