package id.jangkau.screen.tasks

import id.jangkau.screen.Go
import id.jangkau.screen.Route
import id.jangkau.source.TaskCard
import id.jangkau.source.TaskKind
import id.jangkau.source.VisitSource
import id.jangkau.source.VisitTarget

/** Knows which screen a task card leads to; a listed family without a document gets its visit begun. */
class TaskOpener(private val visits: VisitSource) {
    /** Returns the screen of a card; null where the office has not sent the family yet. */
    fun way(card: TaskCard): Go? {
        val visit = card.visit
        val household = card.household
        val route = when {
            card.kind == TaskKind.RETURNED -> Route.Returned(card.id)
            card.kind == TaskKind.INFORM || card.kind == TaskKind.REQUEST -> Route.Office(card.id)
            visit != null -> Route.Visit(visit, "")
            card.kind == TaskKind.UNVISITED -> Route.Visit(visits.startVisit(VisitTarget.RegisterRow("", card.id)), "")
            household != null -> Route.Household(household)
            else -> return null
        }
        return Go.To(route)
    }
}
