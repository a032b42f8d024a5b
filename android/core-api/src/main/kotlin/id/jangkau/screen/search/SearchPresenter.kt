package id.jangkau.screen.search

import id.jangkau.screen.Go
import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.Turn
import id.jangkau.source.AccountSource
import id.jangkau.source.HouseholdSource
import id.jangkau.source.SearchHit
import id.jangkau.source.SearchSource
import id.jangkau.source.VisitSource
import id.jangkau.source.VisitTarget
import id.jangkau.source.WorkSource

/** Looks before a person is recorded: own records, those of the office, the register; "new" comes last. */
class SearchPresenter(
    private val words: String,
    private val search: SearchSource,
    private val households: HouseholdSource,
    private val visits: VisitSource,
    private val work: WorkSource,
    private val accounts: AccountSource,
) : Presenter<SearchState, SearchEvent>() {
    override val start = SearchState(
        words = words,
        chip = null,
        page = null,
        filter = null,
        chosen = null,
        preview = null,
        desa = emptyList(),
        problem = null,
    )

    override val opening = SearchEvent.Refresh

    override fun route(state: SearchState) = Route.Search(state.words)

    override fun atOnce(now: SearchState, event: SearchEvent) = when (event) {
        is SearchEvent.Words -> now.copy(words = event.text, filter = null, chosen = null, preview = null)
        is SearchEvent.Filter -> now.copy(filter = event.source)
        is SearchEvent.Choose -> now.copy(chosen = event.hit, preview = null)
        is SearchEvent.RegisterIn -> now.copy(desa = emptyList())
        else -> now
    }

    override fun act(now: SearchState, event: SearchEvent): Turn<SearchState> = when (event) {
        SearchEvent.Refresh -> refresh(now)
        is SearchEvent.Words -> find(event.text)
        is SearchEvent.Filter -> Turn.none()
        is SearchEvent.Choose -> preview(event.hit)
        SearchEvent.Start -> begin(now.chosen)
        SearchEvent.OpenHousehold -> now.chosen?.household?.let { Turn.to(Go.To(Route.Household(it))) } ?: Turn.none()
        SearchEvent.Register -> register()
        is SearchEvent.RegisterIn -> event.desa?.let { begin(VisitTarget.NewHousehold(it)) } ?: Turn.none()
        is SearchEvent.Leave -> Turn.to(event.way)
    }

    private fun refresh(now: SearchState): Turn<SearchState> {
        val chip = work.home().chip
        val found = find(now.words)
        return Turn({ found.change(it).copy(chip = chip) })
    }

    private fun find(text: String): Turn<SearchState> {
        val page = if (text.isBlank()) null else search.search(text)
        // An answer to older words does not replace that to newer ones.
        return Turn({ if (it.words == text) it.copy(page = page, problem = null) else it })
    }

    private fun preview(hit: SearchHit?): Turn<SearchState> {
        val view = hit?.household?.let(households::household)
        return Turn({ if (it.chosen == hit) it.copy(preview = view, problem = null) else it })
    }

    /** Who works in several desa says in which one the family lives. */
    private fun register(): Turn<SearchState> {
        val desa = accounts.account().desaNames
        return if (desa.size > 1) Turn({ it.copy(desa = desa) }) else begin(VisitTarget.NewHousehold(""))
    }

    private fun begin(hit: SearchHit?): Turn<SearchState> {
        val row = hit?.registerRow
        return when {
            hit == null -> Turn.none()
            row != null -> begin(VisitTarget.RegisterRow("", row))
            else -> begin(VisitTarget.Household(hit.household ?: hit.id))
        }
    }

    private fun begin(target: VisitTarget): Turn<SearchState> =
        Turn.to(Go.Replace(Route.Visit(visits.startVisit(target), "")))
}
