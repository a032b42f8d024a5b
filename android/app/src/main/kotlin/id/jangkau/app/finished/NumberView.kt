package id.jangkau.app.finished

import android.content.Context
import android.view.Gravity
import android.view.View
import id.jangkau.app.R
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.Flow
import id.jangkau.app.kit.above
import id.jangkau.app.kit.column
import id.jangkau.app.kit.line
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.roomForWords
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.words
import id.jangkau.source.NumberCard

/** A registration number at a size for reading out across a table, with a word for each sign under its group. */
class NumberView(private val context: Context) {
    private val flow = Flow(context)

    /** The number. */
    val view: View = flow

    /** Draws another number. */
    fun show(card: NumberCard) {
        flow.removeAllViews()
        flow.contentDescription = card.spoken.joinToString(", ")
        flow.isFocusable = true
        flow.setTag(R.id.case_number, card.number)
        val groups = card.number.split('-')
        groups.forEachIndexed { at, group ->
            val last = at == groups.lastIndex
            flow.addView(group(group, card.spoken.getOrElse(at) { "" }, check = last, hyphen = !last))
        }
    }

    private fun group(text: String, spoken: String, check: Boolean, hyphen: Boolean): View {
        val digits = context.words(R.style.Text_Number, text).apply { includeFontPadding = false }
        val word = context.words(R.style.Text_Second, spoken).apply {
            gravity = Gravity.CENTER
            // Never wider than its digits: the words fold instead.
            maxWidth = digits.paint.measureText(text).toInt().coerceAtLeast(context.roomForWords(R.dimen.spoken_width))
        }
        val column = context.column().apply { gravity = Gravity.CENTER_HORIZONTAL }
        column.put(digits)
        val line = View(context).apply { if (check) setBackgroundColor(context.tone(R.color.kunyit)) }
        column.put(line, FILL, context.px(R.dimen.space_1)).above(R.dimen.hair)
        column.put(word).above(R.dimen.space_2)
        column.importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO_HIDE_DESCENDANTS
        return context.line().apply {
            gravity = Gravity.TOP
            put(column)
            if (hyphen) put(hyphen())
            importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO_HIDE_DESCENDANTS
        }
    }

    private fun hyphen() = context.words(R.style.Text_Number, "-").apply {
        includeFontPadding = false
        typeface = android.graphics.Typeface.DEFAULT
        setTextColor(context.tone(R.color.ink_3))
        setPaddingRelative(context.px(R.dimen.space_1), 0, 0, 0)
    }
}
