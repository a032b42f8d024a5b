package id.jangkau.app.home

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.before
import id.jangkau.app.kit.column
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.rule
import id.jangkau.app.kit.sign
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.titledCard
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.upright
import id.jangkau.app.kit.words
import id.jangkau.source.Count
import java.text.NumberFormat

/** What the worker did this month and what is left, and what the tablet holds. */
class CountsColumn(private val context: Context) {
    private var shown: List<Count>? = null

    /** The column. */
    val view: LinearLayout = context.column()

    /** Draws the figures; one that is not known leaves its place out. */
    fun show(counts: List<Count>) {
        if (counts == shown) return
        shown = counts
        view.removeAllViews()
        val byKey = counts.associateBy(Count::key)
        byKey["visits"]?.let { view.stack(visits(it, byKey["unvisited"])) }
        val held = listOfNotNull(byKey["draft"], byKey["ready"], byKey["sent"], byKey["action"])
        if (held.isNotEmpty()) {
            view.stack(
                context.titledCard(context.getString(R.string.on_this_tablet), grid(held)),
                R.dimen.space_4,
            )
        }
    }

    private fun visits(done: Count, left: Count?): View = context.column().apply {
        setBackgroundResource(R.drawable.card)
        pad(R.dimen.space_4, R.dimen.space_3)
        stack(context.words(R.style.Text_Section, done.title))
        stack(context.words(R.style.Text_Figure, grouped(done.number)))
        left?.let { stack(context.words(R.style.Text_Meta, "${it.title}: ${grouped(it.number)}")) }
    }

    private fun grid(counts: List<Count>): View = context.column().apply {
        // Large letters need the whole width.
        val across = if (context.resources.configuration.fontScale > LARGE_FONT) 1 else 2
        counts.chunked(across).forEachIndexed { at, pair ->
            if (at > 0) rule()
            val line = context.line()
            pair.forEachIndexed { place, count ->
                if (place > 0) line.upright()
                line.put(cell(count), 0, FILL, 1f)
            }
            stack(line)
        }
    }

    private fun cell(count: Count): View = context.line().apply {
        val urgent = count.key == "action" && count.number > 0
        val color = if (urgent) R.color.bata_700 else R.color.ink
        minimumHeight = context.px(R.dimen.button)
        pad(R.dimen.space_4, R.dimen.space_2)
        addView(context.sign(signOf(count.key), color))
        put(context.words(R.style.Text_Body, count.title).apply { setTextColor(context.tone(color)) }, 0, weight = 1f)
            .before(R.dimen.space_3)
        put(context.words(R.style.Text_Title, grouped(count.number)).apply { setTextColor(context.tone(color)) })
            .before(R.dimen.space_2)
    }

    private fun grouped(number: Int): String =
        NumberFormat.getIntegerInstance(context.resources.configuration.locales[0]).format(number)

    private fun signOf(key: String) = when (key) {
        "draft" -> R.drawable.sign_pencil
        "ready" -> R.drawable.sign_plane
        "sent" -> R.drawable.sign_check
        else -> R.drawable.sign_warning
    }

    private companion object {
        const val LARGE_FONT = 1.2f
    }
}
