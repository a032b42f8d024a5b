package id.jangkau.app.search

import android.content.Context
import android.os.Handler
import android.os.Looper
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.ChipView
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.Flow
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.Picker
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.RowList
import id.jangkau.app.kit.above
import id.jangkau.app.kit.column
import id.jangkau.app.kit.emptyBox
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.line
import id.jangkau.app.kit.onTyped
import id.jangkau.app.kit.oneLine
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.pill
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.say
import id.jangkau.app.kit.shown
import id.jangkau.app.kit.sign
import id.jangkau.app.kit.signButton
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.typingField
import id.jangkau.app.kit.words
import id.jangkau.screen.Go
import id.jangkau.screen.Route
import id.jangkau.screen.search.SearchEvent
import id.jangkau.screen.search.SearchState
import id.jangkau.source.Choice
import id.jangkau.source.HitSource
import id.jangkau.source.SearchHit

/** "Cari": does this person exist, and who knows them; "new" is the last row, after all found ones. */
class SearchPage(private val context: Context, private val send: (SearchEvent) -> Unit) : Page<SearchState> {
    private val bar = AppBar(context).withBack { send(SearchEvent.Leave(Go.Back)) }
    private val chip = ChipView(context) { send(SearchEvent.Leave(Go.To(Route.Outbox))) }
    private val field = context.typingField().oneLine(android.text.InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS)
    private val clear = context.signButton(R.drawable.sign_close, R.color.ink, R.string.clear) { field.setText("") }
    private val filters = Flow(context)
    private val note = context.words(R.style.Text_Second)
    private val problem = ProblemBanner(context)
    private val rows = RowList(context, kinds = 2)
    private val empty = context.emptyBox(
        context.getString(R.string.search_empty),
        context.getString(R.string.search_empty_when),
    )
    private val preview = Preview(context, send)
    private val beside = context.layout(R.bool.preview_at_side)
    private val found = context.column().pad(R.dimen.page_margin, R.dimen.space_4)
    private val clock = Handler(Looper.getMainLooper())
    private val report = Runnable { flush() }
    private var known: String? = null
    private var picker: Picker? = null
    private var shownDesa: List<String> = emptyList()

    override val view: View

    init {
        bar.show(context.getString(R.string.nav_search), "")
        bar.end.addView(chip)
        found.stack(searchBox())
        found.stack(filters, R.dimen.space_3)
        found.stack(note, R.dimen.space_2)
        found.stack(problem.view, R.dimen.space_2)
        found.stack(empty, R.dimen.space_4)
        found.addView(rows, LinearLayout.LayoutParams(FILL, 0, 1f))
        rows.above(R.dimen.space_3)
        val content = context.line().apply { gravity = android.view.Gravity.FILL }
        content.put(found, 0, FILL, 1f)
        if (beside) {
            content.put(
                preview.view,
                context.px(R.dimen.preview_width),
                FILL,
            )
        } else {
            content.put(preview.view, 0, FILL, 1f)
        }
        view = Frame(context, bar, nav = null, content = content, actions = null).view
        field.onTyped {
            clear.shown(it.isNotEmpty())
            clock.removeCallbacks(report)
            if (known != null && it.toString() != known) clock.postDelayed(report, PAUSE_MS)
        }
    }

    override fun show(state: SearchState) {
        if (known == null) begin(state.words)
        chip.show(state.chip)
        problem.show(state.problem)
        note.say(state.page?.note)
        filters(state)
        val page = state.page
        empty.shown(page == null)
        val hits = state.hits.map { HitRow(it, state.words, it == state.chosen, ::choose) }
        rows.show(if (page?.canRegister == true) hits + RegisterRow { send(SearchEvent.Register) } else hits)
        preview.show(state)
        if (!beside) found.shown(state.chosen == null)
        ask(state.desa)
    }

    override fun leave() {
        flush()
        picker?.close()
    }

    private fun ask(desa: List<String>) {
        if (desa == shownDesa) return
        shownDesa = desa
        picker?.close()
        if (desa.isEmpty()) return
        val choices = desa.map { Choice(it, it) }
        picker = Picker(context, context.getString(R.string.choose_desa), choices).apply {
            open(canClear = false, cancelled = { send(SearchEvent.RegisterIn(null)) }) {
                send(SearchEvent.RegisterIn(it))
            }
        }
    }

    private fun begin(words: String) {
        known = words
        field.setText(words)
        field.setSelection(words.length)
        clear.shown(words.isNotEmpty())
        field.post { field.requestFocus() }
    }

    private fun flush() {
        clock.removeCallbacks(report)
        val words = field.text.toString()
        if (known == null || words == known) return
        known = words
        send(SearchEvent.Words(words))
    }

    private fun choose(hit: SearchHit) {
        flush()
        send(SearchEvent.Choose(hit))
    }

    private fun filters(state: SearchState) {
        filters.removeAllViews()
        filters.shown(state.page?.hits.orEmpty().isNotEmpty())
        filters.addView(filter(state, null, R.string.filter_all))
        filters.addView(filter(state, HitSource.OWN, R.string.filter_own))
        filters.addView(filter(state, HitSource.OFFICE, R.string.filter_office))
        filters.addView(filter(state, HitSource.REGISTER, R.string.filter_register))
    }

    private fun filter(state: SearchState, source: HitSource?, words: Int) =
        context.pill(context.getString(words), state.count(source), state.filter == source) {
            send(SearchEvent.Filter(source))
        }

    private fun searchBox(): View = context.line().apply {
        setBackgroundResource(R.drawable.search_field)
        minimumHeight = context.px(R.dimen.app_bar)
        setPaddingRelative(context.px(R.dimen.space_5), 0, context.px(R.dimen.space_2), 0)
        addView(context.sign(R.drawable.sign_search, R.color.ink))
        field.id = R.id.search_field
        field.background = null
        field.setHint(R.string.search_hint)
        put(field, 0, weight = 1f)
        addView(clear)
    }

    private companion object {
        const val PAUSE_MS = 300L
    }
}
