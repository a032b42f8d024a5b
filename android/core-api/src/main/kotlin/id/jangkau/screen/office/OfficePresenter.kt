package id.jangkau.screen.office

import id.jangkau.screen.Go
import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.Turn
import id.jangkau.screen.finished.FinishedDesk
import id.jangkau.source.FieldFailure
import id.jangkau.source.FieldId
import id.jangkau.source.OfficeSource
import id.jangkau.source.WorkSource

/** Shows what the office asks and saves the answer; what is missing is said at its field. */
class OfficePresenter(
    private val id: String,
    private val office: OfficeSource,
    private val work: WorkSource,
    private val desk: FinishedDesk,
) : Presenter<OfficeState, OfficeEvent>() {
    override val start = OfficeState(
        id = id,
        chip = null,
        task = null,
        answers = emptyMap(),
        faults = emptyMap(),
        jump = null,
        problem = null,
    )

    override val opening = OfficeEvent.Refresh

    override fun route(state: OfficeState) = Route.Office(id)

    override fun atOnce(now: OfficeState, event: OfficeEvent) = when (event) {
        is OfficeEvent.Typed -> now.copy(
            answers = now.answers + (event.key to event.value),
            faults = now.faults - event.key,
            jump = null,
        )

        else -> now
    }

    override fun act(now: OfficeState, event: OfficeEvent): Turn<OfficeState> = when (event) {
        OfficeEvent.Refresh -> read()
        is OfficeEvent.Typed -> Turn.none()
        OfficeEvent.Save -> save(now)
        is OfficeEvent.Leave -> Turn.to(event.way)
    }

    private fun read(): Turn<OfficeState> {
        val chip = work.home().chip
        val task = office.officeTask(id)
        return Turn({ it.copy(chip = chip, task = task, problem = null) })
    }

    private fun save(now: OfficeState): Turn<OfficeState> = try {
        desk.put(id, office.answerOffice(id, now.answers))
        Turn.to(Go.Replace(Route.Finished(id)))
    } catch (refused: FieldFailure.Refused) {
        val asked = now.task?.fields.orEmpty().any { it.key == refused.field }
        if (!asked) throw refused
        Turn({ it.copy(faults = mapOf(refused.field to refused.text), jump = FieldId(id, refused.field)) })
    }
}
