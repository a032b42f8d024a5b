package id.jangkau.app.form

import android.content.Context
import android.view.View
import id.jangkau.app.R
import id.jangkau.source.FieldKind
import id.jangkau.source.FieldView

/** The part of a field that takes input. [view] is what is seen, [focus] what the label belongs to. */
interface Control {
    val view: View
    val focus: View

    /** Shows a field; what is being typed just now stays. */
    fun show(field: FieldView, value: String)

    /** Takes over a value as if it had been typed. */
    fun take(value: String)

    /** Reports what was typed and not reported yet. */
    fun flush() = Unit

    /** Takes open lists away. */
    fun close() = Unit
}

/** Hears each value that should be saved. */
fun interface Typed {
    /** A value was typed or chosen. */
    fun typed(value: String)
}

/** Returns the control of a field. */
fun Context.control(field: FieldView, typed: Typed): Control = when (field.kind) {
    FieldKind.TEXT -> TextControl(this, Entry.WORDS, field.maxLen, typed)
    FieldKind.LONG_TEXT -> TextControl(this, Entry.prose(field.maxLen), field.maxLen, typed)
    FieldKind.DIGITS -> TextControl(this, Entry.digits(field.maxLen), field.maxLen, typed)
    FieldKind.NUMBER -> TextControl(this, Entry.NUMBER, field.maxLen, typed)
    FieldKind.MONEY -> TextControl(this, Entry.MONEY, field.maxLen, typed)
    FieldKind.PHONE -> TextControl(this, Entry.PHONE, field.maxLen, typed)
    FieldKind.YES_NO -> ChoiceControl(this, field.choices.ifEmpty { yesNo() }, typed)
    FieldKind.CHOICE, FieldKind.PLACE, FieldKind.PROGRAM -> chosen(field, typed)
    FieldKind.MULTI_CHOICE -> TicksControl(this, field.choices, typed)
    FieldKind.DATE -> DateControl(this, typed)
    FieldKind.READ_ONLY -> ShownControl(this)
}

/** A few entries are seen at once, many open as a list, and a place without a list is typed. */
private fun Context.chosen(field: FieldView, typed: Typed): Control = when {
    field.choices.isEmpty() -> TextControl(this, Entry.WORDS, field.maxLen, typed)
    field.choices.size <= MOST_IN_SIGHT -> ChoiceControl(this, field.choices, typed)
    else -> ListControl(this, field.label, field.choices, typed)
}

private fun Context.yesNo() = listOf(
    id.jangkau.source.Choice("true", getString(R.string.yes)),
    id.jangkau.source.Choice("false", getString(R.string.no)),
)

private const val MOST_IN_SIGHT = 7
