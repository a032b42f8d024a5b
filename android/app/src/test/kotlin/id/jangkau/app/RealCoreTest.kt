package id.jangkau.app

import android.view.View
import android.widget.EditText
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** The real core behind the real views: what is typed lies in the encrypted file and is there again. */
@RunWith(RobolectricTestRunner::class)
@Config(application = RealApp::class, qualifiers = "in-rID-w1280dp-h800dp-land-mdpi")
class RealCoreTest {
    private val app get() = RuntimeEnvironment.getApplication() as RealApp
    private val office = GoldenOffice()

    @After
    fun close() {
        app.close()
        office.close()
    }

    @Test
    fun `what is typed is on disk and in the field when the app is opened again`() {
        val stage = enrolled()
        stage.tap(stage.view<View>(R.id.nav_search))
        stage.type(stage.view(R.id.search_field), "sumiati")
        stage.pause()
        stage.tap(stage.view<View>(R.id.register_new))
        val nik = stage.suffix("/f/address")
        stage.type(nik, "Dsn. Krajan No. 12")
        val kept = stage.kill()

        app.reopen()
        val again = Stage(saved = kept)

        assertEquals("Dsn. Krajan No. 12", again.suffix("/f/address").text.toString())
    }

    @Test
    fun `without the key the file says nothing, and the screen says where to go`() {
        enrolled().kill()
        app.key = ByteArray(32) { 9 }
        app.reopen()
        assertTrue(Stage().words.any { it.startsWith("Kunci tablet ini tidak membuka datanya.") })
    }

    @Test
    fun `a code that the office does not know is refused in words`() {
        office.refuses = true
        val stage = Stage()
        stage.enrol()
        assertTrue(stage.words.toString(), stage.view<View>(R.id.problem).isShown)
    }

    private fun enrolled(): Stage = Stage().apply {
        enrol()
        assertTrue(words.toString(), words.contains("Fasilitator Contoh"))
    }

    private fun Stage.enrol() {
        type(view<EditText>(R.id.enrol_server), office.address)
        type(view<EditText>(R.id.enrol_code), "ABCD-1234")
        tap(view<View>(R.id.enrol))
    }

    private fun Stage.suffix(key: String): EditText =
        root.all().filterIsInstance<EditText>().single { (it.getTag(R.id.field_key) as? String)?.endsWith(key) == true }
}
