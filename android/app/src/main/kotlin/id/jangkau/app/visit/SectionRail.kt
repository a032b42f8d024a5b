package id.jangkau.app.visit

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import android.widget.ScrollView
import id.jangkau.app.R
import id.jangkau.app.form.listField
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.Picker
import id.jangkau.app.kit.before
import id.jangkau.app.kit.column
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.pressable
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.upright
import id.jangkau.app.kit.words
import id.jangkau.source.Choice
import id.jangkau.source.SectionView

/** Where am I and what is missing: a rail at the left, or "Bagian 4 dari 6" as a list above a narrow form. */
class SectionRail(private val context: Context, private val open: (String) -> Unit) {
    private val atSide = context.layout(R.bool.rail_at_side)
    private val items = context.column()
    private var shown: List<SectionView>? = null
    private var picker: Picker? = null

    /** The rail or the list. */
    val view: View = if (atSide) rail() else items.pad(R.dimen.page_margin, R.dimen.space_2)

    /** Draws the sections. */
    fun show(sections: List<SectionView>) {
        if (sections == shown) return
        shown = sections
        items.removeAllViews()
        if (atSide) {
            sections.forEachIndexed {
                at,
                section,
                ->
                items.stack(item(at + 1, section))
            }
        } else {
            items.stack(list(sections))
        }
        if (atSide) {
            items.stack(
                context.words(R.style.Text_Meta, context.getString(R.string.rail_hint)).pad(R.dimen.space_4),
            )
        }
    }

    /** Takes the open list away. */
    fun close() {
        picker?.close()
    }

    private fun rail(): View {
        val scroll = ScrollView(context).apply { addView(items, FILL, FIT) }
        return context.line().apply {
            setBackgroundColor(context.tone(R.color.card))
            put(scroll, 0, FILL, 1f)
            upright()
        }
    }

    private fun item(number: Int, section: SectionView): View = LinearLayout(context).apply {
        gravity = Gravity.CENTER_VERTICAL
        minimumHeight = context.px(R.dimen.rail_row)
        setBackgroundResource(R.drawable.rail_item)
        isActivated = section.current
        isSelected = section.current
        pad(R.dimen.space_4, R.dimen.space_1)
        addView(context.sectionBox(number, section))
        val style = if (section.current) R.style.Text_BodyStrong else R.style.Text_Body
        put(context.words(style, section.title), 0, weight = 1f).before(R.dimen.space_3)
        put(context.sectionCount(section)).before(R.dimen.space_2)
        contentDescription = spoken(number, section)
        setTag(R.id.section_key, section.key)
        pressable { open(section.key) }
    }

    private fun list(sections: List<SectionView>): View {
        val at = sections.indexOfFirst(SectionView::current)
        val choices = sections.mapIndexed { place, section -> Choice(section.key, spoken(place + 1, section)) }
        val picker = Picker(context, context.getString(R.string.sections), choices)
        this.picker = picker
        return context.listField { picker.open(canClear = false, chosen = open) }.apply {
            text =
                context.getString(R.string.section_of, at + 1, sections.size, sections.getOrNull(at)?.title.orEmpty())
        }
    }

    private fun spoken(number: Int, section: SectionView): String =
        listOf("$number. ${section.title}", context.sectionCount(section).text).filter {
            it.isNotEmpty()
        }.joinToString(" · ")
}
