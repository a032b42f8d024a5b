package id.jangkau.app

import android.view.View
import android.widget.AdapterView
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** A tablet with a keyboard and a broken glass: whatever a finger can press, the focus comes by. */
@RunWith(RobolectricTestRunner::class)
@Config(application = FakeApp::class, qualifiers = "in-rID-w1280dp-h800dp-land-mdpi")
class KeysTest {
    @Test
    fun `the focus comes by everything that can be pressed`() {
        val missed = Scene.all().flatMap { (name, scene) ->
            val stage = scene()
            val seen = Keys.way(stage, stage.root)
            val left = stage.root.all().filter { it.pressed() && it !in seen }.map { "$name: ${stage.named(it)}" }
            stage.kill()
            (RuntimeEnvironment.getApplication() as FakeApp).apply { renew() }.onCreate()
            left
        }
        assertEquals(missed.joinToString("\n"), 0, missed.size)
    }

    private fun View.pressed() = isClickable && isShown && isEnabled && width > 0 && this !is AdapterView<*>
}
