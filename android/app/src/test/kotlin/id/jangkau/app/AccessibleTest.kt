package id.jangkau.app

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
import java.util.Locale

/** Every screen in every layout: targets of 48 dp with a label, and no error of the accessibility framework. */
@RunWith(ParameterizedRobolectricTestRunner::class)
@Config(application = FakeApp::class)
class AccessibleTest(private val layout: ScreenshotTest.Layout) {
    @Test
    fun `every view can be touched and read out`() {
        RuntimeEnvironment.setQualifiers(layout.qualifiers)
        RuntimeEnvironment.setFontScale(layout.fontScale)
        val faults = Scene.all().flatMap { (name, scene) ->
            val stage = scene()
            val found = touch(stage.root) + framework(stage)
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
        assertTrue(framework(stage).any { "ImageButton" in it })
        stage.kill()
    }

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

    private fun framework(stage: Stage): List<String> {
        val hierarchy = AccessibilityHierarchyAndroid.newBuilder(stage.root).build()
        val parameters = Parameters().apply { putScreenCapture(BitmapImage(stage.picture())) }
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

    companion object {
        @JvmStatic
        @ParameterizedRobolectricTestRunner.Parameters(name = "{0}")
        fun layouts() = ScreenshotTest.Layout.entries.toList()
    }
}
