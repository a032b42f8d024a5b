package id.jangkau.screen

import id.jangkau.fake.Asked
import id.jangkau.fake.FakeCore
import id.jangkau.fake.OFFICE_ROW
import id.jangkau.screen.finished.FinishedDesk
import id.jangkau.screen.office.OfficeEvent
import id.jangkau.screen.office.OfficePresenter
import id.jangkau.source.FieldFailure
import id.jangkau.source.FieldId
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Test

class OfficePresenterTest {
    private val core = FakeCore()
    private val desk = FinishedDesk()
    private val office = Asked(OfficePresenter(OFFICE_ROW, core, core, desk))

    @Test
    fun `what is missing is said at its field until it is filled`() {
        val half = office.after(OfficeEvent.Refresh, OfficeEvent.Typed("channel", "visit"), OfficeEvent.Save)
        assertEquals(mapOf("reached" to "Isi Yang menerima kabar."), half.faults)
        assertEquals(FieldId(OFFICE_ROW, "reached"), half.jump)
        assertEquals(emptyList<String>(), core.calls)

        val filled = office.after(OfficeEvent.Typed("reached", "self"))
        assertEquals(listOf("visit" to "", "self" to ""), filled.fields.map { it.value to it.error })
    }

    @Test
    fun `an answer is saved once and leads to its end`() {
        office.after(OfficeEvent.Refresh, OfficeEvent.Typed("channel", "phone"), OfficeEvent.Typed("reached", "family"))
        office.after(OfficeEvent.Save)
        assertEquals(listOf("answer $OFFICE_ROW {channel=phone, reached=family}"), core.calls)
        assertEquals(listOf<Go>(Go.Replace(Route.Finished(OFFICE_ROW))), office.ways)
        assertNotNull(desk.find(OFFICE_ROW))
    }

    @Test
    fun `a task that the office has closed meanwhile says so`() {
        core.failure = FieldFailure.NotFound()
        val gone = office.after(OfficeEvent.Refresh)
        assertNull(gone.task)
        assertEquals(ProblemKind.NOT_FOUND, gone.problem?.kind)
    }
}
