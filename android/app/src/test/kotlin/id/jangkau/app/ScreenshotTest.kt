package id.jangkau.app

import android.graphics.Bitmap
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import java.io.File

/** Every screen in every layout, as a picture to look at: `target/screenshots`. */
@RunWith(ParameterizedRobolectricTestRunner::class)
@Config(application = FakeApp::class)
class ScreenshotTest(private val layout: Layout) {
    @Test
    fun `every screen can be seen`() {
        RuntimeEnvironment.setQualifiers(layout.qualifiers)
        RuntimeEnvironment.setFontScale(layout.fontScale)
        for ((name, scene) in Scene.all()) {
            val stage = scene()
            val picture = stage.picture()
            val file = File(System.getProperty("jangkau.screenshots"), "$name-${layout.name.lowercase()}.png")
            file.parentFile?.mkdirs()
            file.outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
            assertTrue("${file.name} shows nothing", picture.colours() > 8)
            stage.kill()
            (RuntimeEnvironment.getApplication() as FakeApp).apply { renew() }.onCreate()
        }
    }

    private fun Bitmap.colours(): Int =
        (0 until width step 4).flatMap { x -> (0 until height step 4).map { y -> getPixel(x, y) } }.toSet().size

    /** A tablet held in a way. */
    enum class Layout(val qualifiers: String, val fontScale: Float) {
        LANDSCAPE("in-rID-w1280dp-h800dp-land-mdpi", 1f),
        PORTRAIT("in-rID-w800dp-h1280dp-port-mdpi", 1f),
        EIGHT_INCH("in-rID-w961dp-h601dp-land-mdpi", 1f),
        PHONE("in-rID-w400dp-h800dp-port-mdpi", 1f),
        LARGE("in-rID-w1280dp-h800dp-land-mdpi", 1.5f),
        DARK("in-rID-w1280dp-h800dp-land-night-mdpi", 1f),
        ENGLISH("en-rUS-w1280dp-h800dp-land-mdpi", 1f),
    }

    companion object {
        @JvmStatic
        @Parameters(name = "{0}")
        fun layouts() = Layout.entries.toList()
    }
}
