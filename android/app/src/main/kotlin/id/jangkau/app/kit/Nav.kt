package id.jangkau.app.kit

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.FrameLayout
import android.widget.LinearLayout
import android.widget.ScrollView
import android.widget.TextView
import id.jangkau.app.R
import id.jangkau.screen.Go
import id.jangkau.screen.Route

/** The places of the app: a column at the left, or a bar at the bottom of a narrow window. */
class Nav(context: Context, private val chosen: Route, private val go: (Go) -> Unit) {
    private val atSide = context.layout(R.bool.nav_at_side)
    private val counts = HashMap<Route, TextView>()

    /** The column or bar. */
    val view: View = build(context)

    /** Shows how many drafts there are and how many records came back. */
    fun show(drafts: Int, returned: Int) {
        count(Route.Drafts, drafts, R.plurals.nav_drafts_count)
        count(Route.ReturnedList, returned, R.plurals.nav_returned_count)
    }

    private fun count(place: Route, number: Int, words: Int) {
        val badge = counts.getValue(place)
        badge.say(if (number == 0) "" else number.toString())
        badge.contentDescription = badge.resources.getQuantityString(words, number, number)
    }

    private fun build(context: Context): View {
        val places = if (atSide) context.column() else context.line()
        places.setBackgroundColor(context.tone(R.color.laut_900))
        places.pad(if (atSide) R.dimen.nav_edge else R.dimen.space_1, R.dimen.space_1)
        for (place in Place.entries) {
            val item = item(context, place)
            if (atSide) places.stack(item, R.dimen.space_1) else places.put(item, 0, weight = 1f)
        }
        if (!atSide) return places
        return ScrollView(context).apply {
            setBackgroundColor(context.tone(R.color.laut_900))
            isVerticalScrollBarEnabled = false
            addView(places, FILL, FIT)
        }
    }

    private fun item(context: Context, place: Place): View = LinearLayout(context).apply {
        orientation = LinearLayout.VERTICAL
        gravity = Gravity.CENTER
        minimumHeight = context.px(if (atSide) R.dimen.nav_item else R.dimen.nav_bar)
        setBackgroundResource(R.drawable.nav_item)
        isActivated = place.route == chosen
        isSelected = isActivated
        addView(signWithCount(context, place))
        put(words(context, place), FILL).above(R.dimen.space_1)
        if (!isActivated) pressable { go(Go.Root(place.route)) }
        id = place.view
    }

    private fun words(context: Context, place: Place) = context.words(
        R.style.Text_Nav,
        context.getString(place.title),
    ).apply {
        setTextColor(context.tint(R.color.nav_text))
        gravity = Gravity.CENTER_HORIZONTAL
        maxLines = 2
        isActivated = place.route == chosen
        if (isActivated) setTypeface(typeface, android.graphics.Typeface.BOLD)
    }

    private fun signWithCount(context: Context, place: Place): View {
        val sign = context.sign(place.sign, R.color.nav_sign)
        sign.isActivated = place.route == chosen
        val badge = context.words(R.style.Text_Count)
        badge.setBackgroundResource(R.drawable.count_badge)
        badge.gravity = Gravity.CENTER
        badge.shown(false)
        counts[place.route] = badge
        return FrameLayout(context).apply {
            addView(sign, FrameLayout.LayoutParams(sign.layoutParams.width, sign.layoutParams.height, Gravity.CENTER))
            addView(badge, FrameLayout.LayoutParams(FIT, FIT, Gravity.TOP or Gravity.END))
            layoutParams = LinearLayout.LayoutParams(context.px(R.dimen.nav_sign_width), FIT)
        }
    }

    private enum class Place(val route: Route, val title: Int, val sign: Int, val view: Int) {
        TODAY(Route.Home, R.string.nav_today, R.drawable.sign_home, R.id.nav_today),
        SEARCH(Route.Search(""), R.string.nav_search, R.drawable.sign_search, R.id.nav_search),
        DRAFTS(Route.Drafts, R.string.nav_drafts, R.drawable.sign_pencil, R.id.nav_drafts),
        RETURNED(Route.ReturnedList, R.string.nav_returned, R.drawable.sign_warning, R.id.nav_returned),
        OUTBOX(Route.Outbox, R.string.nav_outbox, R.drawable.sign_plane, R.id.nav_outbox),
        ABOUT(Route.About, R.string.nav_about, R.drawable.sign_menu, R.id.nav_about),
    }
}

/** Returns how wide the column is: its longest word fits in large letters too. */
fun Context.navWidth(): Int = maxOf(px(R.dimen.nav_width), roomForWords(R.dimen.nav_word) + 2 * px(R.dimen.nav_edge))
