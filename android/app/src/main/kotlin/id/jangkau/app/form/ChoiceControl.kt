package id.jangkau.app.form

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.CompoundButton
import android.widget.LinearLayout
import android.widget.RadioButton
import id.jangkau.app.R
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.column
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.sizeOf
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.tone
import id.jangkau.source.Choice
import id.jangkau.source.FieldView

/** A few choices, all in sight: up to four short ones side by side, more in two columns. */
class ChoiceControl(context: Context, choices: List<Choice>, private val typed: Typed) : Control {
    private val buttons = LinkedHashMap<String, CompoundButton>()
    private var showing = false

    override val view: View = if (short(context, choices)) segments(context, choices) else grid(context, choices)

    override val focus: View = buttons.values.firstOrNull() ?: view

    override fun show(field: FieldView, value: String) = mark(value)

    override fun take(value: String) {
        mark(value)
        typed.typed(value)
    }

    /** Whether the words fit side by side in this size of letters. */
    private fun short(context: Context, choices: List<Choice>): Boolean {
        val longest = choices.maxOfOrNull { it.label.length } ?: 0
        val room = LINE / (maxOf(choices.size, 1) * context.resources.configuration.fontScale)
        return choices.size in 2..SEGMENTS && longest <= room
    }

    private fun mark(value: String) {
        showing = true
        buttons.forEach { (key, button) -> button.isChecked = key == value }
        showing = false
    }

    private fun segments(context: Context, choices: List<Choice>): View = context.line().apply {
        choices.forEachIndexed { at, choice ->
            val ground = when (at) {
                0 -> R.drawable.segment_first
                choices.lastIndex -> R.drawable.segment_last
                else -> R.drawable.segment_middle
            }
            val button = option(context, choice, ground)
            button.buttonDrawable = null
            button.gravity = Gravity.CENTER
            button.sizeOf(R.dimen.text_body)
            button.setTextColor(context.getColorStateList(R.color.segment_text))
            put(button, 0, FILL, 1f)
            // One line between two segments, not two.
            if (at > 0) (button.layoutParams as LinearLayout.LayoutParams).marginStart = -context.px(R.dimen.rule)
        }
    }

    private fun grid(context: Context, choices: List<Choice>): View = context.column().apply {
        choices.chunked(2).forEachIndexed { at, pair ->
            val row = context.line()
            pair.forEachIndexed { place, choice ->
                val option = row.put(option(context, choice, R.drawable.option), 0, FILL, 1f)
                if (place >
                    0
                ) {
                    (option.layoutParams as LinearLayout.LayoutParams).marginStart = context.px(R.dimen.space_2)
                }
            }
            // As high as the row: a row of which only one part fills it would have no height.
            if (pair.size == 1) row.put(View(context), 0, FILL, 1f)
            stack(row, if (at == 0) 0 else R.dimen.space_2)
        }
    }

    private fun option(context: Context, choice: Choice, ground: Int): RadioButton = RadioButton(context).apply {
        text = choice.label
        sizeOf(R.dimen.text_row)
        setTextColor(context.tone(R.color.ink))
        setBackgroundResource(ground)
        foreground = context.getDrawable(R.drawable.focus_ring)
        mark(R.drawable.dot, inset = true)
        minHeight = context.px(R.dimen.field)
        pad(R.dimen.space_3, R.dimen.space_2)
        isSaveEnabled = false
        setTag(R.id.choice_key, choice.key)
        setOnCheckedChangeListener { _, checked -> if (checked && !showing) take(choice.key) }
        buttons[choice.key] = this
    }

    private companion object {
        const val SEGMENTS = 4

        /** Letters that fit into one line of a form. */
        const val LINE = 68
    }
}
