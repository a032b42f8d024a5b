package id.jangkau.app.form

import android.content.Context
import android.view.View
import android.widget.CheckBox
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.column
import id.jangkau.app.kit.line
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.stack
import id.jangkau.source.Choice
import id.jangkau.source.FieldView

/** Several of a list, each with its own tick. The value is their keys, joined by commas in the list's order. */
class TicksControl(context: Context, choices: List<Choice>, private val typed: Typed) : Control {
    private val boxes = LinkedHashMap<String, CheckBox>()
    private var showing = false

    override val view: View = context.column().apply {
        choices.chunked(2).forEachIndexed { at, pair ->
            val row = context.line()
            pair.forEachIndexed { place, choice ->
                val box = row.put(context.tick(choice.label, R.drawable.option), 0, FILL, 1f)
                if (place > 0) (box.layoutParams as LinearLayout.LayoutParams).marginStart = context.px(R.dimen.space_2)
                box.setTag(R.id.choice_key, choice.key)
                box.setOnCheckedChangeListener { _, _ -> if (!showing) typed.typed(value()) }
                boxes[choice.key] = box
            }
            // As high as the row: a row of which only one part fills it would have no height.
            if (pair.size == 1) row.put(View(context), 0, FILL, 1f)
            stack(row, if (at == 0) 0 else R.dimen.space_2)
        }
    }

    override val focus: View = boxes.values.firstOrNull() ?: view

    override fun show(field: FieldView, value: String) = mark(value)

    override fun take(value: String) {
        mark(value)
        typed.typed(value)
    }

    private fun mark(value: String) {
        val keys = value.split(',')
        showing = true
        boxes.forEach { (key, box) -> box.isChecked = key in keys }
        showing = false
    }

    private fun value() = boxes.filterValues(CheckBox::isChecked).keys.joinToString(",")
}
