package id.jangkau.app

import android.view.View
import android.widget.CheckBox
import android.widget.RadioButton
import id.jangkau.fake.FakeCore
import id.jangkau.fake.aFieldSaved
import id.jangkau.fake.aHit
import id.jangkau.screen.Route
import id.jangkau.source.FieldId
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(application = FakeApp::class, qualifiers = "in-rID-w1280dp-h800dp-land-mdpi")
class TypingTest {
    private val stage = Stage(listOf(Route.Home, Route.Visit(FakeCore.VISIT, "members")))
    private val nik = stage.field("person-1/f/nik")

    private fun saved(key: String) = stage.core.saved.filter { it.first == FieldId("person-1", key) }.map { it.second }

    @Test
    fun `digits stand in fours while they are typed, and letters are not taken`() {
        stage.type(nik, "9901o0171 1258")
        assertEquals("9901 0171 1258", nik.text.toString())
        assertEquals(nik.text.length, nik.selectionEnd)
    }

    @Test
    fun `no more digits fit than a NIK has`() {
        stage.type(nik, "99010171125800031234")
        assertEquals("9901 0171 1258 0003", nik.text.toString())
    }

    @Test
    fun `a digit put into the middle keeps the cursor behind it`() {
        stage.type(nik, "9901017112580003")
        nik.setSelection(7)
        nik.onCreateInputConnection(android.view.inputmethod.EditorInfo()).deleteSurroundingText(1, 0)
        assertEquals("9901 0711 2580 003", nik.text.toString())
        assertEquals(6, nik.selectionEnd)
    }

    @Test
    fun `a pause of typing saves the digits without their spaces, once`() {
        stage.type(nik, "9901017112580003")
        assertEquals(emptyList<String>(), saved("f/nik"))
        stage.pause()
        stage.pause()
        assertEquals(listOf("9901017112580003"), saved("f/nik"))
    }

    @Test
    fun `leaving the field saves at once`() {
        stage.type(nik, "9901017112580003")
        stage.field("person-1/f/mother").requestFocus()
        assertEquals(listOf("9901017112580003"), saved("f/nik"))
    }

    @Test
    fun `leaving the app saves at once`() {
        stage.type(nik, "990101711258")
        stage.controller.pause()
        assertEquals(listOf("990101711258"), saved("f/nik"))
    }

    @Test
    fun `the fault stands at the field and the missing digits are counted`() {
        assertTrue(nik.isActivated)
        assertTrue(stage.words.contains("15/16"))
        assertTrue(stage.words.contains("NIK harus 16 angka. Kurang 1 angka."))
    }

    @Test
    fun `a typed value is not changed under the hands, but after they have gone`() {
        stage.core.check = { _, value -> aFieldSaved(normalised = value.uppercase()) }
        val mother = stage.field("person-1/f/mother")
        stage.type(mother, "Painem")
        stage.pause()
        assertEquals("Painem", mother.text.toString())
        assertEquals(mother.text.length, mother.selectionEnd)
    }

    @Test
    fun `the register's value is taken over by one tap`() {
        stage.tap(stage.activity.getString(R.string.take_over))
        assertEquals("9901 0171 1258 0003", nik.text.toString())
        assertEquals(listOf("9901017112580003"), saved("f/nik"))
        assertFalse(nik.isActivated)
    }

    @Test
    fun `a choice, a tick and an estimate are saved as they are touched`() {
        option<RadioButton>("c3").performClick()
        option<CheckBox>("c1").performClick()
        stage.tap("Hanya perkiraan")
        assertEquals(listOf("c3"), saved("f/education"))
        assertEquals(listOf("c0,c1,c2"), saved("set/papers"))
        assertEquals(listOf("1958-12-31~"), saved("f/birth_date"))
    }

    @Test
    fun `of a date as much is saved as is known`() {
        val (day, year) = listOf("day", "year").map {
            stage.tagged(R.id.date_part, it).single() as android.widget.EditText
        }
        stage.type(day, "")
        stage.type(year, "1960")
        stage.field("person-1/f/mother").requestFocus()
        stage.idle()
        assertEquals("1960-12", saved("f/birth_date").last())
    }

    @Test
    fun `people who may be the same are named under the field`() {
        stage.core.check = { _, _ -> aFieldSaved(similar = listOf(aHit(title = "SUMIATUN"))) }
        stage.type(stage.field("person-1/f/mother"), "SUMIATUN")
        stage.pause()
        assertTrue(stage.words.toString(), stage.words.any { it.startsWith("SUMIATUN 66 tahun") })
        stage.tap(stage.activity.getString(R.string.view_person))
        assertTrue(stage.words.contains("Keluarga SUMIATI"))
    }

    @Test
    fun `the app bar says that everything is on the tablet`() {
        stage.type(nik, "9901")
        stage.pause()
        assertTrue(stage.words.contains("Tersimpan di perangkat 09.41"))
    }

    private inline fun <reified T : View> option(key: String): T =
        stage.tagged(R.id.choice_key, key).filterIsInstance<T>().first()
}
