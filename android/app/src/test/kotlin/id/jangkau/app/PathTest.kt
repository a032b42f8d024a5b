package id.jangkau.app

import android.view.View
import android.widget.EditText
import id.jangkau.app.walk.Family
import id.jangkau.app.walk.Recording
import org.junit.After
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** The whole way to a registration number on the real core, by finger and by keyboard alone. */
@RunWith(ParameterizedRobolectricTestRunner::class)
@Config(application = RealApp::class, qualifiers = "in-rID-w1280dp-h800dp-land-mdpi")
class PathTest(private val way: Way) {
    private val office = GoldenOffice()

    @After
    fun close() {
        (RuntimeEnvironment.getApplication() as RealApp).close()
        office.close()
    }

    @Test
    fun `a family is found missing, recorded, finished with a number and waits to be sent`() {
        val stage = Stage(fingers = way.fingers)
        stage.type(stage.view<EditText>(R.id.enrol_server), office.address)
        stage.type(stage.view<EditText>(R.id.enrol_code), "ABCD-1234")
        stage.tap(stage.view<View>(R.id.enrol))

        val number = Recording(stage).record(Family { _, otherwise -> otherwise })

        assertTrue(number, Regex("99[0-9]{2}-[0-9]{4}-[0-9A-Z]{3}-[0-9]{4}-[0-9A-Z]").matches(number))
        stage.tap(stage.view<View>(R.id.nav_outbox))
        assertTrue(stage.words.toString(), stage.words.containsAll(listOf("Keluarga SUMIATI WULANDARI", "Siap kirim")))
        stage.tap(stage.view<View>(R.id.nav_search))
        stage.type(stage.view(R.id.search_field), "sumiati")
        stage.pause()
        assertTrue(stage.words.toString(), stage.words.contains("SUMIATI WULANDARI"))
    }

    /** What a person presses with. */
    enum class Way(val fingers: Fingers) {
        FINGER(Touch),
        KEYBOARD(Keys),
    }

    companion object {
        @JvmStatic
        @ParameterizedRobolectricTestRunner.Parameters(name = "{0}")
        fun ways() = Way.entries.toList()
    }
}
