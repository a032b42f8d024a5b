package id.jangkau.app

import android.graphics.Bitmap
import android.view.View
import android.view.ViewGroup
import android.widget.AdapterView
import android.widget.EditText
import android.widget.ImageButton
import com.google.android.apps.common.testing.accessibility.framework.AccessibilityCheckPreset
import com.google.android.apps.common.testing.accessibility.framework.AccessibilityCheckResult
import com.google.android.apps.common.testing.accessibility.framework.Parameters
import com.google.android.apps.common.testing.accessibility.framework.uielement.AccessibilityHierarchyAndroid
import com.google.android.apps.common.testing.accessibility.framework.utils.contrast.BitmapImage
import id.jangkau.screen.Route
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import java.io.File
import java.util.Locale

/**
 * Every screen in every layout: drawn as a picture to look at (`target/screenshots`), with targets of 48 dp that have a
 * label, and without an error of the accessibility framework.
 */
@RunWith(ParameterizedRobolectricTestRunner::class)
@Config(application = FakeApp::class)
class ScenesTest(private val layout: Layout) {
    @Test
    fun `every view can be seen, touched and read out`() {
        RuntimeEnvironment.setQualifiers(layout.qualifiers)
        RuntimeEnvironment.setFontScale(layout.fontScale)
        val faults = Scene.all().flatMap { (name, scene) ->
            val stage = scene()
            val picture = stage.picture().also { keep(it, name) }
            val found = touch(stage.root) + framework(stage, picture)
            stage.kill()
            (RuntimeEnvironment.getApplication() as FakeApp).apply { renew() }.onCreate()
            found.map { "$name: $it" }
        }
        assertEquals(faults.joinToString("\n"), 0, faults.size)
    }

    @Test
    fun `the check itself sees a small target without a label`() {
        RuntimeEnvironment.setQualifiers(layout.qualifiers)
        val stage = Stage(listOf(Route.Home))
        val small = ImageButton(stage.activity).apply { layoutParams = ViewGroup.LayoutParams(20, 20) }
        (stage.root as ViewGroup).addView(small)
        stage.idle()
        assertEquals(1, touch(stage.root).count { it.startsWith("ImageButton") })
        assertTrue(framework(stage, stage.picture()).any { "ImageButton" in it })
        stage.kill()
    }

    private fun keep(picture: Bitmap, name: String) {
        val file = File(System.getProperty("jangkau.screenshots"), "$name-${layout.name.lowercase()}.png")
        file.parentFile?.mkdirs()
        file.outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
        assertTrue("${file.name} shows nothing", picture.colours() > 8)
    }

    private fun Bitmap.colours(): Int =
        (0 until width step 4).flatMap { x -> (0 until height step 4).map { y -> getPixel(x, y) } }.toSet().size

    private fun touch(root: View): List<String> {
        val seen = root.all().filter { it.isShown && it.width > 0 && it !is AdapterView<*> }
        val labelled = seen.map { it.labelFor }.filter { it != View.NO_ID }.toSet()
        return seen.filter { it.isClickable || it is EditText }.mapNotNull { view ->
            val least = (48 * view.resources.displayMetrics.density).toInt()
            when {
                view.whole() && minOf(view.width, view.height) < least -> "${view.name()}: ${view.width}×${view.height}"
                view.id !in labelled && view.spoken().isBlank() -> "${view.name()} has no label"
                else -> null
            }
        }
    }

    private fun framework(stage: Stage, picture: Bitmap): List<String> {
        val hierarchy = AccessibilityHierarchyAndroid.newBuilder(stage.root).build()
        val parameters = Parameters().apply { putScreenCapture(BitmapImage(picture)) }
        return AccessibilityCheckPreset.getAccessibilityHierarchyChecksForPreset(AccessibilityCheckPreset.LATEST)
            .flatMap { it.runCheckOnHierarchy(hierarchy, null, parameters) }
            .filter { it.type == AccessibilityCheckResult.AccessibilityCheckResultType.ERROR }
            .map { "${it.element?.className} ${it.element?.text}: ${it.getMessage(Locale.ENGLISH)}" }
    }

    /** A row that is half scrolled out is smaller than it is. */
    private fun View.whole(): Boolean {
        val seen = android.graphics.Rect()
        return getGlobalVisibleRect(seen) && seen.height() == height && seen.width() == width
    }

    private fun View.spoken(): String {
        val node = createAccessibilityNodeInfo()
        val own = listOfNotNull(node.text, node.contentDescription, node.hintText).joinToString("")
        val inner = (this as? ViewGroup)?.let { group -> group.all().drop(1).filter { it.isShown } }.orEmpty()
        return own +
            inner.joinToString("") {
                it.createAccessibilityNodeInfo().run { "${text ?: ""}${contentDescription ?: ""}" }
            }
    }

    private fun View.name() = javaClass.simpleName + " " + spoken().take(40)

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
        @ParameterizedRobolectricTestRunner.Parameters(name = "{0}")
        fun layouts() = Layout.entries.toList()
    }
}
