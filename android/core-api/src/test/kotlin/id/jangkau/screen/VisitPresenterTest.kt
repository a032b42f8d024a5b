package id.jangkau.screen

import id.jangkau.fake.Asked
import id.jangkau.fake.FakeCore
import id.jangkau.fake.aFieldSaved
import id.jangkau.fake.aHit
import id.jangkau.fake.someForms
import id.jangkau.screen.finished.FinishedDesk
import id.jangkau.screen.visit.AddingWhat
import id.jangkau.screen.visit.VisitEvent
import id.jangkau.screen.visit.VisitPresenter
import id.jangkau.source.Choice
import id.jangkau.source.FieldFailure
import id.jangkau.source.FieldId
import id.jangkau.source.FindingView
import id.jangkau.source.Finish
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test

class VisitPresenterTest {
    private val core = FakeCore(forms = someForms())
    private val desk = FinishedDesk()
    private val kinds = listOf(Choice("need", "Kebutuhan program"))

    private fun visit(section: String) =
        Asked(VisitPresenter(FakeCore.VISIT, section, core, desk, kinds)).apply { after(VisitEvent.Refresh) }

    @Test
    fun `each member has a page of its own`() {
        val state = visit("members").state
        assertEquals(
            listOf("Anggota 1: SUMIATI", "Anggota 2: PAIJO", "Anggota 3: RIZKY"),
            state.pages.map {
                it.single().title
            },
        )
    }

    @Test
    fun `a typed field is on disk before anything else is asked for`() {
        val nik = FieldId("person-1", "f/nik")
        core.check = { _, value -> aFieldSaved(error = if (value.length == 16) "" else "NIK harus 16 angka.") }
        val visit = visit("members")

        val wrong = visit.after(VisitEvent.Typed(nik, "990101711258000"))
        assertEquals("NIK harus 16 angka.", wrong.field(nik).error)

        val right = visit.after(VisitEvent.Typed(nik, "9901017112580003"))
        assertEquals("", right.field(nik).error)
        assertEquals(nik to "9901017112580003", core.saved.last())
    }

    @Test
    fun `a value that could not be saved stays on the screen as typed`() {
        val visit = visit("household")
        val address = FieldId("household-1", "f/address")
        core.failure = FieldFailure.RetryLater("disk full")

        val state = visit.after(VisitEvent.Typed(address, "KRAJAN 12"))

        assertEquals("KRAJAN 12", state.pending[address])
        assertEquals(ProblemKind.NOT_SAVED, state.problem?.kind)
    }

    @Test
    fun `onward leads through the pages and then to the next section`() {
        val visit = visit("members")
        assertEquals(1, visit.after(VisitEvent.Next).page)
        assertEquals(2, visit.after(VisitEvent.Next).page)
        val next = visit.after(VisitEvent.Next)
        assertEquals("participation" to 0, next.form?.section to next.page)
        assertEquals("members", visit.after(VisitEvent.Previous).form?.section)
    }

    @Test
    fun `the end of the last section sends`() {
        val visit = visit("finish")
        visit.after(VisitEvent.Next)
        assertEquals(listOf<Go>(Go.Replace(Route.Finished(FakeCore.VISIT))), visit.ways)
        assertEquals("9901-2507-0K7-0012-G", desk.find(FakeCore.VISIT)?.numbers?.single()?.number)
    }

    @Test
    fun `what blocks sending leads to its field`() {
        val finding = FindingView("members", "person-3", "f/nik", "NIK wajib diisi.")
        core.finish = Finish.Blocked(listOf(finding))
        val visit = visit("finish")
        assertEquals(listOf(finding), visit.after(VisitEvent.Finish).findings)

        val there = visit.after(VisitEvent.Jump(finding))

        assertEquals(
            Triple("members", 2, FieldId("person-3", "f/nik")),
            Triple(there.form?.section, there.page, there.jump),
        )
        assertTrue(visit.ways.isEmpty())
    }

    @Test
    fun `the list of faults leads to the first of them`() {
        val there = visit("household").after(VisitEvent.FirstError)
        assertEquals("members" to FieldId("person-1", "f/nik"), there.form?.section to there.jump)
    }

    @Test
    fun `a new member is shown at once, ready to type`() {
        val there = visit("members").after(VisitEvent.AddMember)
        assertEquals(3 to FieldId("member-new", "f/nik"), there.page to there.jump)
    }

    @Test
    fun `a program and a case are chosen from their lists`() {
        val visit = visit("participation")
        assertEquals(
            listOf("sembako", "pkh"),
            visit.after(VisitEvent.Ask(AddingWhat.PROGRAM)).adding?.choices?.map {
                it.key
            },
        )
        val added = visit.after(VisitEvent.Add(AddingWhat.PROGRAM, "pkh"))
        assertNull(added.adding)
        assertEquals("program-pkh", added.pages[added.page].last().doc)

        val cases = visit("cases")
        assertEquals(kinds, cases.after(VisitEvent.Ask(AddingWhat.CASE)).adding?.choices)
        assertEquals("case-need", cases.after(VisitEvent.Add(AddingWhat.CASE, "need")).pages.last().single().doc)
    }

    @Test
    fun `a list that was closed adds nothing`() {
        val visit = visit("participation")
        visit.after(VisitEvent.Ask(AddingWhat.PROGRAM))
        val state = visit.after(VisitEvent.Add(AddingWhat.PROGRAM, null))
        assertNull(state.adding)
        assertEquals(1, state.pages.size)
    }

    @Test
    fun `people who may be the same stand at the field until it is typed anew`() {
        val name = FieldId("person-1", "f/mother")
        core.check = { _, value -> aFieldSaved(similar = if (value == "SUMIATI") listOf(aHit()) else emptyList()) }
        val visit = visit("members")
        assertEquals(name, visit.after(VisitEvent.Typed(name, "SUMIATI")).similar?.field)
        assertNull(visit.after(VisitEvent.Typed(name, "SUMIRAH")).similar)
    }

    @Test
    fun `after the process died the same section is shown`() {
        val visit = visit("household")
        visit.after(VisitEvent.Open("cases"))
        val presenter = VisitPresenter(FakeCore.VISIT, "household", core, desk, kinds)
        assertEquals(Route.Visit(FakeCore.VISIT, "cases"), presenter.route(visit.state))
    }

    private fun id.jangkau.screen.visit.VisitState.field(id: FieldId) =
        form!!.groups.flatMap { it.fields }.first { it.id == id }
}
