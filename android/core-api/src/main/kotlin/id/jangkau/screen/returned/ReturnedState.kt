package id.jangkau.screen.returned

import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState
import id.jangkau.source.FieldId
import id.jangkau.source.FieldSaved
import id.jangkau.source.FieldView
import id.jangkau.source.FindingView
import id.jangkau.source.ReturnedView
import id.jangkau.source.SyncChip

/** All a returned record shows; [item] is null until it was read. */
data class ReturnedState(
    val id: String,
    val chip: SyncChip?,
    val item: ReturnedView?,
    /** What was typed and is not yet known to be on disk. */
    val pending: Map<FieldId, String>,
    /** What the last save said of a field. */
    val saved: Map<FieldId, FieldSaved>,
    /** The words to the supervisor. */
    val explanation: String,
    /** What stood in the way of the last attempt to send. */
    val findings: List<FindingView>,
    /** The field to bring into sight. */
    val jump: FieldId?,
    override val problem: Problem?,
) : ScreenState<ReturnedState> {
    /** The returned fields that nobody has changed yet. */
    val open: List<FieldView> get() = item?.fields.orEmpty().filterNot(::answered)

    /** Returns whether a field was changed since it came back. */
    fun answered(field: FieldView): Boolean {
        val value = pending[field.id] ?: field.value
        return value != field.oldValue && value.isNotBlank() && field.error.isEmpty()
    }

    override fun with(problem: Problem?) = copy(problem = problem)
}

/** What a person can do with a returned record. */
sealed interface ReturnedEvent {
    /** The screen came to the front, or a session ended. */
    data object Refresh : ReturnedEvent

    /** A field was typed or chosen. */
    data class Typed(val field: FieldId, val value: String) : ReturnedEvent

    /** Words to the supervisor were typed. */
    data class Explain(val text: String) : ReturnedEvent

    /** "Kirim perbaikan". */
    data object Send : ReturnedEvent

    /** "Simpan, lanjut nanti", the arrow or the chip. */
    data class Leave(val way: Go) : ReturnedEvent
}
