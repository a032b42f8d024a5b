package id.jangkau.app.form

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.column
import id.jangkau.app.kit.px
import id.jangkau.source.FieldId
import id.jangkau.source.FieldView
import id.jangkau.source.SearchHit

/** One line of a form: a field, or a view of the page's own that is kept under a name. */
sealed interface FormLine {
    /** A field with what was typed last and who may be the same. */
    class Field(val field: FieldView, val value: String, val similar: List<SearchHit>) : FormLine

    /** Another view: a group's title, a button. */
    class Other(val name: String, val make: () -> View) : FormLine
}

/** Keeps the rows of a form: a field that stays keeps its views, its cursor and the keyboard. */
class FieldColumn(private val context: Context, private val reports: FieldReports) {
    private val rows = LinkedHashMap<FieldId, FieldRow>()
    private val others = HashMap<String, View>()

    /** The column. */
    val view: LinearLayout = context.column()

    /** Draws the lines, adding and removing only what changed. */
    fun show(lines: List<FormLine>) {
        val wanted = lines.map(::viewOf)
        val fields = lines.filterIsInstance<FormLine.Field>().map { it.field.id }
        rows.keys.retainAll(fields.toSet())
        others.keys.retainAll(lines.filterIsInstance<FormLine.Other>().map { it.name }.toSet())
        val shown = List(view.childCount, view::getChildAt)
        shown.filterNot(wanted::contains).forEach(view::removeView)
        wanted.forEachIndexed { at, child -> place(child, at) }
        lines.filterIsInstance<FormLine.Field>().forEach {
            rows.getValue(it.field.id).show(it.field, it.value, it.similar)
        }
    }

    /** Reports what was typed and not reported yet. */
    fun flush() = rows.values.forEach(FieldRow::flush)

    /** Takes open lists away. */
    fun close() = rows.values.forEach(FieldRow::close)

    /** Brings a field into sight and starts typing; nothing happens where it is not on this page. */
    fun focus(field: FieldId) {
        rows[field]?.focus()
    }

    private fun viewOf(line: FormLine): View = when (line) {
        is FormLine.Other -> others.getOrPut(line.name, line.make)
        is FormLine.Field -> row(line.field).view
    }

    private fun row(field: FieldView): FieldRow {
        val old = rows[field.id]
        if (old != null && old.kind == field.kind && old.choices == field.choices) return old
        return FieldRow(context, field, reports).also { rows[field.id] = it }
    }

    private fun place(child: View, at: Int) {
        if (view.getChildAt(at) === child) return
        if (child.parent != null) view.removeView(child)
        val layout = LinearLayout.LayoutParams(FILL, FIT)
        layout.bottomMargin = context.px(R.dimen.space_4)
        view.addView(child, at, layout)
    }
}
