package id.jangkau.screen.outbox

import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.SyncStarter
import id.jangkau.screen.Turn
import id.jangkau.source.WorkSource

/** Reads what waits to be sent, and starts a session when a person asks for one. */
class OutboxPresenter(
    private val work: WorkSource,
    private val syncer: SyncStarter,
) : Presenter<OutboxState, OutboxEvent>() {
    override val start = OutboxState(home = null, items = null, news = syncer.news, problem = null)

    override val opening = OutboxEvent.Refresh

    override fun route(state: OutboxState) = Route.Outbox

    override fun atOnce(now: OutboxState, event: OutboxEvent): OutboxState {
        if (event == OutboxEvent.SendNow) syncer.start { }
        return now.copy(news = syncer.news)
    }

    override fun act(now: OutboxState, event: OutboxEvent): Turn<OutboxState> = when (event) {
        OutboxEvent.Refresh, OutboxEvent.SendNow -> read()
        is OutboxEvent.Leave -> Turn.to(event.way)
    }

    private fun read(): Turn<OutboxState> {
        val home = work.home()
        val items = work.outbox()
        return Turn({ it.copy(home = home, items = items, problem = null) })
    }
}
