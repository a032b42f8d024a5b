package id.jangkau.app.kit

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.source.ChipState
import id.jangkau.source.SyncChip

/** Tells whether all is sent, in numbers and time, never by a lone tick. A tap opens the list by record. */
class ChipView(context: Context, open: () -> Unit) : LinearLayout(context) {
    private val picture = context.sign(R.drawable.sign_check, R.color.ink)
    private val first = context.words(R.style.Text_MetaStrong)
    private val second = context.words(R.style.Text_Meta)

    init {
        gravity = Gravity.CENTER_VERTICAL
        minimumHeight = context.px(R.dimen.chip)
        pad(R.dimen.space_3, R.dimen.space_1)
        addView(picture)
        val words = context.column()
        words.put(first)
        words.put(second)
        put(words).before(R.dimen.space_2)
        first.maxWidth = context.px(R.dimen.chip_width)
        second.maxWidth = context.px(R.dimen.chip_width)
        second.setTextColor(context.tone(R.color.ink))
        accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE
        pressable(open)
        shown(false)
    }

    /** Shows what is true now; nothing is shown before it is known. */
    fun show(chip: SyncChip?) {
        shown(chip != null)
        if (chip == null) return
        val (ground, drawable) = look(chip.state)
        setBackgroundResource(ground)
        picture.setImageResource(drawable)
        val sentences = chip.text.split(". ", limit = 2)
        first.text = sentences.first()
        second.say(sentences.getOrElse(1) { "" })
    }

    private fun look(state: ChipState) = when (state) {
        ChipState.ALL_SENT -> R.drawable.chip_all_sent to R.drawable.sign_check
        ChipState.WAITING -> R.drawable.chip_waiting to R.drawable.sign_plane
        ChipState.SENDING -> R.drawable.chip_waiting to R.drawable.sign_sync
        ChipState.NEEDS_ACTION -> R.drawable.chip_action to R.drawable.sign_warning
        ChipState.NEVER -> R.drawable.chip_waiting to R.drawable.sign_offline
    }
}
