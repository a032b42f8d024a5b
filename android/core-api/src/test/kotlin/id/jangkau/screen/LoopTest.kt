package id.jangkau.screen

import id.jangkau.fake.Asked
import id.jangkau.fake.FakeCore
import id.jangkau.fake.Held
import id.jangkau.fake.someForms
import id.jangkau.screen.finished.FinishedDesk
import id.jangkau.screen.home.HomeEvent
import id.jangkau.screen.home.HomePresenter
import id.jangkau.screen.visit.VisitEvent
import id.jangkau.screen.visit.VisitPresenter
import id.jangkau.source.FieldFailure
import id.jangkau.source.FieldId
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Test

class LoopTest {
    private val core = FakeCore(forms = someForms())

    @Test
    fun `a failure shows a problem and leaves the screen as it is`() {
        val home = Asked(HomePresenter(core, core))
        home.after(HomeEvent.Refresh)
        core.failure = FieldFailure.NoNetwork()

        val state = home.after(HomeEvent.Refresh)

        assertEquals(ProblemKind.NO_NETWORK, state.problem?.kind)
        assertNotNull(state.home)
    }

    @Test
    fun `the next success takes the problem away`() {
        val home = Asked(HomePresenter(core, core))
        core.failure = FieldFailure.RetryLater("disk full")
        home.after(HomeEvent.Refresh)

        assertNull(home.after(HomeEvent.Refresh).problem)
    }

    @Test
    fun `a tablet that is not enrolled begins with its enrolment`() {
        val home = Asked(HomePresenter(core, core))
        core.failure = FieldFailure.NotEnrolled()

        home.after(HomeEvent.Refresh)

        assertEquals(listOf(Go.Root(Route.Enrol)), home.ways)
    }

    @Test
    fun `what is typed while an older answer is under way stays on the screen`() {
        val busy = Held()
        val visit = Asked(VisitPresenter("v", "household", core, FinishedDesk(), emptyList()), busy)
        val address = FieldId("household-1", "f/address")
        visit.after(VisitEvent.Refresh)
        busy.run()

        visit.after(VisitEvent.Typed(address, "KRAJAN"), VisitEvent.Typed(address, "KRAJAN 12"))

        assertEquals("KRAJAN 12", visit.state.pending[address])
        busy.run()
        assertEquals("KRAJAN 12", visit.state.form!!.groups.flatMap { it.fields }.first { it.id == address }.value)
        assertEquals(emptyMap<FieldId, String>(), visit.state.pending)
        assertEquals(listOf("KRAJAN", "KRAJAN 12"), core.saved.map { it.second })
    }
}
