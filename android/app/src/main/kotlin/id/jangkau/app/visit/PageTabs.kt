package id.jangkau.app.visit

import android.content.Context
import android.view.View
import id.jangkau.app.R
import id.jangkau.app.kit.Flow
import id.jangkau.app.kit.pill
import id.jangkau.app.kit.shown
import id.jangkau.source.GroupView

/** The members or cases of a section, one page each; a fault on a page shows on its tab. */
class PageTabs(private val context: Context, private val open: (Int) -> Unit) {
    private val flow = Flow(context)

    /** The tabs. */
    val view: View = flow

    /** Draws the tabs; a single page needs none. */
    fun show(pages: List<List<GroupView>>, current: Int) {
        flow.removeAllViews()
        flow.shown(pages.size > 1)
        if (pages.size < 2) return
        pages.forEachIndexed { at, page ->
            val faults = page.sumOf { group -> group.fields.count { it.error.isNotEmpty() } }
            flow.addView(
                context.pill(
                    page.first().title.substringAfter(": "),
                    faults.takeIf {
                        it > 0
                    },
                    at == current,
                ) { open(at) },
            )
        }
    }
}
