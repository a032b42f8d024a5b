package id.jangkau.screen.returned

import id.jangkau.screen.Go
import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.Turn
import id.jangkau.screen.finished.FinishedDesk
import id.jangkau.source.FieldId
import id.jangkau.source.Finish
import id.jangkau.source.ReturnSource
import id.jangkau.source.WorkSource

/** Shows the supervisor's words at the fields, saves what is typed and sends the correction. */
class ReturnedPresenter(
    private val id: String,
    private val returns: ReturnSource,
    private val work: WorkSource,
    private val desk: FinishedDesk,
) : Presenter<ReturnedState, ReturnedEvent>() {
    override val start = ReturnedState(
        id = id,
        chip = null,
        item = null,
        pending = emptyMap(),
        saved = emptyMap(),
        explanation = "",
        findings = emptyList(),
        jump = null,
        problem = null,
    )

    override val opening = ReturnedEvent.Refresh

    override fun route(state: ReturnedState) = Route.Returned(id)

    override fun atOnce(now: ReturnedState, event: ReturnedEvent) = when (event) {
        is ReturnedEvent.Typed -> now.copy(pending = now.pending + (event.field to event.value), jump = null)
        is ReturnedEvent.Explain -> now.copy(explanation = event.text)
        ReturnedEvent.Send -> now.copy(jump = null)
        else -> now
    }

    override fun act(now: ReturnedState, event: ReturnedEvent): Turn<ReturnedState> = when (event) {
        ReturnedEvent.Refresh -> read()
        is ReturnedEvent.Typed -> save(event)
        is ReturnedEvent.Explain -> Turn.none()
        ReturnedEvent.Send -> send(now)
        is ReturnedEvent.Leave -> Turn.to(event.way)
    }

    private fun read(): Turn<ReturnedState> {
        val item = returns.returnedItem(id)
        val chip = work.home().chip
        return Turn({ it.copy(item = item, chip = chip, problem = null) })
    }

    private fun save(event: ReturnedEvent.Typed): Turn<ReturnedState> {
        val (doc, key) = event.field
        val saved = returns.setField(id, doc, key, event.value)
        val item = returns.returnedItem(id)
        return Turn({ state ->
            val typedSince = state.pending[event.field] != event.value
            state.copy(
                item = item,
                saved = state.saved + (event.field to saved),
                pending = if (typedSince) state.pending else state.pending - event.field,
                problem = null,
            )
        })
    }

    /** Pressed with an open field and no word of explanation, it leads to that field. */
    private fun send(now: ReturnedState): Turn<ReturnedState> {
        val open = now.open.firstOrNull()
        if (open != null && now.explanation.isBlank()) return Turn({ it.copy(jump = open.id) })
        return when (val end = returns.correct(id, now.explanation.trim())) {
            is Finish.Done -> {
                desk.put(id, end.finished)
                Turn.to(Go.Replace(Route.Finished(id)))
            }

            is Finish.Blocked -> {
                Turn({ state ->
                    val first = end.findings.firstOrNull()
                    state.copy(findings = end.findings, jump = first?.run { FieldId(doc, key) })
                })
            }
        }
    }
}
