package id.jangkau.app.kit

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.ImageView
import android.widget.LinearLayout
import id.jangkau.app.R

/** Returns a sign that repeats what the words beside it say, so screen readers pass it by. */
fun Context.sign(drawable: Int, color: Int, size: Int = R.dimen.sign): ImageView = ImageView(this).apply {
    setImageResource(drawable)
    imageTintList = tint(color)
    importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
    layoutParams = LinearLayout.LayoutParams(px(size), px(size))
}

/** Returns a sign in a small square: a stop of the way, a section that is done. */
fun Context.boxSign(drawable: Int, ground: Int, color: Int): ImageView = sign(drawable, color, R.dimen.box).apply {
    setBackgroundResource(ground)
    pad(R.dimen.space_1)
}

/** The ground and colour of a sign or badge: one meaning per colour. */
enum class Meaning(val strong: Int, val soft: Int) {
    /** Neutral: drafts, facts. */
    PLAIN(R.color.ink_2, R.color.neutral_tile),

    /** Our action, under way. */
    LAUT(R.color.laut_700, R.color.laut_100),

    /** Look here. */
    KUNYIT(R.color.kunyit_800, R.color.kunyit_100),

    /** Wrong, late, refused. */
    BATA(R.color.bata_700, R.color.bata_100),

    /** Done, receiving, new. */
    PADI(R.color.padi_700, R.color.padi_100),

    /** Two truths. */
    MANGGIS(R.color.manggis_700, R.color.manggis_100),
}

/** A sign on a square ground, at the head of a row. */
class Tile(context: Context) : LinearLayout(context) {
    private val picture = context.sign(R.drawable.sign_house, R.color.ink)

    init {
        gravity = Gravity.CENTER
        setBackgroundResource(R.drawable.tile)
        addView(picture)
        layoutParams = LayoutParams(context.px(R.dimen.tile), context.px(R.dimen.tile))
    }

    /** Shows another sign. */
    fun show(drawable: Int, meaning: Meaning) {
        picture.setImageResource(drawable)
        picture.imageTintList = context.tint(meaning.strong)
        backgroundTintList = context.tint(meaning.soft)
    }
}

/** A state in full words, with a sign where there is one. */
class Badge(context: Context) : LinearLayout(context) {
    private val picture = context.sign(R.drawable.sign_check, R.color.ink, R.dimen.sign_small)
    private val text = context.words(R.style.Text_MetaStrong)

    init {
        gravity = Gravity.CENTER_VERTICAL
        setPaddingRelative(
            context.px(R.dimen.space_2),
            context.px(R.dimen.space_1),
            context.px(R.dimen.space_2),
            context.px(R.dimen.space_1),
        )
        addView(picture)
        put(text).before(R.dimen.space_1)
    }

    /** Shows a state; without [meaning] it is a neutral fact in an outline, without [drawable] it has no sign. */
    fun show(words: String, meaning: Meaning?, drawable: Int? = null) {
        text.text = words
        text.setTextColor(context.tone(meaning?.strong ?: R.color.ink_2))
        setBackgroundResource(if (meaning == null) R.drawable.badge_line else R.drawable.badge_fill)
        backgroundTintList = meaning?.let { context.tint(it.soft) }
        picture.shown(drawable != null)
        drawable?.let(picture::setImageResource)
        picture.imageTintList = context.tint(meaning?.strong ?: R.color.ink_2)
        shown(words.isNotEmpty())
    }

    /** Shows white words on the darkest ground: "Dari kantor". */
    fun showDark(words: String) {
        show(words, Meaning.LAUT)
        text.setTextColor(context.tone(R.color.on_rail))
        backgroundTintList = context.tint(R.color.badge_dark)
    }
}
