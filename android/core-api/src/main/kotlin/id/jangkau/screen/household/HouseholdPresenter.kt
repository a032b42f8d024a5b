package id.jangkau.screen.household

import id.jangkau.screen.Go
import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.Turn
import id.jangkau.source.HouseholdSource
import id.jangkau.source.VisitSource
import id.jangkau.source.VisitTarget
import id.jangkau.source.WorkSource

/** Reads one family and begins visits to it. */
class HouseholdPresenter(
    private val id: String,
    private val households: HouseholdSource,
    private val visits: VisitSource,
    private val work: WorkSource,
) : Presenter<HouseholdState, HouseholdEvent>() {
    override val start = HouseholdState(id, chip = null, view = null, problem = null)

    override val opening = HouseholdEvent.Refresh

    override fun route(state: HouseholdState) = Route.Household(id)

    override fun act(now: HouseholdState, event: HouseholdEvent): Turn<HouseholdState> = when (event) {
        HouseholdEvent.Refresh -> read()
        HouseholdEvent.Start -> Turn.to(Go.To(Route.Visit(visits.startVisit(VisitTarget.Household(id)), "")))
        is HouseholdEvent.Leave -> Turn.to(event.way)
    }

    private fun read(): Turn<HouseholdState> {
        val view = households.household(id)
        val chip = work.home().chip
        return Turn({ it.copy(view = view, chip = chip, problem = null) })
    }
}
