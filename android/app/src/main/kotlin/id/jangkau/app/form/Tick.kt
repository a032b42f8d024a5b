package id.jangkau.app.form

import android.content.Context
import android.graphics.drawable.InsetDrawable
import android.widget.CheckBox
import android.widget.CompoundButton
import id.jangkau.app.R
import id.jangkau.app.kit.px
import id.jangkau.app.kit.sizeOf
import id.jangkau.app.kit.tone

/** Gives a button its mark, with room before it where it stands on a ground. */
fun CompoundButton.mark(drawable: Int, inset: Boolean) {
    val room = if (inset) context.px(R.dimen.space_3) else 0
    buttonDrawable = InsetDrawable(context.getDrawable(drawable), room, 0, 0, 0)
    buttonTintList = null
}

/** Returns a box to tick that its words name; [ground] is 0 where it stands without one. */
fun Context.tick(words: CharSequence, ground: Int): CheckBox = CheckBox(this).apply {
    text = words
    sizeOf(R.dimen.text_row)
    setTextColor(tone(R.color.ink))
    mark(R.drawable.tick, inset = ground != 0)
    if (ground == 0) background = null else setBackgroundResource(ground)
    foreground = getDrawable(R.drawable.focus_ring)
    minHeight = px(if (ground == 0) R.dimen.target else R.dimen.field)
    setPaddingRelative(px(R.dimen.space_2), px(R.dimen.space_1), px(R.dimen.space_3), px(R.dimen.space_1))
    isSaveEnabled = false
}
