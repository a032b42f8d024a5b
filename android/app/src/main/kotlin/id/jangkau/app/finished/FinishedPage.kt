package id.jangkau.app.finished

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.ScrollView
import id.jangkau.app.R
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.ChipView
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.Flow
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.Notice
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.actionBar
import id.jangkau.app.kit.before
import id.jangkau.app.kit.button
import id.jangkau.app.kit.column
import id.jangkau.app.kit.heading
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.pill
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.rule
import id.jangkau.app.kit.signAfter
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.upright
import id.jangkau.app.kit.words
import id.jangkau.screen.Go
import id.jangkau.screen.Route
import id.jangkau.screen.finished.FinishedEvent
import id.jangkau.screen.finished.FinishedState
import id.jangkau.source.Finished
import id.jangkau.source.NumberCard

/** "Selesai": the number to read out, the sentence to say, and who acts next. */
class FinishedPage(private val context: Context, private val send: (FinishedEvent) -> Unit) : Page<FinishedState> {
    private val bar = AppBar(context)
    private val chip = ChipView(context) { send(FinishedEvent.Leave(Go.To(Route.Outbox))) }
    private val problem = ProblemBanner(context)
    private val main = context.column().pad(R.dimen.page_margin, R.dimen.space_5)
    private val side = context.column().pad(R.dimen.space_6, R.dimen.space_5)
    private val number = NumberView(context)
    private val beside = context.layout(R.bool.preview_at_side)
    private var shown: FinishedState? = null

    override val view: View

    init {
        bar.end.addView(chip)
        val done = context.button(R.style.Button_Primary, context.getString(R.string.done)) {
            send(FinishedEvent.Leave(Go.Root(Route.Home)))
        }
        done.id = R.id.done
        done.signAfter(R.drawable.sign_check)
        val actions = context.actionBar(null, done)
        view = Frame(context, bar, nav = null, content = content(), actions = actions).view
    }

    override fun show(state: FinishedState) {
        chip.show(state.chip)
        problem.show(state.problem)
        val finished = state.finished ?: return
        if (shown?.finished == finished && shown?.card == state.card) return
        shown = state
        bar.show(
            context.getString(if (state.ofVisit) R.string.visit_recorded else R.string.answer_recorded),
            finished.savedText,
        )
        main.removeAllViews()
        main.stack(problem.view)
        finished.numbers.getOrNull(state.card)?.let { number(it, finished.numbers, state.card) }
        sentence(state, finished, finished.numbers.getOrNull(state.card))
        side.removeAllViews()
        recorded(finished)
    }

    private fun content(): View {
        val left = ScrollView(context).apply {
            setBackgroundColor(context.tone(R.color.card))
            addView(
                if (beside) {
                    main
                } else {
                    context.column().apply {
                        listOf(main, side).forEach { stack(it) }
                    }
                },
                FILL,
                FIT,
            )
        }
        if (!beside) return left
        val right = ScrollView(context).apply { addView(side, FILL, FIT) }
        return context.line().apply {
            gravity = Gravity.FILL
            put(left, 0, FILL, 1f)
            upright()
            put(right, context.px(R.dimen.finished_side), FILL)
        }
    }

    private fun number(card: NumberCard, all: List<NumberCard>, at: Int) {
        main.stack(
            context.words(R.style.Text_Field, context.getString(R.string.read_out)).apply {
                setTextColor(context.tone(R.color.ink_2))
            },
        )
        main.stack(context.heading(R.style.Text_Title, context.getString(R.string.case_number)))
        if (all.size > 1) main.stack(cards(all, at), R.dimen.space_2)
        number.show(card)
        main.stack(number.view, R.dimen.space_5)
    }

    private fun cards(all: List<NumberCard>, at: Int): View = Flow(context).apply {
        all.forEachIndexed { place, card ->
            addView(context.pill(title(card), count = null, chosen = place == at) { send(FinishedEvent.Show(place)) })
        }
    }

    private fun title(card: NumberCard) = listOf(card.title, card.program).filter { it.isNotEmpty() }.joinToString(": ")

    private fun sentence(state: FinishedState, finished: Finished, card: NumberCard?) {
        val narrow = context.layout(R.bool.narrow)
        val line = if (narrow) context.column() else context.line()
        if (card != null) {
            line.put(QrView(context).apply { show(card.number) })
        }
        val words = context.column()
        if (state.ofVisit) {
            words.stack(context.heading(R.style.Text_Section, context.getString(R.string.say_to_citizen)))
        }
        words.stack(context.words(R.style.Text_Sentence, finished.sentence), R.dimen.space_1)
        when {
            narrow -> line.stack(words, R.dimen.space_4)
            else -> line.put(words, 0, weight = 1f).before(if (card == null) R.dimen.none else R.dimen.space_6)
        }
        main.stack(line, R.dimen.space_7)
    }

    private fun recorded(finished: Finished) {
        side.stack(context.heading(R.style.Text_Section, context.getString(R.string.recorded)))
        finished.recorded.forEach { fact ->
            side.stack(context.words(R.style.Text_BodyStrong, fact.label), R.dimen.space_3)
            if (fact.value.isNotEmpty()) side.stack(context.words(R.style.Text_Second, fact.value))
            side.rule(R.dimen.space_3)
        }
        when {
            finished.numbers.isNotEmpty() -> {
                side.stack(context.way(finished.next), R.dimen.space_5)
            }

            finished.next.isNotEmpty() -> {
                side.stack(Notice(context, Notice.Kind.INFO).apply { say(finished.next) }, R.dimen.space_5)
            }
        }
    }
}
