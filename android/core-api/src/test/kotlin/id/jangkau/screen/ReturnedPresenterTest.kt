package id.jangkau.screen

import id.jangkau.fake.Asked
import id.jangkau.fake.FakeCore
import id.jangkau.fake.aFieldSaved
import id.jangkau.screen.finished.FinishedDesk
import id.jangkau.screen.returned.ReturnedEvent
import id.jangkau.screen.returned.ReturnedPresenter
import id.jangkau.source.FieldId
import id.jangkau.source.FindingView
import id.jangkau.source.Finish
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

class ReturnedPresenterTest {
    private val core = FakeCore()
    private val nik = FieldId("person-3", "f/nik")
    private val returned = Asked(ReturnedPresenter("return-1", core, core, FinishedDesk())).apply {
        after(ReturnedEvent.Refresh)
    }

    @Test
    fun `what was changed since it came back is no longer open`() {
        assertEquals(listOf(nik), returned.state.open.map { it.id })
        assertTrue(returned.after(ReturnedEvent.Typed(nik, "9901011003210004")).open.isEmpty())
    }

    @Test
    fun `a value with a fault is still open`() {
        core.check = { _, _ -> aFieldSaved(error = "NIK harus 16 angka.") }
        val state = returned.after(ReturnedEvent.Typed(nik, "99010110"))
        assertEquals(listOf(nik), state.open.map { it.id })
        assertEquals("NIK harus 16 angka.", state.saved[nik]?.error)
    }

    @Test
    fun `pressed too early, the button leads to the open field`() {
        assertEquals(nik, returned.after(ReturnedEvent.Send).jump)
        assertTrue(core.calls.isEmpty())
    }

    @Test
    fun `a word of explanation is enough where a field cannot be filled`() {
        returned.after(ReturnedEvent.Explain(" Akta belum ada. "), ReturnedEvent.Send)
        assertEquals(listOf("correct return-1 Akta belum ada."), core.calls)
        assertEquals(listOf<Go>(Go.Replace(Route.Finished("return-1"))), returned.ways)
    }

    @Test
    fun `what the core refuses is shown and led to`() {
        core.finish = Finish.Blocked(listOf(FindingView("", nik.doc, nik.key, "NIK sudah dipakai.")))
        val state = returned.after(ReturnedEvent.Explain("x"), ReturnedEvent.Send)
        assertEquals(nik to "NIK sudah dipakai.", state.jump to state.findings.single().text)
        assertTrue(returned.ways.isEmpty())
    }
}
