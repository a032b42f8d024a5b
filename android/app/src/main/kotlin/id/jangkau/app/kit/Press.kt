package id.jangkau.app.kit

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.Button
import android.widget.ImageButton
import android.widget.ImageView
import android.widget.LinearLayout
import id.jangkau.app.R

/** Returns a button that names its effect; `Button_Primary` stands once a screen. */
fun Context.button(style: Int, text: CharSequence, press: () -> Unit): Button = Button(this, null, 0, style).apply {
    this.text = text
    isAllCaps = false
    setOnClickListener { press() }
}

/** Puts a sign before the words of a button, in the colour of the words. */
fun Button.signBefore(drawable: Int): Button = withSigns(start = drawable)

/** Puts a sign after the words of a button: it moves on. */
fun Button.signAfter(drawable: Int): Button = withSigns(end = drawable)

private fun Button.withSigns(start: Int = 0, end: Int = 0): Button {
    setCompoundDrawablesRelativeWithIntrinsicBounds(start, 0, end, 0)
    compoundDrawableTintList = textColors
    compoundDrawablePadding = context.px(R.dimen.space_3)
    return this
}

/** Makes a button as high as those inside cards. */
fun Button.low(): Button = apply {
    minHeight = context.px(R.dimen.button_card)
    minimumHeight = context.px(R.dimen.button_card)
}

/** Returns a button that is only a sign; [meaning] is read out. */
fun Context.signButton(drawable: Int, color: Int, meaning: Int, press: () -> Unit): ImageButton =
    ImageButton(this, null, 0).apply {
        setImageResource(drawable)
        imageTintList = tint(color)
        setBackgroundResource(R.drawable.button_quiet)
        foreground = getDrawable(R.drawable.focus_ring)
        contentDescription = getString(meaning)
        scaleType = ImageView.ScaleType.CENTER
        isFocusable = true
        target()
        setOnClickListener { press() }
    }

/** Makes a whole row a target that is read as one. */
fun <T : View> T.pressable(press: () -> Unit): T = apply {
    isClickable = true
    isFocusable = true
    foreground = context.getDrawable(R.drawable.focus_ring)
    setOnClickListener { press() }
}

/** Keeps the sign of a wide button beside its words, both in the middle. */
fun Button.together(): Button = apply {
    addOnLayoutChangeListener { _, left, _, right, _, _, _, _, _ ->
        val sign = compoundDrawablesRelative.filterNotNull().sumOf { it.intrinsicWidth + compoundDrawablePadding }
        val free = (right - left - sign - paint.measureText(text.toString()).toInt()) / 2
        val side = maxOf(free, context.px(R.dimen.space_4))
        if (paddingStart != side) post { setPaddingRelative(side, paddingTop, side, paddingBottom) }
    }
}

/** Adds a thin line between two parts of a column. */
fun LinearLayout.rule(top: Int = 0) {
    val line = View(context).apply { setBackgroundColor(context.tone(R.color.line)) }
    put(line, FILL, context.px(R.dimen.rule)).above(top)
}

/** Adds a thin line between two parts that stand side by side. */
fun LinearLayout.upright() {
    put(View(context).apply { setBackgroundColor(context.tone(R.color.line)) }, context.px(R.dimen.rule), FILL)
}

/** Centres the content of a column. */
fun LinearLayout.centred(): LinearLayout = apply { gravity = Gravity.CENTER_HORIZONTAL }

/** Returns a pill to choose one view of many; [count] stands after the words. */
fun Context.pill(text: String, count: Int?, chosen: Boolean, press: () -> Unit): Button =
    Button(this, null, 0, R.style.Button_Pill).apply {
        this.text = if (count == null) text else thenStrong("$text ", count.toString())
        isAllCaps = false
        isActivated = chosen
        isSelected = chosen
        setOnClickListener { press() }
    }
