package id.jangkau.screen

import id.jangkau.fake.Asked
import id.jangkau.fake.FakeCore
import id.jangkau.fake.Held
import id.jangkau.fake.aHit
import id.jangkau.fake.aHousehold
import id.jangkau.fake.anAccount
import id.jangkau.fake.someHits
import id.jangkau.screen.search.SearchEvent
import id.jangkau.screen.search.SearchPresenter
import id.jangkau.source.HitSource
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import java.util.concurrent.Executor

class SearchPresenterTest {
    private val core = FakeCore(hits = someHits(), families = mapOf("household-sumiati" to aHousehold()))

    private fun search(words: String = "", executor: Executor = Executor { it.run() }) =
        Asked(SearchPresenter(words, core, core, core, core, core), executor).apply { after(SearchEvent.Refresh) }

    @Test
    fun `nothing is found before something was searched for`() {
        assertNull(search().state.page)
        assertNull(search("sumi").after(SearchEvent.Words("  ")).page)
    }

    @Test
    fun `a filter shows one source and counts all`() {
        val state = search("sumia").after(SearchEvent.Filter(HitSource.REGISTER))
        assertEquals(listOf("SUMIARTI", "SUMIASIH"), state.hits.map { it.title })
        assertEquals(
            listOf(5, 2, 1, 2),
            listOf(null, HitSource.OWN, HitSource.OFFICE, HitSource.REGISTER).map(state::count),
        )
    }

    @Test
    fun `an answer to older words never replaces that to newer ones`() {
        val busy = Held()
        val search = search(executor = busy)
        search.after(SearchEvent.Words("sumiarti"), SearchEvent.Words("sumiasih"))
        busy.run()
        assertEquals("sumiasih", search.state.page?.query)
        assertEquals(listOf("SUMIASIH"), search.state.hits.map { it.title })
    }

    @Test
    fun `the family of a chosen person is seen before a visit begins`() {
        val state = search("sumia").after(SearchEvent.Choose(aHit()))
        assertEquals("Keluarga SUMIATI", state.preview?.title)
        assertEquals(1, state.preview?.openCases?.size)
    }

    @Test
    fun `a register row has no family yet`() {
        val state = search("sumia").after(SearchEvent.Choose(someHits().last()))
        assertNotNull(state.chosen)
        assertNull(state.preview)
    }

    @Test
    fun `a visit begins with the family, the register row or nobody`() {
        val visit = Go.Replace(Route.Visit(FakeCore.VISIT, ""))
        val search = search("sumia")
        search.after(SearchEvent.Choose(aHit()), SearchEvent.Start)
        search.after(SearchEvent.Choose(someHits().last()), SearchEvent.Start)
        search.after(SearchEvent.Register)

        assertEquals(listOf<Go>(visit, visit, visit), search.ways)
        assertEquals(
            listOf(
                "start Household(id=household-sumiati)",
                "start RegisterRow(desa=, row=row-5)",
                "start NewHousehold(desa=)",
            ),
            core.calls,
        )
    }

    @Test
    fun `the words are found again after the process died`() {
        val search = search()
        val state = search.after(SearchEvent.Words("painem"))
        assertEquals(Route.Search("painem"), SearchPresenter("", core, core, core, core, core).route(state))
    }

    @Test
    fun `who works in two desa says where a new family lives`() {
        core.account = anAccount().copy(desaNames = listOf("Karangwulung", "Sidamukti"))
        val asked = search("painem")
        assertEquals(listOf("Karangwulung", "Sidamukti"), asked.after(SearchEvent.Register).desa)
        assertEquals(emptyList<String>(), core.calls)

        asked.after(SearchEvent.RegisterIn("Sidamukti"))
        assertEquals(listOf("start NewHousehold(desa=Sidamukti)"), core.calls)
    }

    @Test
    fun `a closed list of desa asks again`() {
        core.account = anAccount().copy(desaNames = listOf("Karangwulung", "Sidamukti"))
        val asked = search("painem")
        assertTrue(asked.after(SearchEvent.Register, SearchEvent.RegisterIn(null)).desa.isEmpty())
        assertEquals(2, asked.after(SearchEvent.Register).desa.size)
        assertEquals(emptyList<String>(), core.calls)
    }
}
