package id.jangkau.app.form

import android.text.Editable
import android.text.TextWatcher
import android.widget.EditText

/** Keeps digits in their groups while they are typed, with the cursor behind the same digit as before. */
class Grouping(private val field: EditText, private val entry: Entry, private val longest: Int) : TextWatcher {
    private var busy = false

    override fun beforeTextChanged(text: CharSequence, start: Int, count: Int, after: Int) = Unit

    override fun onTextChanged(text: CharSequence, start: Int, before: Int, count: Int) = Unit

    override fun afterTextChanged(text: Editable) {
        if (busy || !entry.grouped) return
        val raw = entry.raw(text.toString()).let { if (longest > 0) it.take(longest) else it }
        val wanted = entry.shown(raw)
        if (wanted == text.toString()) return
        val behind = entry.raw(text.substring(0, maxOf(field.selectionStart, 0))).length.coerceAtMost(raw.length)
        busy = true
        text.replace(0, text.length, wanted)
        field.setSelection(placeBehind(wanted, behind))
        busy = false
    }

    private fun placeBehind(shown: String, digits: Int): Int {
        var seen = 0
        shown.forEachIndexed { at, char ->
            if (seen == digits) return at
            if (entry.typed(char)) seen++
        }
        return shown.length
    }
}
