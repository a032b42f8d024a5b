package id.jangkau.app.kit

import android.content.Context
import android.text.TextUtils
import android.view.Gravity
import android.view.View
import android.widget.ImageView
import android.widget.LinearLayout
import id.jangkau.app.R

/** The dark bar at the top: where am I, and at the far end what else must be seen on every screen. */
class AppBar(context: Context) : LinearLayout(context) {
    private val top = context.line()
    private val title = context.heading(R.style.Text_BarTitle)
    private val subtitle = context.words(R.style.Text_BarMeta)

    /** The far end: chip, buttons, name. */
    val end: LinearLayout = context.line()

    init {
        orientation = VERTICAL
        gravity = Gravity.CENTER_VERTICAL
        minimumHeight = context.px(R.dimen.app_bar)
        setBackgroundColor(context.tone(R.color.laut_900))
        pad(R.dimen.space_4, R.dimen.space_2)
        for (line in listOf(title, subtitle)) {
            line.maxLines = 2
            line.ellipsize = TextUtils.TruncateAt.END
        }
        val words = context.column()
        words.put(title)
        words.put(subtitle)
        top.put(words, 0, weight = 1f)
        stack(top)
        // On a telephone the title would be left with a few letters.
        if (context.layout(R.bool.narrow)) stack(end) else top.put(end).before(R.dimen.space_3)
    }

    /** Says where we are. */
    fun show(title: CharSequence, subtitle: CharSequence) {
        this.title.say(title)
        this.subtitle.say(subtitle)
    }

    /** Puts the mark before the title: this is the first screen. */
    fun withMark(): AppBar {
        val mark = ImageView(context).apply {
            setImageResource(R.drawable.mark)
            contentDescription = context.getString(R.string.app_name)
        }
        lead(mark)
        return this
    }

    /** Puts the way back before the title. */
    fun withBack(back: () -> Unit): AppBar {
        lead(context.signButton(R.drawable.sign_chevron_left, R.color.on_rail, R.string.back, back))
        return this
    }

    private fun lead(view: View) {
        top.addView(view, 0, LayoutParams(FIT, FIT).apply { marginEnd = context.px(R.dimen.space_3) })
        if (view !is ImageView || view.isClickable) view.target()
    }
}
