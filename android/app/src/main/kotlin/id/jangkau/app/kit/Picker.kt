package id.jangkau.app.kit

import android.app.AlertDialog
import android.content.Context
import android.view.View
import android.view.ViewGroup
import android.widget.ArrayAdapter
import android.widget.ListView
import android.widget.TextView
import id.jangkau.app.R
import id.jangkau.source.Choice

/** A list to choose one entry from, with a search box where it is long. */
class Picker(private val context: Context, private val title: CharSequence, private val choices: List<Choice>) {
    private var dialog: AlertDialog? = null

    /** Opens the list; [chosen] hears the key of the entry, empty for "not recorded". */
    fun open(canClear: Boolean, cancelled: () -> Unit = {}, chosen: (String) -> Unit) {
        val rows = ArrayList(choices)
        val list = ListView(context)
        val adapter = Rows(context, rows)
        list.adapter = adapter
        val content = context.column()
        if (choices.size > SHORT) content.stack(searchBox { words -> adapter.narrow(choices, words) })
        content.put(list, FILL, FIT)
        val builder = AlertDialog.Builder(context).setTitle(title).setView(content)
            .setNegativeButton(R.string.cancel) { _, _ -> cancelled() }
            .setOnCancelListener { cancelled() }
        if (canClear) builder.setNeutralButton(R.string.clear_choice) { _, _ -> chosen("") }
        val open = builder.create()
        list.setOnItemClickListener { _, _, at, _ ->
            chosen(adapter.at(at).key)
            open.dismiss()
        }
        dialog = open
        open.show()
    }

    /** Takes the list away: the screen is about to go. */
    fun close() {
        dialog?.dismiss()
        dialog = null
    }

    private fun searchBox(typed: (String) -> Unit): View = context.typingField().apply {
        setHint(R.string.search_in_list)
        onTyped { typed(it.toString()) }
    }

    private class Rows(context: Context, private val rows: ArrayList<Choice>) :
        ArrayAdapter<Choice>(context, 0, rows) {
        fun at(position: Int): Choice = rows[position]

        fun narrow(all: List<Choice>, words: String) {
            rows.clear()
            all.filterTo(rows) { it.label.contains(words.trim(), ignoreCase = true) }
            notifyDataSetChanged()
        }

        override fun getView(position: Int, old: View?, parent: ViewGroup): View {
            val row = old as? TextView ?: context.words(R.style.Text_Field).apply {
                minimumHeight = context.px(R.dimen.button)
                gravity = android.view.Gravity.CENTER_VERTICAL
                pad(R.dimen.space_6, R.dimen.space_2)
            }
            row.text = rows[position].label
            return row
        }
    }

    private companion object {
        const val SHORT = 12
    }
}
