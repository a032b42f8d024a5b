package id.jangkau.app.home

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import android.widget.ScrollView
import id.jangkau.app.R
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.ChipView
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.ListRow
import id.jangkau.app.kit.Nav
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.RowList
import id.jangkau.app.kit.before
import id.jangkau.app.kit.column
import id.jangkau.app.kit.emptyBox
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.pressable
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.shown
import id.jangkau.app.kit.sign
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.words
import id.jangkau.app.tasks.HeadingRow
import id.jangkau.app.tasks.TaskRow
import id.jangkau.screen.Go
import id.jangkau.screen.Route
import id.jangkau.screen.home.HomeEvent
import id.jangkau.screen.home.HomeState
import id.jangkau.screen.home.TaskGroup
import id.jangkau.screen.home.TaskHeading
import id.jangkau.source.TaskCard

/** "Hari ini": search first, since every visit starts there; then the work; at the right what the tablet holds. */
class HomePage(private val context: Context, private val send: (HomeEvent) -> Unit) : Page<HomeState> {
    private val bar = AppBar(context).withMark()
    private val chip = ChipView(context) { leave(Go.To(Route.Outbox)) }
    private val worker = context.words(R.style.Text_BarMeta)
    private val nav = Nav(context, Route.Home, ::leave)
    private val problem = ProblemBanner(context)
    private val rows = RowList(context, kinds = 2)
    private val counts = CountsColumn(context)
    private val empty = context.emptyBox(context.getString(R.string.no_work), context.getString(R.string.no_work_when))
    private val frame: Frame

    override val view: View

    init {
        bar.end.addView(chip)
        if (context.layout(R.bool.counts_at_side)) bar.end.put(worker).before(R.dimen.space_4)
        val work = context.column()
        work.stack(searchBox())
        work.stack(problem.view, R.dimen.space_2)
        work.stack(empty, R.dimen.space_4)
        work.addView(rows, LinearLayout.LayoutParams(FILL, 0, 1f))
        val content = context.line().apply { gravity = android.view.Gravity.FILL }
        content.setPaddingRelative(
            context.px(R.dimen.home_margin),
            context.px(R.dimen.space_4),
            context.px(R.dimen.home_margin),
            0,
        )
        content.put(work, 0, FILL, 1f)
        if (context.layout(R.bool.counts_at_side)) {
            val side = ScrollView(context).apply { addView(counts.view, FILL, FIT) }
            content.put(side, context.px(R.dimen.side_width), FILL).before(R.dimen.space_5)
        }
        frame = Frame(context, bar, nav, content, actions = null)
        view = frame.view
    }

    override fun show(state: HomeState) {
        problem.show(state.problem)
        val home = state.home
        bar.show(context.getString(R.string.nav_today), home?.dateText.orEmpty())
        worker.text = home?.greeting.orEmpty()
        chip.show(home?.chip)
        nav.show(home?.drafts ?: 0, home?.returned ?: 0)
        counts.show(home?.counts.orEmpty())
        empty.shown(home != null && home.tasks.isEmpty())
        rows.show(state.groups.flatMap(::rowsOf))
    }

    private fun rowsOf(group: TaskGroup): List<ListRow> {
        val shown = group.cards.size
        val number = if (group.total >
            shown
        ) {
            context.getString(R.string.some_of, shown, group.total)
        } else {
            shown.toString()
        }
        val heading = HeadingRow(context.getString(words(group.heading)), number, group.heading == TaskHeading.OVERDUE)
        return listOf(heading) + TaskRow.card(group.cards, ::open)
    }

    private fun words(heading: TaskHeading) = when (heading) {
        TaskHeading.OVERDUE -> R.string.tasks_overdue
        TaskHeading.WAITING -> R.string.tasks_waiting
        TaskHeading.UNVISITED -> R.string.tasks_unvisited
    }

    private fun open(card: TaskCard) = send(HomeEvent.Open(card))

    private fun leave(way: Go) = send(HomeEvent.Leave(way))

    private fun searchBox(): View = context.line().apply {
        id = R.id.search_box
        setBackgroundResource(R.drawable.search_field)
        minimumHeight = context.px(R.dimen.app_bar)
        pad(R.dimen.space_5, R.dimen.space_2)
        addView(context.sign(R.drawable.sign_search, R.color.ink))
        val hint = context.words(R.style.Text_Field, context.getString(R.string.search_hint))
        hint.setTextColor(context.tone(R.color.ink_3))
        put(hint, 0, weight = 1f).before(R.dimen.space_3)
        pressable { leave(Go.Root(Route.Search(""))) }
    }
}
