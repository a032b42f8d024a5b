package id.jangkau.screen.casecard

import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.Turn
import id.jangkau.source.HouseholdSource

/** Reads where a case stands. */
class CasePresenter(
    private val id: String,
    private val households: HouseholdSource,
) : Presenter<CaseState, CaseEvent>() {
    override val start = CaseState(id, view = null, problem = null)

    override val opening = CaseEvent.Refresh

    override fun route(state: CaseState) = Route.Case(id)

    override fun act(now: CaseState, event: CaseEvent): Turn<CaseState> = when (event) {
        CaseEvent.Refresh -> read()
        is CaseEvent.Leave -> Turn.to(event.way)
    }

    private fun read(): Turn<CaseState> {
        val view = households.caseCard(id)
        return Turn({ it.copy(view = view, problem = null) })
    }
}
