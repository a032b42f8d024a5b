package id.jangkau.app

import android.view.View
import android.widget.EditText
import id.jangkau.fake.FakeCore
import id.jangkau.fake.aChip
import id.jangkau.fake.aFinished
import id.jangkau.fake.aHome
import id.jangkau.fake.aNumberCard
import id.jangkau.fake.anAccount
import id.jangkau.screen.Route
import id.jangkau.source.ChipState
import id.jangkau.source.FieldFailure
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(application = FakeApp::class, qualifiers = "in-rID-w1280dp-h800dp-land-mdpi")
class ScreensTest {
    private val core get() = (RuntimeEnvironment.getApplication() as FakeApp).fake

    @After
    fun samplesAgain() {
        FakeApp.core = null
    }

    @Test
    fun `a new tablet begins with its enrolment and goes on to today's work`() {
        core.account = anAccount(enrolled = false)
        (RuntimeEnvironment.getApplication() as FakeApp).onCreate()
        val stage = Stage()
        stage.type(stage.view<EditText>(R.id.enrol_server), "https://slrt.example")
        stage.tap(stage.view<View>(R.id.enrol))
        assertTrue(stage.words.contains("Isi alamat, kode, dan nama tablet."))

        stage.type(stage.view<EditText>(R.id.enrol_code), "ABCD1234")
        stage.tap(stage.view<View>(R.id.enrol))

        assertTrue(core.calls.first().startsWith("enrol https://slrt.example ABCD1234 "))
        assertTrue(stage.words.contains("Keluarga SUMIATI"))
        assertTrue("the first data comes at once", core.calls.contains("sync"))
    }

    @Test
    fun `the chip tells the truth in words`() {
        core.home = aHome(chip = aChip(ChipState.ALL_SENT, "Semua data sudah terkirim, 16.20 WIB", 0))
        val stage = Stage(listOf(Route.Home))
        assertTrue(stage.words.contains("Semua data sudah terkirim, 16.20 WIB"))

        core.home = aHome()
        stage.tap("Semua data sudah terkirim, 16.20 WIB")
        assertTrue(
            stage.words.containsAll(
                listOf("12 data belum terkirim", "Terakhir terkirim 15/07 16.20 WIB", "Siap kirim"),
            ),
        )
    }

    @Test
    fun `send now says what was sent`() {
        val stage = Stage(listOf(Route.Home, Route.Outbox))
        stage.tap(stage.view<View>(R.id.send_now))
        assertTrue(stage.words.contains("3 data terkirim, 2 data diterima."))

        core.sessionFailure = FieldFailure.NoNetwork()
        stage.tap(stage.view<View>(R.id.send_now))
        assertTrue(stage.words.contains("Tidak ada jaringan. Data tetap tersimpan di perangkat."))
    }

    @Test
    fun `work leads to its screens`() {
        val stage = Stage(listOf(Route.Home))
        stage.tap("Keluarga SUMIATI")
        assertTrue(stage.words.contains("Perbaiki: Keluarga SUMIATI"))
    }

    @Test
    fun `search begins on the first screen and finds while typing`() {
        val stage = Stage(listOf(Route.Home))
        stage.tap(stage.view<View>(R.id.search_box))
        stage.type(stage.view(R.id.search_field), "sumiar")
        stage.pause()
        assertTrue(stage.words.containsAll(listOf("SUMIARTI", "Data acuan", "Tidak ada di daftar")))
        assertFalse(stage.words.contains("SUMIATI"))
    }

    @Test
    fun `everybody found stands before the way to register somebody new`() {
        val stage = Stage(listOf(Route.Home, Route.Search("sumia")))
        val words = stage.words
        assertTrue(words.indexOf("SUMIASIH") < words.indexOf("Tidak ada di daftar"))
        assertTrue(words.contains("mungkin orang yang sama dengan SUMIATI"))
        stage.tap(stage.view<View>(R.id.register_new))
        assertEquals(listOf("start NewHousehold(desa=)"), core.calls)
    }

    @Test
    fun `open complaints are seen before a new one is made`() {
        val stage = Stage(listOf(Route.Home, Route.Search("sumia")))
        stage.tap("SUMIATI")
        assertTrue(stage.words.contains("9901-2507-0K7-0012-G"))
        stage.tap(stage.view<View>(R.id.start_visit))
        assertEquals(listOf("start Household(id=household-sumiati)"), core.calls)
    }

    @Test
    fun `the supervisor's words stand at the returned field`() {
        val stage = Stage(listOf(Route.Home, Route.Returned("return-1")))
        assertTrue(stage.words.any { it == "Ratna Komariah: Tuliskan nama dusun dan nomor rumah." })
        assertTrue(stage.words.contains("2 isian dikembalikan, 1 sudah diperbaiki"))

        stage.tap(stage.view<View>(R.id.send_correction))
        assertTrue("pressed too early it leads to the open field", stage.field("person-3/f/nik").isFocused)

        stage.type(stage.field("person-3/f/nik"), "9901011003210004")
        stage.tap(stage.view<View>(R.id.send_correction))
        assertEquals(listOf("correct return-1 "), core.calls)
    }

    @Test
    fun `each number can be read out`() {
        val second = aNumberCard("9901-2507-0K7-0013-Q", "Pengaduan", "")
        core.finish = id.jangkau.source.Finish.Done(aFinished(listOf(aNumberCard(), second)))
        val stage = Stage(listOf(Route.Home, Route.Visit(FakeCore.VISIT, "finish")))
        stage.tap("Kirim")
        assertTrue(stage.words.containsAll(listOf("9901", "2507", "0K7", "0012", "G", "ge (garam)")))
        stage.tap("Pengaduan")
        assertTrue(stage.words.containsAll(listOf("0013", "Q")))
        stage.tap(stage.view<View>(R.id.done))
        assertTrue(stage.words.contains("Belum dikunjungi"))
    }

    @Test
    fun `a draft is thrown away only after a question`() {
        val stage = Stage(listOf(Route.Drafts))
        stage.tap(stage.root.all().first { it.contentDescription == "Hapus draf" })
        assertTrue(core.calls.isEmpty())
        org.robolectric.shadows.ShadowAlertDialog.getLatestAlertDialog()
            .getButton(android.app.AlertDialog.BUTTON_POSITIVE).performClick()
        stage.idle()
        assertEquals(listOf("discard ${FakeCore.VISIT}"), core.calls)
        assertTrue(stage.words.contains("Tidak ada draf"))
    }

    @Test
    fun `a file that does not open says where to go`() {
        core.failure = FieldFailure.WrongKey()
        (RuntimeEnvironment.getApplication() as FakeApp).onCreate()
        assertTrue(Stage().words.any { it.startsWith("Kunci tablet ini tidak membuka datanya.") })
    }

    @Test
    @Config(qualifiers = "en-rUS-w1280dp-h800dp-land-mdpi")
    fun `the second language is English`() {
        val stage = Stage(listOf(Route.Home))
        assertTrue(stage.words.containsAll(listOf("Today", "Search", "Overdue")))
        assertFalse(stage.words.contains("Hari ini"))
    }
}
