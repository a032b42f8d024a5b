package id.jangkau.app.visit

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import android.widget.TextView
import id.jangkau.app.R
import id.jangkau.app.kit.before
import id.jangkau.app.kit.boxSign
import id.jangkau.app.kit.column
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.pressable
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.rule
import id.jangkau.app.kit.sign
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.words
import id.jangkau.source.SectionView

/** Returns the box before a section: its number, a tick when it is complete, a mark where something is wrong. */
fun Context.sectionBox(number: Int, section: SectionView): View = when {
    section.errors > 0 -> numbered("!", R.drawable.box_wrong, R.color.on_bata)
    section.done() -> boxSign(R.drawable.sign_check, R.drawable.box_done, R.color.on_laut_700)
    else -> numbered(number.toString(), R.drawable.box_open, R.color.ink)
}

/** Returns how far a section has come: what is filled of what must be, or how much is wrong. */
fun Context.sectionCount(section: SectionView): TextView {
    val wrong = section.errors > 0
    val text = when {
        wrong -> resources.getQuantityString(R.plurals.section_errors, section.errors, section.errors)
        section.total > 0 -> getString(R.string.section_count, section.filled, section.total)
        else -> ""
    }
    return words(if (wrong) R.style.Text_MetaStrong else R.style.Text_Meta, text).apply {
        if (wrong) setTextColor(tone(R.color.bata_700))
    }
}

/** Returns the sections one below the other, each leading to its own, with what pressing "Kirim" does. */
fun Context.summary(sections: List<SectionView>, open: (String) -> Unit): View = column().apply {
    stack(words(R.style.Text_Second, getString(R.string.summary_rule)))
    val card = column().apply { setBackgroundResource(R.drawable.card) }
    sections.forEachIndexed { at, section ->
        if (at > 0) card.rule()
        card.stack(summaryRow(at + 1, section) { open(section.key) })
    }
    stack(card, R.dimen.space_4)
}

private fun Context.summaryRow(number: Int, section: SectionView, open: () -> Unit): View = line().apply {
    minimumHeight = px(R.dimen.button)
    pad(R.dimen.space_4, R.dimen.space_2)
    addView(sectionBox(number, section))
    put(words(R.style.Text_Body, section.title), 0, weight = 1f).before(R.dimen.space_3)
    put(sectionCount(section)).before(R.dimen.space_3)
    put(
        sign(R.drawable.sign_chevron_right, R.color.ink_2),
        px(R.dimen.sign_small),
        px(R.dimen.sign_small),
    ).before(R.dimen.space_3)
    pressable(open)
}

private fun Context.numbered(text: String, ground: Int, color: Int) = words(R.style.Text_MetaStrong, text).apply {
    gravity = Gravity.CENTER
    layoutParams = LinearLayout.LayoutParams(px(R.dimen.box), px(R.dimen.box))
    setBackgroundResource(ground)
    setTextColor(tone(color))
    setLineSpacing(0f, 1f)
    includeFontPadding = false
}

private fun SectionView.done() = errors == 0 && total > 0 && filled >= total
