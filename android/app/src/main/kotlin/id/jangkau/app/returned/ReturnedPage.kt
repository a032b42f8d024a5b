package id.jangkau.app.returned

import android.content.Context
import android.os.Handler
import android.os.Looper
import android.view.View
import android.widget.ScrollView
import id.jangkau.app.R
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.ChipView
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.Notice
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.actionBar
import id.jangkau.app.kit.before
import id.jangkau.app.kit.button
import id.jangkau.app.kit.column
import id.jangkau.app.kit.facts
import id.jangkau.app.kit.heading
import id.jangkau.app.kit.line
import id.jangkau.app.kit.onTyped
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.prose
import id.jangkau.app.kit.put
import id.jangkau.app.kit.say
import id.jangkau.app.kit.shown
import id.jangkau.app.kit.sign
import id.jangkau.app.kit.signBefore
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.titledCard
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.typingField
import id.jangkau.app.kit.words
import id.jangkau.screen.Go
import id.jangkau.screen.Route
import id.jangkau.screen.returned.ReturnedEvent
import id.jangkau.screen.returned.ReturnedState
import id.jangkau.source.Fact
import id.jangkau.source.FieldId

/** "Perbaikan": only the returned fields, each with the supervisor's words beside it. */
class ReturnedPage(private val context: Context, private val send: (ReturnedEvent) -> Unit) : Page<ReturnedState> {
    private val bar = AppBar(context).withBack { leaving(ReturnedEvent.Leave(Go.Back)) }
    private val chip = ChipView(context) { leaving(ReturnedEvent.Leave(Go.To(Route.Outbox))) }
    private val title = context.heading(R.style.Text_Title)
    private val rule = context.words(R.style.Text_Second)
    private val problem = ProblemBanner(context)
    private val findings = Notice(context, Notice.Kind.ERROR)
    private val whole = Notice(context, Notice.Kind.SAID)
    private val cards = LinkedHashMap<FieldId, ReturnedCard>()
    private val column = context.column()
    private val explanation = context.typingField().apply {
        prose(lines = 2)
        setHint(R.string.explain_hint)
        id = R.id.explanation
    }
    private val history = context.column()
    private val remark = context.line()
    private val remarkText = context.words(R.style.Text_BodyStrong)
    private val clock = Handler(Looper.getMainLooper())
    private val report = Runnable { explain() }
    private var explained: String? = null
    private var shownHistory: List<Fact>? = null
    private var shownJump: FieldId? = null
    private val frame: Frame

    override val view: View

    init {
        bar.end.addView(chip)
        remark.addView(context.sign(R.drawable.sign_warning, R.color.kunyit_800))
        remark.put(remarkText).before(R.dimen.space_2)
        remarkText.setTextColor(context.tone(R.color.kunyit_800))
        val content = context.column().pad(R.dimen.page_margin, R.dimen.space_4)
        content.stack(problem.view)
        content.stack(title)
        content.stack(rule)
        content.stack(findings, R.dimen.space_2)
        content.stack(whole, R.dimen.space_3)
        content.stack(column, R.dimen.space_1)
        content.stack(explanationCard(), R.dimen.space_3)
        content.stack(history, R.dimen.space_3)
        val scroll = ScrollView(context).apply { addView(content, FILL, FIT) }
        frame = Frame(context, bar, nav = null, content = scroll, actions = actions())
        view = frame.view
        explanation.onTyped {
            clock.removeCallbacks(report)
            if (explained != null && it.toString() != explained) clock.postDelayed(report, PAUSE_MS)
        }
    }

    override fun show(state: ReturnedState) {
        chip.show(state.chip)
        problem.show(state.problem)
        if (explained == null) explanation.setText(state.explanation.also { explained = it })
        val item = state.item ?: return
        bar.show(context.getString(R.string.correct_title, item.title), item.subtitle)
        val done = item.fields.size - state.open.size
        title.text =
            context.resources.getQuantityString(R.plurals.returned_fields, item.fields.size, item.fields.size, done)
        val due = item.dueText.takeIf { it.isNotEmpty() }?.let { context.getString(R.string.correct_until, it) }
        rule.text = listOfNotNull(context.getString(R.string.other_fields_accepted), due).joinToString(" ")
        findings.say(state.findings.joinToString("\n") { it.text })
        whole.say(item.note.takeIf { it.isNotEmpty() }?.let { "${item.by}: $it" })
        cards(state)
        history(item.history)
        remark.shown(state.open.isNotEmpty())
        remarkText.text = context.resources.getQuantityString(R.plurals.open_fields, state.open.size, state.open.size)
        jump(state.jump)
    }

    override fun leave() {
        flush()
        cards.values.forEach(ReturnedCard::close)
    }

    override fun keyboard(up: Boolean) = frame.keyboard(up)

    private fun cards(state: ReturnedState) {
        val fields = state.item?.fields.orEmpty()
        if (cards.keys.toList() != fields.map { it.id }) {
            cards.clear()
            column.removeAllViews()
            fields.forEach { field ->
                val card = ReturnedCard(context, field) { typed, value -> send(ReturnedEvent.Typed(typed.id, value)) }
                cards[field.id] = card
                column.stack(card.view, R.dimen.space_3)
            }
        }
        fields.forEach { cards.getValue(it.id).show(it, state) }
    }

    private fun history(facts: List<Fact>) {
        if (facts == shownHistory) return
        shownHistory = facts
        history.removeAllViews()
        if (facts.isEmpty()) return
        val list = context.facts(facts).pad(R.dimen.space_4, R.dimen.space_3)
        history.stack(context.titledCard(context.getString(R.string.history), list))
    }

    private fun explanationCard(): View = context.column().apply {
        setBackgroundResource(R.drawable.card)
        pad(R.dimen.space_5, R.dimen.space_4)
        val label = context.words(R.style.Text_BodyStrong, context.getString(R.string.explain))
        label.labelFor = explanation.id
        stack(label)
        stack(context.words(R.style.Text_Second, context.getString(R.string.explain_rule)))
        stack(explanation, R.dimen.space_2)
    }

    private fun actions(): View {
        val later = context.button(R.style.Button_Plain, context.getString(R.string.save_for_later)) {
            leaving(ReturnedEvent.Leave(Go.Back))
        }
        val correct = context.button(R.style.Button_Primary, context.getString(R.string.send_correction)) {
            leaving(ReturnedEvent.Send)
        }
        correct.id = R.id.send_correction
        return context.actionBar(remark, later, correct.signBefore(R.drawable.sign_plane))
    }

    private fun jump(field: FieldId?) {
        if (field != null && field != shownJump) view.post { cards[field]?.focus() }
        shownJump = field
    }

    private fun explain() {
        clock.removeCallbacks(report)
        val text = explanation.text.toString()
        if (explained == null || text == explained) return
        explained = text
        send(ReturnedEvent.Explain(text))
    }

    private fun flush() {
        cards.values.forEach(ReturnedCard::flush)
        explain()
    }

    private fun leaving(event: ReturnedEvent) {
        flush()
        send(event)
    }

    private companion object {
        const val PAUSE_MS = 600L
    }
}
