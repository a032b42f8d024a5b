package id.jangkau.app.form

import android.content.Context
import android.text.SpannableStringBuilder
import android.text.Spanned
import android.text.style.ForegroundColorSpan
import android.text.style.StyleSpan
import android.text.style.TextAppearanceSpan
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.kit.above
import id.jangkau.app.kit.before
import id.jangkau.app.kit.column
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.line
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.shown
import id.jangkau.app.kit.sign
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.words
import id.jangkau.source.FieldKind
import id.jangkau.source.FieldView
import id.jangkau.source.SearchHit

/** What a field row reports. */
interface FieldReports {
    /** A value was typed, chosen or taken over. */
    fun typed(field: FieldView, value: String)

    /** A person who may be the same was tapped. */
    fun opened(hit: SearchHit)
}

/** One field: label above, control, fault under it, and beside it (or below) what helps to fill it. */
class FieldRow(private val context: Context, first: FieldView, private val reports: FieldReports) {
    private var field = first
    private val label = context.words(R.style.Text_Body)
    private val control = context.control(first) { reports.typed(field, it) }
    private val error = ErrorLine(context)
    private val aside = Aside(context) { control.take(field.registerValue) }
    private val similar = SimilarBox(context, reports::opened)
    private val atSide = context.layout(R.bool.notes_at_side)

    /** Which control it has: a field that changes its kind gets a new row. */
    val kind: FieldKind = first.kind

    /** What the choices were when the control was made. */
    val choices = first.choices

    /** The whole row. */
    val view: View

    init {
        val main = context.column()
        main.put(label)
        main.stack(control.view, R.dimen.space_1)
        main.stack(error.view, R.dimen.space_1)
        if (!atSide) main.stack(aside.view, R.dimen.space_2)
        main.stack(similar.view, R.dimen.space_2)
        view = if (atSide) beside(main) else main
        if (control.focus.id == View.NO_ID) control.focus.id = View.generateViewId()
        label.labelFor = control.focus.id
        control.focus.setTag(R.id.field_key, tagOf(first))
        control.view.setTag(R.id.field_key, tagOf(first))
    }

    /** Draws the field; [value] is what was typed last, on disk or not. */
    fun show(next: FieldView, value: String, hits: List<SearchHit>) {
        field = next
        label.text = labelText(next)
        control.show(next, value)
        error.say(next.error)
        aside.show(next, value)
        similar.show(hits)
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

    private fun beside(main: View): View = context.line().apply {
        gravity = android.view.Gravity.TOP
        put(main, 0, weight = 1f)
        val side = context.column()
        // The notes stand beside the control, not beside its label.
        side.stack(aside.view).above(R.dimen.label_height)
        put(side, context.px(R.dimen.aside_width)).before(R.dimen.space_6)
    }

    private fun labelText(field: FieldView): CharSequence = SpannableStringBuilder().apply {
        append(field.label)
        setSpan(StyleSpan(android.graphics.Typeface.BOLD), 0, length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
        if (!field.required) return@apply
        val at = length + 1
        append(" ").append(context.getString(R.string.required))
        setSpan(TextAppearanceSpan(context, R.style.Text_Meta), at, length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
        setSpan(ForegroundColorSpan(context.tone(R.color.ink_2)), at, length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
    }

    companion object {
        /** Returns what names a field's views, whatever its label says. */
        fun tagOf(field: FieldView) = "${field.doc}/${field.key}"
    }
}

/** The fault under a field: sign and words, read out as soon as it appears. */
private class ErrorLine(context: Context) {
    private val text = context.words(R.style.Text_BodyStrong)

    val view: LinearLayout = context.line().apply {
        addView(context.sign(R.drawable.sign_warning, R.color.bata_700, R.dimen.sign_small))
        put(text, 0, weight = 1f).before(R.dimen.space_2)
        accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE
    }

    init {
        text.setTextColor(context.tone(R.color.bata_700))
    }

    fun say(words: String) {
        text.text = words
        view.shown(words.isNotEmpty())
    }
}
