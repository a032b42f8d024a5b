package id.jangkau.app.search

import android.content.Context
import android.text.SpannableStringBuilder
import android.text.Spanned
import android.text.style.ForegroundColorSpan
import android.text.style.StyleSpan
import android.view.Gravity
import android.view.View
import android.widget.FrameLayout
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.kit.Badge
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.ListRow
import id.jangkau.app.kit.Meaning
import id.jangkau.app.kit.Tile
import id.jangkau.app.kit.before
import id.jangkau.app.kit.column
import id.jangkau.app.kit.marked
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.pressable
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.say
import id.jangkau.app.kit.sign
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.words
import id.jangkau.source.HitSource
import id.jangkau.source.SearchHit

/** A person that somebody knows, with the letters that were searched for marked. */
data class HitRow(
    private val hit: SearchHit,
    private val searched: String,
    private val chosen: Boolean,
    private val choose: (SearchHit) -> Unit,
) : ListRow {
    override val kind = 0

    override fun make(context: Context): View = HitView(context)

    override fun fill(view: View) = (view as HitView).show(hit, searched, chosen) { choose(hit) }
}

/** "Not in the list": the last row, after everybody who was found. */
class RegisterRow(private val register: () -> Unit) : ListRow {
    override val kind = 1

    override fun make(context: Context): View = RegisterView(context)

    override fun fill(view: View) {
        (view as RegisterView).row.pressable(register)
    }

    override fun equals(other: Any?) = other is RegisterRow

    override fun hashCode() = kind
}

private class HitView(context: Context) : FrameLayout(context) {
    private val tile = Tile(context)
    private val title = context.words(R.style.Text_Row)
    private val second = context.words(R.style.Text_Second)
    private val third = context.words(R.style.Text_Meta)
    private val badge = Badge(context)
    private val row = LinearLayout(context)

    init {
        setPaddingRelative(0, 0, 0, context.px(R.dimen.space_2))
        row.gravity = Gravity.CENTER_VERTICAL
        row.minimumHeight = context.px(R.dimen.row)
        row.addView(tile)
        val words = context.column()
        words.put(title)
        words.put(second)
        words.put(third)
        row.put(words, 0, weight = 1f).before(R.dimen.space_4)
        row.put(badge).before(R.dimen.space_3)
        (badge.layoutParams as LinearLayout.LayoutParams).gravity = Gravity.TOP
        addView(row, FILL, FIT)
    }

    fun show(hit: SearchHit, searched: String, chosen: Boolean, choose: () -> Unit) {
        row.setBackgroundResource(R.drawable.hit)
        row.pad(R.dimen.space_4, R.dimen.space_3)
        row.isActivated = chosen
        row.isSelected = chosen
        row.pressable(choose)
        row.setTag(R.id.card_id, hit.id)
        title.text = context.marked(hit.title, searched)
        second.say(listOf(hit.subtitle, nik(hit)).filter { it.isNotEmpty() }.joinToString(" · "))
        third.say(hit.possibleDouble?.let { double(it) })
        when (hit.source) {
            HitSource.OWN -> look(R.drawable.sign_people, Meaning.LAUT) { badge.show(hit.badge, Meaning.LAUT) }
            HitSource.OFFICE -> look(R.drawable.sign_sheet, Meaning.LAUT) { badge.showDark(hit.badge) }
            HitSource.REGISTER -> look(R.drawable.sign_register, Meaning.PLAIN) { badge.show(hit.badge, null) }
        }
    }

    private fun look(drawable: Int, meaning: Meaning, dress: () -> Unit) {
        tile.show(drawable, meaning)
        dress()
    }

    private fun nik(hit: SearchHit) = if (hit.nikMasked.isEmpty()) {
        ""
    } else {
        context.getString(
            R.string.nik_is,
            hit.nikMasked,
        )
    }

    private fun double(name: String) = SpannableStringBuilder(context.getString(R.string.maybe_same_as, name)).apply {
        setSpan(StyleSpan(android.graphics.Typeface.BOLD), 0, length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
        setSpan(ForegroundColorSpan(context.tone(R.color.manggis_700)), 0, length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
    }
}

private class RegisterView(context: Context) : FrameLayout(context) {
    val row = LinearLayout(context)

    init {
        setPaddingRelative(0, 0, 0, context.px(R.dimen.space_4))
        row.id = R.id.register_new
        row.gravity = Gravity.CENTER_VERTICAL
        row.minimumHeight = context.px(R.dimen.row)
        row.setBackgroundResource(R.drawable.card_dashed)
        row.pad(R.dimen.space_4, R.dimen.space_2)
        row.addView(Tile(context).apply { show(R.drawable.sign_plus, Meaning.PLAIN) })
        val words = context.column()
        words.put(context.words(R.style.Text_Row, context.getString(R.string.not_in_list)))
        words.put(context.words(R.style.Text_Second, context.getString(R.string.register_new)))
        row.put(words, 0, weight = 1f).before(R.dimen.space_4)
        row.addView(context.sign(R.drawable.sign_chevron_right, R.color.ink))
        addView(row, FILL, FIT)
    }
}
