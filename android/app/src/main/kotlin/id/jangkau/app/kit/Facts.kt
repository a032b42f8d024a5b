package id.jangkau.app.kit

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.source.Fact

/** Returns labels with what stands beside them, one below the other. */
fun Context.facts(facts: List<Fact>): LinearLayout = column().apply {
    facts.forEach { fact ->
        val line = line().apply { gravity = android.view.Gravity.TOP }
        line.put(words(R.style.Text_Second, fact.label), 0, weight = LABEL_SHARE)
        line.put(words(R.style.Text_Body, fact.value), 0, weight = VALUE_SHARE).before(R.dimen.space_3)
        stack(line, R.dimen.space_1)
    }
}

/** Returns a card with a heading of its own and a line under it. */
fun Context.titledCard(title: CharSequence, content: View): LinearLayout = column().apply {
    setBackgroundResource(R.drawable.card)
    put(heading(R.style.Text_Section, title).pad(R.dimen.space_4, R.dimen.space_3))
    rule()
    stack(content)
}

/** Returns the dashed box that says what would stand here, and when. */
fun Context.emptyBox(what: CharSequence, whenText: CharSequence): View = column().centred().apply {
    setBackgroundResource(R.drawable.card_dashed)
    pad(R.dimen.space_6, R.dimen.space_5)
    put(words(R.style.Text_BodyStrong, what).apply { gravity = android.view.Gravity.CENTER })
    put(words(R.style.Text_Second, whenText).apply { gravity = android.view.Gravity.CENTER }).above(R.dimen.space_1)
}

private const val LABEL_SHARE = 0.34f
private const val VALUE_SHARE = 0.66f
