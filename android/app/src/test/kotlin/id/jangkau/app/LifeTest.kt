package id.jangkau.app

import android.graphics.Insets
import android.view.KeyEvent
import android.view.View
import android.view.WindowInsets
import android.window.WindowOnBackInvokedDispatcher
import id.jangkau.fake.FakeCore
import id.jangkau.screen.Route
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(application = FakeApp::class, qualifiers = LifeTest.LANDSCAPE)
class LifeTest {
    private val household = Route.Visit(FakeCore.VISIT, "household")

    @Test
    fun `turning the tablet keeps the screen, the text and the field`() {
        val stage = Stage(listOf(Route.Home, household))
        stage.type(stage.field("household-1/f/address"), "KRAJAN 12")
        stage.turn(PORTRAIT)
        val address = stage.field("household-1/f/address")
        assertEquals("KRAJAN 12", address.text.toString())
        assertTrue(address.isFocused)
        assertTrue(stage.words.contains("Bagian 1 dari 6: Keluarga"))
    }

    @Test
    fun `after the process died the same screens are there`() {
        val stage = Stage(listOf(Route.Home, Route.Search("sumia"), household))
        stage.tap(stage.tagged(R.id.section_key, "cases").single())
        val kept = stage.kill()
        (RuntimeEnvironment.getApplication() as FakeApp).onCreate()

        val again = Stage(saved = kept)
        assertTrue(again.words.contains("Program Sembako"))
        again.back()
        assertTrue(again.words.containsAll(listOf("Cari", "SUMIATUN")))
        again.back()
        assertTrue(again.words.contains("Belum dikunjungi"))
    }

    @Test
    fun `after the process died the number can still be read out`() {
        val stage = Stage(listOf(Route.Home, Route.Visit(FakeCore.VISIT, "finish")))
        stage.tap("Kirim")
        val kept = stage.kill()
        (RuntimeEnvironment.getApplication() as FakeApp).onCreate()

        val again = Stage(saved = kept)
        assertTrue(again.words.containsAll(listOf("0012", "G")))
        assertEquals("it is not asked for twice", 1, again.core.calls.count { it.startsWith("finish") })
    }

    @Test
    fun `the back key leads to the screen below and from the last one out`() {
        val stage = Stage(listOf(Route.Home, Route.Household("household-sumiati")))
        stage.back()
        assertTrue(stage.words.contains("Belum dikunjungi"))
        assertFalse(stage.activity.isFinishing)
        stage.back()
        assertTrue(stage.activity.isFinishing)
    }

    @Test
    fun `the back gesture is taken while there is a screen below, then left to the system`() {
        RuntimeEnvironment.getApplication().applicationInfo.setEnableOnBackInvokedCallback(true)
        val stage = Stage(listOf(Route.Home, Route.Household("household-sumiati")))
        val gestures = stage.root.findOnBackInvokedDispatcher() as WindowOnBackInvokedDispatcher
        gestures.topCallback!!.onBackInvoked()
        stage.idle()
        assertTrue(stage.words.contains("Belum dikunjungi"))
        val left = gestures.topCallback
        assertTrue("$left", left == null || !left.javaClass.name.startsWith("id.jangkau"))
    }

    @Test
    fun `nothing lies under the system's bars, and the keyboard takes the place of the buttons`() {
        val stage = Stage(listOf(Route.Home, household))
        stage.covered(keyboard = 0)
        val bar = stage.saying("Kunjungan: Keluarga SUMIATI")
        assertTrue(bar.top(stage) >= 24)
        assertTrue(stage.view<View>(R.id.next).isShown)

        stage.covered(keyboard = 300)
        assertFalse(stage.view<View>(R.id.next).isShown)
    }

    private fun Stage.back() {
        activity.dispatchKeyEvent(KeyEvent(KeyEvent.ACTION_DOWN, KeyEvent.KEYCODE_BACK))
        activity.dispatchKeyEvent(KeyEvent(KeyEvent.ACTION_UP, KeyEvent.KEYCODE_BACK))
        idle()
    }

    private fun Stage.covered(keyboard: Int) {
        val insets = WindowInsets.Builder()
            .setInsets(WindowInsets.Type.systemBars(), Insets.of(0, 24, 0, 48))
            .setInsets(WindowInsets.Type.ime(), Insets.of(0, 0, 0, keyboard))
            .setVisible(WindowInsets.Type.ime(), keyboard > 0)
            .build()
        root.dispatchApplyWindowInsets(insets)
        idle()
    }

    private fun View.top(stage: Stage): Int =
        IntArray(2).also(::getLocationInWindow)[1] - IntArray(2).also(stage.root::getLocationInWindow)[1]

    companion object {
        const val LANDSCAPE = "in-rID-w1280dp-h800dp-land-mdpi"
        const val PORTRAIT = "in-rID-w800dp-h1280dp-port-mdpi"
    }
}
