package id.jangkau.app.kit

import android.content.Context
import android.view.View
import android.widget.FrameLayout
import android.widget.LinearLayout
import id.jangkau.app.R

/** Puts a screen together: bar, places, content, and the bar of actions that hides while the keyboard is up. */
class Frame(context: Context, bar: AppBar, nav: Nav?, content: View, private val actions: View?) {
    private val atSide = context.layout(R.bool.nav_at_side)
    private val places = nav?.view

    /** The whole screen. */
    val view: View = context.column().apply {
        setBackgroundColor(context.tone(R.color.bg))
        stack(bar)
        val work = context.column()
        work.addView(content, LinearLayout.LayoutParams(FILL, 0, 1f))
        actions?.let { work.stack(it) }
        val middle = context.line().apply { gravity = android.view.Gravity.FILL }
        if (places != null && atSide) middle.put(places, context.navWidth(), FILL)
        middle.put(work, 0, FILL, 1f)
        addView(middle, LinearLayout.LayoutParams(FILL, 0, 1f))
        if (places != null && !atSide) stack(places)
    }

    /** Leaves the room to what is typed. */
    fun keyboard(up: Boolean) {
        actions?.shown(!up)
        if (!atSide) places?.shown(!up)
    }
}

/** Returns the bar at the foot of a screen: a remark left, what can be done right. */
fun Context.actionBar(remark: View?, vararg buttons: View): View {
    val bar = if (layout(R.bool.narrow)) underEachOther(remark, buttons) else besideEachOther(remark, buttons)
    bar.minimumHeight = px(R.dimen.action_bar)
    bar.pad(R.dimen.page_margin, R.dimen.space_2)
    return column().apply {
        setBackgroundColor(tone(R.color.card))
        rule()
        stack(bar)
    }
}

private fun Context.besideEachOther(remark: View?, buttons: Array<out View>): LinearLayout = line().apply {
    // The room of a remark stays when it is not shown: buttons never move.
    val room = FrameLayout(context)
    remark?.let(room::addView)
    put(room, 0, weight = 1f)
    buttons.forEach { put(it).before(R.dimen.space_3) }
}

/** On a telephone the buttons share the width, under the remark. */
private fun Context.underEachOther(remark: View?, buttons: Array<out View>): LinearLayout = column().apply {
    gravity = android.view.Gravity.CENTER_VERTICAL
    remark?.let { stack(it) }
    val line = line()
    buttons.forEachIndexed { at, button ->
        line.put(button, 0, weight = 1f).before(if (at == 0) R.dimen.none else R.dimen.space_3)
    }
    stack(line)
}
