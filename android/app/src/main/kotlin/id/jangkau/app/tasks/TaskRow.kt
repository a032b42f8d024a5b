package id.jangkau.app.tasks

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import android.widget.TextView
import id.jangkau.app.R
import id.jangkau.app.kit.ListRow
import id.jangkau.app.kit.Meaning
import id.jangkau.app.kit.Tile
import id.jangkau.app.kit.before
import id.jangkau.app.kit.column
import id.jangkau.app.kit.heading
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.pressable
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.say
import id.jangkau.app.kit.shown
import id.jangkau.app.kit.sign
import id.jangkau.app.kit.signButton
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.words
import id.jangkau.source.TaskCard
import id.jangkau.source.TaskKind

/** One piece of work; [place] tells whether it begins or ends its card. */
data class TaskRow(
    private val card: TaskCard,
    private val place: Place,
    private val open: (TaskCard) -> Unit,
    private val discard: ((TaskCard) -> Unit)?,
) : ListRow {
    /** Where a row stands in its card. */
    enum class Place(val ground: Int) {
        ONLY(R.drawable.row_only),
        FIRST(R.drawable.row_first),
        MIDDLE(R.drawable.row_middle),
        LAST(R.drawable.row_last),
    }

    override val kind = 0

    override fun make(context: Context): View = TaskRowView(context)

    override fun fill(view: View) = (view as TaskRowView).show(card, place, open, discard)

    companion object {
        /** Returns the rows of one card. */
        fun card(cards: List<TaskCard>, open: (TaskCard) -> Unit, discard: ((TaskCard) -> Unit)? = null) =
            cards.mapIndexed { at, card -> TaskRow(card, placeOf(at, cards.lastIndex), open, discard) }

        /** Returns where a row stands. */
        fun placeOf(at: Int, last: Int) = when {
            last == 0 -> Place.ONLY
            at == 0 -> Place.FIRST
            at == last -> Place.LAST
            else -> Place.MIDDLE
        }
    }
}

/** The heading over a card, with the number of its rows. */
data class HeadingRow(private val text: String, private val number: String, private val urgent: Boolean) : ListRow {
    override val kind = 1

    override fun make(context: Context): View = HeadingView(context)

    override fun fill(view: View) = (view as HeadingView).show(text, number, urgent)
}

private class TaskRowView(context: Context) : LinearLayout(context) {
    private val tile = Tile(context)
    private val title = context.words(R.style.Text_Row)
    private val subtitle = context.words(R.style.Text_Second)
    private val place = context.words(R.style.Text_Second)
    private val due = context.words(R.style.Text_MetaStrong)
    private var throwAway: View? = null

    init {
        gravity = Gravity.CENTER_VERTICAL
        minimumHeight = context.px(R.dimen.row)
        addView(tile)
        val words = context.column()
        words.put(title)
        words.put(subtitle)
        put(words, 0, weight = 1f).before(R.dimen.space_4)
        val end = context.column().apply { gravity = Gravity.END }
        end.put(place)
        end.put(due)
        put(end).before(R.dimen.space_4)
    }

    fun show(card: TaskCard, at: TaskRow.Place, open: (TaskCard) -> Unit, discard: ((TaskCard) -> Unit)?) {
        setBackgroundResource(at.ground)
        pad(R.dimen.space_4, R.dimen.space_2)
        val (drawable, meaning) = look(card.kind)
        tile.show(drawable, meaning)
        title.text = card.title
        subtitle.say(card.subtitle)
        place.say(card.place)
        due.say(card.dueText)
        due.setTextColor(context.tone(if (card.urgent) R.color.bata_700 else R.color.ink_2))
        setTag(R.id.card_id, card.id)
        pressable { open(card) }
        throwAway(discard?.let { { it(card) } })
    }

    private fun throwAway(discard: (() -> Unit)?) {
        throwAway?.let(::removeView)
        throwAway =
            discard?.let {
                put(context.signButton(R.drawable.sign_trash, R.color.bata_700, R.string.discard_draft, it))
            }
    }

    private fun look(kind: TaskKind) = when (kind) {
        TaskKind.UNVISITED -> R.drawable.sign_house to Meaning.LAUT
        TaskKind.RETURNED -> R.drawable.sign_returned to Meaning.KUNYIT
        TaskKind.INFORM -> R.drawable.sign_phone to Meaning.PADI
        TaskKind.DRAFT -> R.drawable.sign_pencil to Meaning.PLAIN
        TaskKind.REQUEST -> R.drawable.sign_note to Meaning.PLAIN
        TaskKind.TASK -> R.drawable.sign_note to Meaning.PLAIN
    }
}

private class HeadingView(context: Context) : LinearLayout(context) {
    private val sign = context.sign(R.drawable.sign_warning, R.color.bata_700, R.dimen.sign_small)
    private val text: TextView = context.heading(R.style.Text_BodyStrong)
    private val number = context.words(R.style.Text_Second)

    init {
        gravity = Gravity.CENTER_VERTICAL
        setPaddingRelative(
            context.px(R.dimen.space_1),
            context.px(R.dimen.space_4),
            context.px(R.dimen.space_4),
            context.px(R.dimen.space_2),
        )
        addView(sign)
        put(text, 0, weight = 1f)
        put(number)
    }

    fun show(words: String, count: String, urgent: Boolean) {
        sign.shown(urgent)
        text.text = words
        text.before(if (urgent) R.dimen.space_2 else R.dimen.none)
        text.setTextColor(context.tone(if (urgent) R.color.bata_700 else R.color.ink))
        number.text = count
    }
}
