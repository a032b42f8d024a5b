package id.jangkau.app.kit

import android.content.Context
import android.content.res.ColorStateList
import android.view.View
import android.view.ViewGroup
import android.widget.LinearLayout
import id.jangkau.app.R

/** Match the parent. */
const val FILL = ViewGroup.LayoutParams.MATCH_PARENT

/** As large as the content. */
const val FIT = ViewGroup.LayoutParams.WRAP_CONTENT

/** Returns a dimension in pixels. */
fun Context.px(dimension: Int): Int = resources.getDimensionPixelSize(dimension)

/**
 * Returns the room that words of this width take in the letters of the person.
 *
 * Not a dimension in sp: from Android 14 on a large one hardly grows with the letters.
 */
fun Context.roomForWords(dimension: Int): Int = (px(dimension) * resources.configuration.fontScale).toInt()

/** Returns a colour, light or dark. */
fun Context.tone(color: Int): Int = getColor(color)

/** Returns a colour for tinting. */
fun Context.tint(color: Int): ColorStateList = getColorStateList(color)

/** Returns whether a part stands beside another at this width. */
fun Context.layout(flag: Int): Boolean = resources.getBoolean(flag)

/** Returns a column of views. */
fun Context.column(): LinearLayout = LinearLayout(this).apply { orientation = LinearLayout.VERTICAL }

/** Returns a line of views, centred on each other. */
fun Context.line(): LinearLayout = LinearLayout(this).apply {
    orientation = LinearLayout.HORIZONTAL
    gravity = android.view.Gravity.CENTER_VERTICAL
    isBaselineAligned = false
}

/** Adds a view; [weight] shares what is left over. */
fun <T : View> LinearLayout.put(child: T, width: Int = FIT, height: Int = FIT, weight: Float = 0f): T {
    addView(child, LinearLayout.LayoutParams(width, height, weight))
    return child
}

/** Adds a view as wide as the column. */
fun <T : View> LinearLayout.stack(child: T, top: Int = 0): T {
    put(child, FILL)
    return child.above(top)
}

/** Keeps a distance above a view; [space] is a dimension, 0 for none. */
fun <T : View> T.above(space: Int): T {
    if (space != 0) (layoutParams as ViewGroup.MarginLayoutParams).topMargin = context.px(space)
    return this
}

/** Keeps a distance before a view. */
fun <T : View> T.before(space: Int): T {
    (layoutParams as ViewGroup.MarginLayoutParams).marginStart = context.px(space)
    return this
}

/** Keeps the same distance inside, on all sides or by axis. */
fun <T : View> T.pad(across: Int, along: Int = across): T {
    val (x, y) = context.px(across) to context.px(along)
    setPaddingRelative(x, y, x, y)
    return this
}

/** Shows or removes a view. */
fun View.shown(yes: Boolean) {
    visibility = if (yes) View.VISIBLE else View.GONE
}

/** Makes a view at least as large as a finger. */
fun <T : View> T.target(): T {
    minimumHeight = context.px(R.dimen.target)
    minimumWidth = context.px(R.dimen.target)
    return this
}
