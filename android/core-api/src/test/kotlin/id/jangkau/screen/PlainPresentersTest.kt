package id.jangkau.screen

import id.jangkau.fake.Asked
import id.jangkau.fake.FakeCore
import id.jangkau.fake.aCase
import id.jangkau.fake.aFinished
import id.jangkau.fake.aHousehold
import id.jangkau.fake.aTaskCard
import id.jangkau.fake.anAccount
import id.jangkau.fake.atOnce
import id.jangkau.fake.someOutboxItems
import id.jangkau.screen.about.AboutEvent
import id.jangkau.screen.about.AboutPresenter
import id.jangkau.screen.casecard.CaseEvent
import id.jangkau.screen.casecard.CasePresenter
import id.jangkau.screen.enrol.EnrolEvent
import id.jangkau.screen.enrol.EnrolPresenter
import id.jangkau.screen.finished.FinishedDesk
import id.jangkau.screen.finished.FinishedEvent
import id.jangkau.screen.finished.FinishedPresenter
import id.jangkau.screen.home.HomeEvent
import id.jangkau.screen.home.HomePresenter
import id.jangkau.screen.home.TaskHeading
import id.jangkau.screen.household.HouseholdEvent
import id.jangkau.screen.household.HouseholdPresenter
import id.jangkau.screen.outbox.OutboxEvent
import id.jangkau.screen.outbox.OutboxPresenter
import id.jangkau.screen.tasks.TaskList
import id.jangkau.screen.tasks.TasksEvent
import id.jangkau.screen.tasks.TasksPresenter
import id.jangkau.source.FieldFailure
import id.jangkau.source.FindingView
import id.jangkau.source.Finish
import id.jangkau.source.TaskKind
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test

class PlainPresentersTest {
    private val core =
        FakeCore(families = mapOf("h" to aHousehold("h")), cases = mapOf("c" to aCase()), outbox = someOutboxItems())

    @Test
    fun `enrolment needs address, code and name`() {
        val enrol = Asked(EnrolPresenter(core, "Tablet 4"))
        assertTrue(enrol.after(EnrolEvent.Server("https://slrt.example"), EnrolEvent.Enrol).incomplete)
        assertTrue(core.calls.isEmpty())

        enrol.after(EnrolEvent.Code(" ABCD-1234 "), EnrolEvent.Enrol)

        assertEquals(listOf("enrol https://slrt.example ABCD-1234 Tablet 4"), core.calls)
        assertEquals(listOf<Go>(Go.Root(Route.Home)), enrol.ways)
    }

    @Test
    fun `a refused code leaves what was typed and the button`() {
        val enrol = Asked(EnrolPresenter(core, "Tablet 4"))
        core.failure = FieldFailure.Refused("code", "Kode sudah dipakai.")
        val state = enrol.after(EnrolEvent.Server("s"), EnrolEvent.Code("c"), EnrolEvent.Enrol)
        assertEquals("Kode sudah dipakai." to "c", state.problem?.text to state.code)
        assertFalse(state.busy)
    }

    @Test
    fun `work stands under its headings, the urgent first`() {
        val groups = Asked(HomePresenter(core, core)).after(HomeEvent.Refresh).groups
        assertEquals(
            listOf(TaskHeading.OVERDUE to 1, TaskHeading.WAITING to 4, TaskHeading.UNVISITED to 3),
            groups.map { it.heading to it.cards.size },
        )
    }

    @Test
    fun `each card leads to its own screen`() {
        val home = Asked(HomePresenter(core, core))
        home.after(
            HomeEvent.Open(aTaskCard("r", TaskKind.RETURNED)),
            HomeEvent.Open(aTaskCard("d", TaskKind.DRAFT, visit = "v")),
            HomeEvent.Open(aTaskCard("i", TaskKind.INFORM, household = "h")),
            HomeEvent.Open(aTaskCard("q", TaskKind.REQUEST)),
            HomeEvent.Open(aTaskCard("c", TaskKind.TASK, household = "h")),
            HomeEvent.Open(aTaskCard("t", TaskKind.TASK, household = null)),
            HomeEvent.Open(aTaskCard("row-9", household = null)),
        )
        assertEquals(
            listOf(
                Route.Returned("r"),
                Route.Visit("v", ""),
                Route.Office("i"),
                Route.Office("q"),
                Route.Household("h"),
                Route.Visit(FakeCore.VISIT, ""),
            ),
            home.ways.map { (it as Go.To).route },
        )
        assertEquals(listOf("start RegisterRow(desa=, row=row-9)"), core.calls)
    }

    @Test
    fun `a draft that is thrown away is gone from the list`() {
        val tasks = Asked(TasksPresenter(TaskList.DRAFTS, core, core))
        val draft = tasks.after(TasksEvent.Refresh).cards!!.single()
        assertTrue(tasks.after(TasksEvent.Discard(draft)).cards!!.isEmpty())
        assertEquals(listOf("discard ${FakeCore.VISIT}"), core.calls)
    }

    @Test
    fun `the list of returned records holds nothing else`() {
        val cards = Asked(TasksPresenter(TaskList.RETURNED, core, core)).after(TasksEvent.Refresh).cards!!
        assertEquals(listOf(TaskKind.RETURNED), cards.map { it.kind })
    }

    @Test
    fun `a family is visited from its page`() {
        val family = Asked(HouseholdPresenter("h", core, core, core))
        assertEquals("Keluarga SUMIATI", family.after(HouseholdEvent.Refresh).view?.title)
        family.after(HouseholdEvent.Start)
        assertEquals(listOf<Go>(Go.To(Route.Visit(FakeCore.VISIT, ""))), family.ways)
    }

    @Test
    fun `a case that is not here any more says so`() {
        assertEquals("Dirujuk", Asked(CasePresenter("c", core)).after(CaseEvent.Refresh).view?.stateText)
        assertEquals(ProblemKind.NOT_FOUND, Asked(CasePresenter("x", core)).after(CaseEvent.Refresh).problem?.kind)
    }

    @Test
    fun `send now starts a session and shows what it did`() {
        val outbox = Asked(OutboxPresenter(core, Syncer(core, atOnce, atOnce)))
        val state = outbox.after(OutboxEvent.SendNow)
        assertEquals("3 data terkirim, 2 data diterima.", state.news.report?.text)
        assertEquals(5, state.items?.size)
    }

    @Test
    fun `the number is shown from memory, and asked for again after a restart`() {
        val desk = FinishedDesk().apply { put("v", aFinished()) }
        Asked(FinishedPresenter("v", desk, core, core)).after(FinishedEvent.Refresh)
        assertTrue(core.calls.isEmpty())

        val restarted = Asked(FinishedPresenter("v", FinishedDesk(), core, core)).after(FinishedEvent.Refresh)
        assertEquals("9901-2507-0K7-0012-G", restarted.finished?.numbers?.single()?.number)
        assertEquals(listOf("finish v"), core.calls)
    }

    @Test
    fun `a visit that turns out unfinished leads back to its form`() {
        core.finish = Finish.Blocked(listOf(FindingView("members", "p", "f/nik", "NIK wajib diisi.")))
        val finished = Asked(FinishedPresenter("v", FinishedDesk(), core, core))
        finished.after(FinishedEvent.Refresh)
        assertEquals(listOf<Go>(Go.Replace(Route.Visit("v", ""))), finished.ways)
    }

    @Test
    fun `more tells who works here`() {
        assertEquals(anAccount(), Asked(AboutPresenter(core, core)).after(AboutEvent.Refresh).account)
    }
}
