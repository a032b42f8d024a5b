package id.jangkau.app.returned

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.form.Control
import id.jangkau.app.form.FieldRow
import id.jangkau.app.form.control
import id.jangkau.app.kit.Badge
import id.jangkau.app.kit.Meaning
import id.jangkau.app.kit.Notice
import id.jangkau.app.kit.before
import id.jangkau.app.kit.column
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.put
import id.jangkau.app.kit.say
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.strongThen
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.words
import id.jangkau.screen.returned.ReturnedState
import id.jangkau.source.FieldView

/** One returned field with the supervisor's words beside it. */
class ReturnedCard(private val context: Context, first: FieldView, typed: (FieldView, String) -> Unit) {
    private var field = first
    private val label = context.words(R.style.Text_BodyStrong)
    private val badge = Badge(context)
    private val old = context.words(R.style.Text_Second)
    private val control: Control = context.control(first) { typed(field, it) }
    private val error = context.words(R.style.Text_BodyStrong).apply {
        setTextColor(context.tone(R.color.bata_700))
        accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE
    }
    private val warning = Notice(context, Notice.Kind.WARNING)
    private val words = Notice(context, Notice.Kind.SAID)

    /** The card. */
    val view: View = build()

    init {
        if (control.focus.id == View.NO_ID) control.focus.id = View.generateViewId()
        label.labelFor = control.focus.id
        control.focus.setTag(R.id.field_key, FieldRow.tagOf(first))
        control.view.setTag(R.id.field_key, FieldRow.tagOf(first))
    }

    /** Draws the field as it stands in a state. */
    fun show(next: FieldView, state: ReturnedState) {
        field = next
        val value = state.pending[next.id] ?: next.value
        label.text = next.label
        val answered = state.answered(next)
        val sign = if (answered) R.drawable.sign_check else R.drawable.sign_returned
        badge.show(
            context.getString(if (answered) R.string.corrected else R.string.to_correct),
            if (answered) Meaning.PADI else Meaning.KUNYIT,
            sign,
        )
        old.text = context.getString(R.string.old_value, oldWords(next))
        control.show(next, value)
        error.say(next.error.ifEmpty { state.saved[next.id]?.error.orEmpty() })
        warning.say(next.warning)
        words.say(if (next.note.isEmpty()) "" else strongThen("${state.item?.by.orEmpty()}:", next.note))
    }

    /** Reports what was typed and not reported yet. */
    fun flush() = control.flush()

    /** Takes open lists away. */
    fun close() = control.close()

    /** Brings the field into sight and starts typing. */
    fun focus() {
        control.focus.requestFocus()
        view.requestRectangleOnScreen(android.graphics.Rect(0, 0, view.width, view.height), true)
    }

    private fun oldWords(field: FieldView): String {
        val old = field.oldValue
        return field.choices.firstOrNull { it.key == old }?.label
            ?: old.ifEmpty { context.getString(R.string.not_filled) }
    }

    private fun build(): View {
        val left = context.column()
        val head = context.line()
        head.put(label, 0, weight = 1f)
        head.put(badge)
        left.stack(head)
        left.stack(old)
        left.stack(control.view, R.dimen.space_2)
        left.stack(error, R.dimen.space_1)
        left.stack(warning, R.dimen.space_2)
        val card: LinearLayout
        if (context.layout(R.bool.rail_at_side)) {
            card = context.line().apply { gravity = android.view.Gravity.TOP }
            card.put(left, 0, weight = FIELD_SHARE)
            card.put(words, 0, weight = NOTE_SHARE).before(R.dimen.space_5)
        } else {
            card = context.column()
            card.stack(words)
            card.stack(left, R.dimen.space_3)
        }
        card.setBackgroundResource(R.drawable.card)
        return card.pad(R.dimen.space_5, R.dimen.space_4)
    }

    private companion object {
        const val FIELD_SHARE = 2f
        const val NOTE_SHARE = 1f
    }
}
