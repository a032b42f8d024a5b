package id.jangkau.app.kit

import android.content.Context
import android.view.View
import android.view.ViewGroup
import android.widget.BaseAdapter
import android.widget.ListView

/** One line of a long list: makes views of its kind and fills them. */
interface ListRow {
    /** Rows of one kind share their views. */
    val kind: Int

    /** Returns an empty view of this kind. */
    fun make(context: Context): View

    /** Fills a view that a row of this kind made. */
    fun fill(view: View)
}

/** A list that holds only the views in sight: a desa has hundreds of families. */
class RowList(context: Context, private val kinds: Int) : ListView(context) {
    private val rows = ArrayList<ListRow>()
    private val filler = Filler()

    init {
        divider = null
        dividerHeight = 0
        clipToPadding = false
        setSelector(android.R.color.transparent)
        isVerticalScrollBarEnabled = true
        // The rows themselves are the targets.
        itemsCanFocus = true
        isFocusable = false
        adapter = filler
    }

    /** Shows other rows; the place in the list stays. */
    fun show(next: List<ListRow>) {
        if (next == rows) return
        rows.clear()
        rows.addAll(next)
        filler.notifyDataSetChanged()
    }

    private inner class Filler : BaseAdapter() {
        override fun getCount() = rows.size

        override fun getItem(position: Int) = rows[position]

        override fun getItemId(position: Int) = position.toLong()

        override fun getViewTypeCount() = kinds

        override fun getItemViewType(position: Int) = rows[position].kind

        override fun areAllItemsEnabled() = false

        override fun isEnabled(position: Int) = false

        override fun getView(position: Int, old: View?, parent: ViewGroup): View {
            val row = rows[position]
            return (old ?: row.make(parent.context)).also(row::fill)
        }
    }
}
