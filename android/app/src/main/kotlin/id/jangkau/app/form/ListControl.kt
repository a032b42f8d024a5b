package id.jangkau.app.form

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.TextView
import id.jangkau.app.R
import id.jangkau.app.kit.Picker
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.pressable
import id.jangkau.app.kit.px
import id.jangkau.app.kit.tint
import id.jangkau.app.kit.words
import id.jangkau.source.Choice
import id.jangkau.source.FieldView

/** One of many: looks like a field and opens a list. */
class ListControl(
    context: Context,
    private val label: CharSequence,
    private val choices: List<Choice>,
    private val typed: Typed,
) : Control {
    private val picker = Picker(context, label, choices)
    private val words = context.listField { picker.open(canClear = true, chosen = ::take) }

    override val view: View = words
    override val focus: View = words

    override fun show(field: FieldView, value: String) {
        words.isActivated = field.error.isNotEmpty()
        write(value)
    }

    override fun take(value: String) {
        write(value)
        typed.typed(value)
    }

    override fun close() = picker.close()

    private fun write(value: String) {
        val chosen = choices.firstOrNull { it.key == value }?.label ?: value
        words.text = chosen.ifEmpty { words.context.getString(R.string.choose) }
        words.contentDescription = "$label: ${words.text}"
        words.setTag(R.id.choice_key, value)
    }
}

/** Returns what looks like a field with an arrow, and opens a list. */
fun Context.listField(open: () -> Unit): TextView = words(R.style.Text_Field).apply {
    setBackgroundResource(R.drawable.field)
    pad(R.dimen.space_4, R.dimen.space_3)
    minHeight = px(R.dimen.field)
    gravity = Gravity.CENTER_VERTICAL
    setCompoundDrawablesRelativeWithIntrinsicBounds(0, 0, R.drawable.sign_chevron_down, 0)
    compoundDrawableTintList = tint(R.color.ink_2)
    pressable(open)
}

/** A field that is shown and not asked. */
class ShownControl(context: Context) : Control {
    private val words = context.words(R.style.Text_Field).apply {
        minHeight = context.px(R.dimen.target)
        gravity = Gravity.CENTER_VERTICAL
    }

    override val view: View = words
    override val focus: View = words

    override fun show(field: FieldView, value: String) {
        words.text = field.display.ifEmpty { value.ifEmpty { "–" } }
    }

    override fun take(value: String) = Unit
}
