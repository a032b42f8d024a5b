package id.jangkau.app.visit

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.Button
import id.jangkau.app.R
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.Notice
import id.jangkau.app.kit.actionBar
import id.jangkau.app.kit.before
import id.jangkau.app.kit.button
import id.jangkau.app.kit.column
import id.jangkau.app.kit.heading
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.line
import id.jangkau.app.kit.low
import id.jangkau.app.kit.put
import id.jangkau.app.kit.say
import id.jangkau.app.kit.shown
import id.jangkau.app.kit.sign
import id.jangkau.app.kit.signAfter
import id.jangkau.app.kit.signBefore
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.thenStrong
import id.jangkau.app.kit.words
import id.jangkau.screen.visit.VisitState
import id.jangkau.source.FindingView

/** The app bar of a visit: whom it goes to, whether it is saved, what stands in the way. */
class VisitTop(private val context: Context, private val bar: AppBar, firstError: () -> Unit) {
    private val saved = context.words(R.style.Text_BarMeta)
    private val savedLine = context.line()
    private val errors = context.button(R.style.Button_Bar, "", firstError).low()

    init {
        savedLine.accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE
        savedLine.addView(context.sign(R.drawable.sign_check, R.color.on_rail_text, R.dimen.sign_small))
        savedLine.put(saved).before(R.dimen.space_2)
        bar.end.put(savedLine)
        bar.end.put(errors).before(R.dimen.space_3)
    }

    /** Draws a state. */
    fun show(state: VisitState) {
        val form = state.form
        bar.show(form?.title.orEmpty(), form?.subtitle.orEmpty())
        saved.text = if (state.pending.isEmpty()) form?.savedText.orEmpty() else context.getString(R.string.saving)
        savedLine.shown(saved.text.isNotEmpty())
        errors.shown(state.errors > 0)
        errors.text = thenStrong(context.getString(R.string.list_of_errors), state.errors.toString())
    }
}

/** The title of the page with "Sama seperti sebelumnya", where that is possible. */
class SectionHeader(private val context: Context, same: () -> Unit) {
    private val title = context.heading(R.style.Text_Title)
    private val note = context.words(R.style.Text_Second)
    private val same: Button = context.button(R.style.Button_Plain, "", same).low().signBefore(R.drawable.sign_check)

    /** The header. */
    val view: View = context.column().apply {
        val line = context.line().apply { gravity = Gravity.TOP }
        val words = context.column()
        words.stack(title)
        words.stack(note)
        line.put(words, 0, weight = 1f)
        stack(line)
        val button = this@SectionHeader.same
        if (context.layout(R.bool.narrow)) stack(button, R.dimen.space_2) else line.put(button).before(R.dimen.space_3)
    }

    /** Draws a state. */
    fun show(state: VisitState) {
        val section = state.section?.title.orEmpty()
        val group = state.pages.getOrNull(state.page)?.first()?.title.orEmpty()
        val several = state.pages.size > 1
        title.text = if (several) group else section
        val place = if (several) {
            context.getString(
                R.string.page_of,
                section,
                state.page + 1,
                state.pages.size,
            )
        } else {
            null
        }
        note.say(listOfNotNull(place, state.form?.registerNote).joinToString(" · "))
        val action = state.form?.actions?.firstOrNull { it.key == "same_as_before" }
        same.shown(action != null)
        same.text = action?.label.orEmpty()
    }
}

/** What stood in the way of sending, each line leading to its field. */
class FindingList(private val context: Context, private val open: (FindingView) -> Unit) {
    private val box = Notice(context, Notice.Kind.ERROR).apply {
        accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE
        id = R.id.findings
        shown(false)
    }
    private var shown: List<FindingView> = emptyList()

    /** The box. */
    val view: View = box

    /** Draws the findings, or nothing. */
    fun show(findings: List<FindingView>) {
        if (findings == shown) return
        shown = findings
        val words = context.resources.getQuantityString(R.plurals.blocked_by, findings.size, findings.size)
        box.say(if (findings.isEmpty()) "" else words)
        box.below.removeAllViews()
        findings.forEach { finding ->
            val line = context.line()
            val button = context.button(R.style.Button_Quiet, finding.text) { open(finding) }.low()
            button.gravity = Gravity.START or Gravity.CENTER_VERTICAL
            line.put(button)
            box.below.stack(line)
        }
    }
}

/** The foot of a visit: back, onward, and at the end "Kirim". */
class StepBar(private val context: Context, previous: () -> Unit, next: () -> Unit) {
    private val remark = context.words(R.style.Text_Meta, context.getString(R.string.errors_do_not_block))
    private val previous = context.button(R.style.Button_Plain, "", previous).signBefore(R.drawable.sign_chevron_left)
    private val next = context.button(R.style.Button_Primary, "", next)

    /** The bar. */
    val view: View = context.actionBar(
        remark.takeIf { context.layout(R.bool.notes_at_side) },
        this.previous,
        this.next,
    )

    init {
        this.next.id = R.id.next
        this.previous.id = R.id.previous
    }

    /** Draws a state. */
    fun show(state: VisitState) {
        val last = state.page >= state.pages.lastIndex && state.after == null
        previous.shown(state.page > 0 || state.before != null)
        previous.text = if (state.page > 0) context.getString(R.string.previous_page) else state.before?.title
        next.text = when {
            last -> state.form?.actions?.firstOrNull { it.key == "finish" }?.label ?: context.getString(R.string.send)
            state.page < state.pages.lastIndex -> context.getString(R.string.next_page)
            else -> state.after?.title
        }
        next.signAfter(if (last) R.drawable.sign_plane else R.drawable.sign_chevron_right)
    }
}
