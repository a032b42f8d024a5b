package id.jangkau.app

import id.jangkau.fake.FakeCore
import id.jangkau.fake.OFFICE_ROW
import id.jangkau.screen.Route
import id.jangkau.source.FindingView
import id.jangkau.source.Finish
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowAlertDialog

@RunWith(RobolectricTestRunner::class)
@Config(application = FakeApp::class, qualifiers = "in-rID-w1280dp-h800dp-land-mdpi")
class FormTest {
    private fun visit(section: String) = Stage(listOf(Route.Home, Route.Visit(FakeCore.VISIT, section)))

    @Test
    fun `the rail tells what is done and what is wrong, and leads there`() {
        val stage = visit("household")
        assertTrue(stage.words.containsAll(listOf("7/7", "2 salah", "3/5")))
        stage.tap(stage.tagged(R.id.section_key, "members").single())
        assertTrue(stage.words.contains("Anggota 1: SUMIATI"))
    }

    @Test
    fun `what was typed is saved before the section changes`() {
        val stage = visit("household")
        stage.type(stage.field("household-1/f/address"), "KRAJAN 12")
        stage.tap(stage.view<android.view.View>(R.id.next))
        assertEquals("KRAJAN 12", stage.core.saved.single().second)
        assertTrue(stage.words.contains("Anggota 1: SUMIATI"))
    }

    @Test
    fun `a field that stays keeps its view, its text and the keyboard`() {
        val stage = visit("household")
        val address = stage.field("household-1/f/address")
        stage.type(address, "KRAJAN")
        stage.pause()
        assertTrue(address === stage.field("household-1/f/address"))
        assertTrue(address.isFocused)
    }

    @Test
    fun `each member has a tab`() {
        val stage = visit("members")
        stage.tap("PAIJO")
        assertTrue(stage.words.contains("Anggota 2: PAIJO"))
        assertEquals("9901 0101 0287 0002", stage.field("person-2/f/nik").text.toString())
    }

    @Test
    fun `a new member can be typed at once`() {
        val stage = visit("members")
        stage.tap(stage.tagged(R.id.action_key, "add_member").single())
        assertTrue(stage.field("member-new/f/nik").isFocused)
    }

    @Test
    fun `a case is chosen by its kind`() {
        val stage = visit("cases")
        stage.tap(stage.tagged(R.id.action_key, "add_case").single())
        val list = ShadowAlertDialog.getLatestAlertDialog()
        val rows = list.findViewById<android.view.View>(
            android.R.id.content,
        )!!.all().filterIsInstance<android.widget.ListView>()
        rows.first { it.id != android.R.id.list || it.count == 5 }.let { it.performItemClick(null, 0, 0) }
        stage.idle()
        assertTrue(stage.tagged(R.id.field_key, "case-need/f/story").isNotEmpty())
    }

    @Test
    fun `what blocks sending is listed and leads to its field`() {
        val stage = visit("finish")
        stage.core.finish =
            Finish.Blocked(listOf(FindingView("members", "person-3", "f/nik", "RIZKY: NIK wajib diisi.")))
        stage.tap("Kirim")
        assertTrue(stage.words.contains("1 isian harus dibetulkan sebelum dikirim:"))
        stage.tap("RIZKY: NIK wajib diisi.")
        assertTrue(stage.field("person-3/f/nik").isFocused)
    }

    @Test
    fun `of an odd number of choices the last can be touched too`() {
        val stage = Stage(listOf(Route.Home, Route.Office(OFFICE_ROW)))
        stage.tap(stage.tagged(R.id.choice_key, "family").first())
        stage.tap(stage.tagged(R.id.choice_key, "self").single())
        stage.tap(stage.view<android.view.View>(R.id.save_answer))
        assertEquals(listOf("answer $OFFICE_ROW {channel=family, reached=self}"), stage.core.calls)
    }

    @Test
    fun `money stands in thousands`() {
        val stage = visit("cases")
        stage.tap("Pengaduan")
        val money = stage.field("case-2/f/amount")
        assertEquals("600.000", money.text.toString())
        stage.type(money, "1250000")
        stage.pause()
        assertEquals("1.250.000", money.text.toString())
        assertEquals("1250000", stage.core.saved.last().second)
    }

    @Test
    @Config(qualifiers = "in-rID-w800dp-h1280dp-port-mdpi")
    fun `held upright the sections are a list above the form`() {
        val stage = visit("members")
        assertTrue(stage.words.contains("Bagian 2 dari 6: Anggota"))
        assertEquals(0, stage.tagged(R.id.section_key, "members").size)
    }
}
