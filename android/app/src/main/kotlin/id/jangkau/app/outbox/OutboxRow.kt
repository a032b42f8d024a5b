package id.jangkau.app.outbox

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.kit.Badge
import id.jangkau.app.kit.ListRow
import id.jangkau.app.kit.Meaning
import id.jangkau.app.kit.before
import id.jangkau.app.kit.column
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.say
import id.jangkau.app.kit.words
import id.jangkau.app.tasks.TaskRow
import id.jangkau.source.ItemState
import id.jangkau.source.OutboxItem

/** One record on its way to the server. */
data class OutboxRow(private val item: OutboxItem, private val place: TaskRow.Place) : ListRow {
    override val kind = 0

    override fun make(context: Context): View = OutboxRowView(context)

    override fun fill(view: View) = (view as OutboxRowView).show(item, place)

    companion object {
        /** Returns the rows of the list. */
        fun card(
            items: List<OutboxItem>,
        ) = items.mapIndexed { at, item -> OutboxRow(item, TaskRow.placeOf(at, items.lastIndex)) }
    }
}

private class OutboxRowView(context: Context) : LinearLayout(context) {
    private val title = context.words(R.style.Text_Row)
    private val at = context.words(R.style.Text_Second)
    private val badge = Badge(context)

    init {
        gravity = Gravity.CENTER_VERTICAL
        minimumHeight = context.px(R.dimen.row)
        val words = context.column()
        words.put(title)
        words.put(at)
        put(words, 0, weight = 1f)
        put(badge).before(R.dimen.space_4)
    }

    fun show(item: OutboxItem, place: TaskRow.Place) {
        setBackgroundResource(place.ground)
        pad(R.dimen.space_4, R.dimen.space_2)
        title.text = item.title
        at.say(item.atText)
        val (drawable, meaning) = look(item.state)
        badge.show(item.stateText, meaning, drawable)
    }

    private fun look(state: ItemState) = when (state) {
        ItemState.DRAFT -> R.drawable.sign_pencil to Meaning.PLAIN
        ItemState.READY -> R.drawable.sign_plane to Meaning.KUNYIT
        ItemState.SENDING -> R.drawable.sign_half to Meaning.LAUT
        ItemState.RECEIVED -> R.drawable.sign_check to Meaning.PADI
        ItemState.NEEDS_ACTION -> R.drawable.sign_warning to Meaning.BATA
    }
}
