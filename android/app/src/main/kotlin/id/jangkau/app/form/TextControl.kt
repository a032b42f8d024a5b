package id.jangkau.app.form

import android.content.Context
import android.os.Handler
import android.os.Looper
import android.text.InputFilter
import android.text.method.DigitsKeyListener
import android.view.Gravity
import android.view.View
import android.widget.FrameLayout
import id.jangkau.app.R
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.onTyped
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.px
import id.jangkau.app.kit.say
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.typingField
import id.jangkau.app.kit.words
import id.jangkau.source.FieldView

/** A field that is typed. It reports after a pause of typing and when it is left. */
class TextControl(
    context: Context,
    private val entry: Entry,
    private val longest: Int,
    private val typed: Typed,
) : Control {
    private val field = context.typingField()
    private val counter = context.words(R.style.Text_MetaStrong)
    private val clock = Handler(Looper.getMainLooper())
    private val report = Runnable { flush() }

    /** What was last reported or shown: anything else is being typed. */
    private var known: String? = null
    private var latest = ""

    override val focus: View = field

    override val view: View = FrameLayout(context).apply {
        addView(field, if (entry.short(longest)) context.px(R.dimen.short_field) else FILL, FIT)
        if (entry.prefix.isNotEmpty()) {
            addView(
                prefix(context),
                FrameLayout.LayoutParams(FIT, FIT, Gravity.CENTER_VERTICAL),
            )
        }
        addView(counter, FrameLayout.LayoutParams(FIT, FIT, Gravity.END or Gravity.CENTER_VERTICAL))
        counter.pad(R.dimen.space_4, R.dimen.space_1)
        counter.setTextColor(context.tone(R.color.bata_700))
        counter.importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
    }

    init {
        dress()
        field.addTextChangedListener(Grouping(field, entry, longest))
        field.onTyped { changed() }
        field.setOnFocusChangeListener { _, focused -> if (!focused) left() }
    }

    override fun show(field: FieldView, value: String) {
        this.field.isActivated = field.error.isNotEmpty()
        latest = value
        if (known == null || !this.field.hasFocus()) put(value)
        count()
    }

    override fun take(value: String) {
        put(entry.raw(value))
        known = null
        flush()
    }

    override fun flush() {
        clock.removeCallbacks(report)
        val value = raw()
        if (value == known) return
        known = value
        latest = value
        typed.typed(value)
    }

    private fun left() {
        flush()
        if (latest != raw()) put(latest)
    }

    private fun put(value: String) {
        known = value
        if (raw() != value) field.setText(entry.shown(value))
        field.setSelection(field.text.length)
        clock.removeCallbacks(report)
    }

    private fun changed() {
        count()
        clock.removeCallbacks(report)
        if (known != null && raw() != known) clock.postDelayed(report, PAUSE_MS)
    }

    private fun raw() = entry.raw(field.text.toString())

    /** Digits of a fixed length are counted until all are there. */
    private fun count() {
        val length = raw().length
        counter.say(if (!entry.counted || length == 0 || length == longest) "" else "$length/$longest")
    }

    private fun prefix(context: Context) = context.words(R.style.Text_Field, entry.prefix).apply {
        setTextColor(context.tone(R.color.ink_2))
        pad(R.dimen.space_4, R.dimen.space_1)
        importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
        val room = paddingStart + paint.measureText("$text ").toInt()
        field.setPaddingRelative(room, field.paddingTop, field.paddingEnd, field.paddingBottom)
    }

    private fun dress() {
        field.inputType = entry.keyboard
        entry.allowed?.let {
            field.keyListener = DigitsKeyListener.getInstance(it)
            field.setRawInputType(entry.keyboard)
        }
        field.isSingleLine = entry.lines == 1
        field.minLines = entry.lines
        if (entry.lines > 1) field.gravity = Gravity.TOP
        if (longest > 0 && !entry.grouped) field.filters += InputFilter.LengthFilter(longest)
    }

    private companion object {
        const val PAUSE_MS = 600L
    }
}
