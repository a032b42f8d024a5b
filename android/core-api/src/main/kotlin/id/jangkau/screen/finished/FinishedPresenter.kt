package id.jangkau.screen.finished

import id.jangkau.screen.Go
import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.Turn
import id.jangkau.source.Finish
import id.jangkau.source.VisitSource
import id.jangkau.source.WorkSource

/** Shows the numbers of a finished visit; after a restart it asks the core for them again. */
class FinishedPresenter(
    private val visit: String,
    private val desk: FinishedDesk,
    private val visits: VisitSource,
    private val work: WorkSource,
) : Presenter<FinishedState, FinishedEvent>() {
    override val start = FinishedState(visit, chip = null, finished = desk.find(visit), card = 0, problem = null)

    override val opening = FinishedEvent.Refresh

    override fun route(state: FinishedState) = Route.Finished(visit)

    override fun atOnce(now: FinishedState, event: FinishedEvent) = when (event) {
        is FinishedEvent.Show -> now.copy(card = event.card)
        else -> now
    }

    override fun act(now: FinishedState, event: FinishedEvent): Turn<FinishedState> = when (event) {
        FinishedEvent.Refresh -> read()
        is FinishedEvent.Show -> Turn.none()
        is FinishedEvent.Leave -> Turn.to(event.way)
    }

    private fun read(): Turn<FinishedState> {
        val chip = work.home().chip
        val finished = desk.find(visit) ?: (visits.finish(visit) as? Finish.Done)?.finished
        return when (finished) {
            null -> Turn.to(Go.Replace(Route.Visit(visit, "")))
            else -> Turn({ it.copy(chip = chip, finished = finished, problem = null) })
        }
    }
}
