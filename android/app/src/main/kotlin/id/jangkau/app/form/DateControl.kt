package id.jangkau.app.form

import android.content.Context
import android.text.InputFilter
import android.text.InputType
import android.view.Gravity
import android.view.View
import android.widget.EditText
import id.jangkau.app.R
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.Picker
import id.jangkau.app.kit.before
import id.jangkau.app.kit.column
import id.jangkau.app.kit.line
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.typingField
import id.jangkau.source.Choice
import id.jangkau.source.FieldView

/** Day, month by name and year, with "Hanya perkiraan"; each may stay empty. It reports when it is left as a whole. */
class DateControl(context: Context, private val typed: Typed) : Control {
    private val months = context.resources.getStringArray(R.array.months)
        .mapIndexed { at, name -> Choice((at + 1).toString(), name) }
    private val day = part(context, R.string.date_day, DAY_DIGITS)
    private val year = part(context, R.string.date_year, YEAR_DIGITS)
    private val picker = Picker(context, context.getString(R.string.date_month), months)
    private val month = context.listField { picker.open(canClear = true, chosen = ::chooseMonth) }
    private val estimated = context.tick(context.getString(R.string.date_estimated), ground = 0)
    private var shown = DateValue.read("")
    private var known: String? = null
    private var monthKey = ""
    private var showing = false

    override val focus: View = day

    override val view: View = context.column().apply {
        val line = context.line()
        line.put(day, context.px(R.dimen.date_day))
        line.put(month, 0, weight = 1f).before(R.dimen.space_2)
        line.put(year, context.px(R.dimen.date_year)).before(R.dimen.space_2)
        stack(line)
        put(estimated, FIT)
    }

    init {
        day.setTag(R.id.date_part, "day")
        month.setTag(R.id.date_part, "month")
        year.setTag(R.id.date_part, "year")
        listOf(day, year).forEach { field ->
            field.setOnFocusChangeListener { _, focused -> if (!focused) view.post(::leftPart) }
        }
        estimated.setOnCheckedChangeListener { _, _ -> if (!showing) flush() }
    }

    override fun show(field: FieldView, value: String) {
        listOf(day, month, year).forEach { it.isActivated = field.error.isNotEmpty() }
        if (known == null || !view.hasFocus()) put(value)
    }

    override fun take(value: String) {
        put(value)
        typed.typed(value)
    }

    override fun flush() {
        val value = typedValue().write()
        if (value == known) return
        known = value
        typed.typed(value)
    }

    override fun close() = picker.close()

    private fun leftPart() {
        if (!view.hasFocus() || typedValue().hasYear) flush()
    }

    private fun chooseMonth(key: String) {
        monthKey = key
        writeMonth()
        if (typedValue().hasYear) flush()
    }

    private fun typedValue() = shown.copy(
        day = day.text.toString(),
        month = monthKey,
        year = year.text.toString(),
        estimated = estimated.isChecked,
    )

    private fun put(value: String) {
        known = value
        shown = DateValue.read(value)
        showing = true
        if (day.text.toString() != shown.day) day.setText(shown.day)
        if (year.text.toString() != shown.year) year.setText(shown.year)
        estimated.isChecked = shown.estimated
        monthKey = shown.month
        writeMonth()
        showing = false
    }

    private fun writeMonth() {
        val name = months.firstOrNull { it.key == monthKey }?.label
        month.text = name ?: month.context.getString(R.string.date_month)
        month.contentDescription = listOfNotNull(month.context.getString(R.string.date_month), name).joinToString(": ")
        month.setTextColor(month.context.tone(if (name == null) R.color.ink_3 else R.color.ink))
    }

    private fun part(context: Context, hint: Int, digits: Int): EditText = context.typingField().apply {
        setHint(hint)
        inputType = InputType.TYPE_CLASS_NUMBER
        filters += InputFilter.LengthFilter(digits)
        gravity = Gravity.CENTER_VERTICAL
    }

    private companion object {
        const val DAY_DIGITS = 2
        const val YEAR_DIGITS = 4
    }
}
