package id.jangkau.app.kit

import android.content.Context
import android.view.Gravity
import android.widget.LinearLayout
import android.widget.TextView
import id.jangkau.app.R

/** A tinted box with a bar at its left: a warning, a fault, a likely double, a fact. */
class Notice(context: Context, kind: Kind) : LinearLayout(context) {
    /** What a notice is about. */
    enum class Kind(val ground: Int, val color: Int, val sign: Int) {
        /** Odd, but it may stay. */
        WARNING(R.drawable.notice_warning, R.color.kunyit_800, R.drawable.sign_warning),

        /** It does not work, or blocks sending. */
        ERROR(R.drawable.notice_error, R.color.bata_700, R.drawable.sign_warning),

        /** Perhaps the same person. */
        DOUBLE(R.drawable.notice_double, R.color.manggis_700, R.drawable.sign_people),

        /** Somebody's words. */
        SAID(R.drawable.notice_warning, R.color.kunyit_800, R.drawable.sign_person),

        /** Worth knowing. */
        INFO(R.drawable.notice_info, R.color.ink, R.drawable.sign_info),
    }

    private val text: TextView = context.words(R.style.Text_Body)

    /** What stands under the words. */
    val below: LinearLayout = context.column()

    init {
        gravity = Gravity.TOP
        setBackgroundResource(kind.ground)
        pad(R.dimen.space_4, R.dimen.space_2)
        addView(context.sign(kind.sign, kind.color, R.dimen.sign_small).apply { above(R.dimen.sign_drop) })
        text.setTextColor(context.tone(kind.color))
        val words = context.column()
        words.stack(text)
        words.stack(below)
        put(words, 0, weight = 1f).before(R.dimen.space_2)
    }

    /** Shows words, or removes the box where there are none. */
    fun say(words: CharSequence?) {
        text.text = words
        shown(!words.isNullOrEmpty())
    }
}
