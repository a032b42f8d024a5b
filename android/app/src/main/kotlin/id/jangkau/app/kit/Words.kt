package id.jangkau.app.kit

import android.content.Context
import android.graphics.Typeface
import android.text.SpannableString
import android.text.Spanned
import android.text.style.BackgroundColorSpan
import android.text.style.ForegroundColorSpan
import android.text.style.StyleSpan
import android.text.style.UnderlineSpan
import android.widget.TextView
import id.jangkau.app.R
import id.jangkau.app.platform.markHeading

/** Returns a text in one of the styles of `styles.xml`. */
fun Context.words(style: Int, text: CharSequence = ""): TextView = TextView(this, null, 0, style).apply {
    this.text =
        text
}

/** Returns a text that screen readers know as a heading. */
fun Context.heading(style: Int, text: CharSequence = ""): TextView = words(style, text).apply { markHeading() }

/** Shows a text, or removes the view where there is none. */
fun TextView.say(words: CharSequence?) {
    if (text?.toString() != words?.toString()) text = words
    shown(!words.isNullOrEmpty())
}

/** Returns [text] with the letters that were searched for marked, wherever they stand. */
fun Context.marked(text: String, searched: String): CharSequence {
    val at = if (searched.isBlank()) -1 else text.indexOf(searched.trim(), ignoreCase = true)
    if (at < 0) return text
    return SpannableString(text).apply {
        val end = at + searched.trim().length
        setSpan(BackgroundColorSpan(tone(R.color.found)), at, end, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
    }
}

/** Returns [rest] after [strong], the first in bold. */
fun strongThen(strong: String, rest: String): CharSequence = SpannableString("$strong $rest").apply {
    setSpan(StyleSpan(Typeface.BOLD), 0, strong.length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
}

/** Returns a registration number with grey hyphens and its check character underlined. */
fun Context.caseNumber(number: String): CharSequence = SpannableString(number).apply {
    for (at in number.indices.filter { number[it] == '-' }) {
        setSpan(ForegroundColorSpan(tone(R.color.edge)), at, at + 1, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
    }
    setSpan(StyleSpan(Typeface.BOLD), 0, number.length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
    if (number.isNotEmpty()) {
        setSpan(UnderlineSpan(), number.length - 1, number.length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
    }
}

/** Returns [last] in bold after [rest]. */
fun thenStrong(rest: String, last: String): CharSequence = SpannableString("$rest $last").apply {
    setSpan(StyleSpan(Typeface.BOLD), length - last.length, length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
}
