package id.jangkau.screen.office

import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState
import id.jangkau.source.FieldId
import id.jangkau.source.FieldView
import id.jangkau.source.OfficeTask
import id.jangkau.source.SyncChip

/** All a task of the office shows; [task] is null until it was read. */
data class OfficeState(
    val id: String,
    val chip: SyncChip?,
    val task: OfficeTask?,
    /** What was chosen or typed, by key of the field. */
    val answers: Map<String, String>,
    /** What the core said is wrong, by key of the field. */
    val faults: Map<String, String>,
    /** The field to bring into sight. */
    val jump: FieldId?,
    override val problem: Problem?,
) : ScreenState<OfficeState> {
    /** The fields with what was answered so far. */
    val fields: List<FieldView>
        get() = task?.fields.orEmpty().map {
            it.copy(value = answers[it.key].orEmpty(), error = faults[it.key].orEmpty())
        }

    override fun with(problem: Problem?) = copy(problem = problem)
}

/** What a person can do with a task of the office. */
sealed interface OfficeEvent {
    /** The screen came to the front, or a session ended. */
    data object Refresh : OfficeEvent

    /** A field was typed or chosen. */
    data class Typed(val key: String, val value: String) : OfficeEvent

    /** "Simpan". */
    data object Save : OfficeEvent

    /** The arrow, the chip, or a way to the case or the family. */
    data class Leave(val way: Go) : OfficeEvent
}
