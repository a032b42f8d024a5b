package id.jangkau.app.finished

import android.content.Context
import android.view.View
import id.jangkau.app.R
import id.jangkau.app.kit.before
import id.jangkau.app.kit.boxSign
import id.jangkau.app.kit.column
import id.jangkau.app.kit.heading
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.words

/** The five stops a complaint goes through: the first is done, the second, [next], waits for who acts now. */
fun Context.way(next: String): View = column().apply {
    stack(heading(R.style.Text_BodyStrong, getString(R.string.way_title)))
    resources.getStringArray(R.array.way_stops).forEachIndexed { at, name ->
        stack(stop(at, if (at == NOW && next.isNotEmpty()) next else name), R.dimen.space_2)
    }
}

private fun Context.stop(at: Int, text: String): View = line().apply {
    val box = when (at) {
        DONE -> boxSign(R.drawable.sign_check, R.drawable.box_done, R.color.on_laut_700)
        NOW -> boxSign(R.drawable.box_now, R.drawable.box_now, R.color.kunyit)
        else -> boxSign(R.drawable.box_open, R.drawable.box_open, R.color.card)
    }
    put(box, px(R.dimen.stop), px(R.dimen.stop))
    box.pad(R.dimen.hair)
    val style = if (at == DONE) R.style.Text_BodyStrong else R.style.Text_Body
    put(
        words(style, text).apply {
            if (at >
                NOW
            ) {
                setTextColor(tone(R.color.ink_2))
            }
        },
        0,
        weight = 1f,
    ).before(R.dimen.space_3)
}

private const val DONE = 0
private const val NOW = 1
