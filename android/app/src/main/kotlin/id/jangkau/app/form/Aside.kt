package id.jangkau.app.form

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.kit.Notice
import id.jangkau.app.kit.above
import id.jangkau.app.kit.before
import id.jangkau.app.kit.button
import id.jangkau.app.kit.column
import id.jangkau.app.kit.layout
import id.jangkau.app.kit.line
import id.jangkau.app.kit.low
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.put
import id.jangkau.app.kit.say
import id.jangkau.app.kit.shown
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.strongThen
import id.jangkau.app.kit.thenStrong
import id.jangkau.app.kit.words
import id.jangkau.source.FieldKind
import id.jangkau.source.FieldView
import id.jangkau.source.SearchHit

/** What stands beside a field: the register's value with the one tap that takes it over, help, a warning, a note. */
class Aside(private val context: Context, take: () -> Unit) {
    private val registerText = context.words(R.style.Text_Meta)
    private val takeOver = context.button(R.style.Button_Plain, context.getString(R.string.take_over), take).low()
    private val register = if (context.layout(R.bool.notes_at_side)) {
        context.column().apply {
            stack(registerText)
            put(takeOver).above(R.dimen.space_1)
        }
    } else {
        context.line().apply {
            put(registerText, 0, weight = 1f)
            put(takeOver).before(R.dimen.space_3)
        }
    }
    private val help = context.words(R.style.Text_Meta)
    private val note = context.words(R.style.Text_Meta)
    private val facts = context.column().apply {
        setBackgroundResource(R.drawable.aside)
        pad(R.dimen.space_4, R.dimen.hair)
        stack(register)
        stack(help)
        stack(note)
    }
    private val warning = Notice(context, Notice.Kind.WARNING)

    /** The column. */
    val view: View = context.column().apply {
        stack(facts)
        stack(warning, R.dimen.space_1)
    }

    /** Draws what helps with the field. */
    fun show(field: FieldView, value: String) {
        val known = field.registerValue
        register.shown(known.isNotEmpty() && known != value)
        registerText.text = thenStrong(context.getString(R.string.register_says), readable(field))
        help.say(field.help)
        note.say(field.note)
        facts.shown(register.visibility == View.VISIBLE || field.help.isNotEmpty() || field.note.isNotEmpty())
        warning.say(field.warning)
        view.shown(facts.visibility == View.VISIBLE || field.warning.isNotEmpty())
    }

    private fun readable(field: FieldView): String {
        val known = field.registerValue
        val choice = field.choices.firstOrNull { it.key == known }
        return when {
            choice != null -> choice.label
            field.kind == FieldKind.DIGITS -> Entry.digits(field.maxLen).shown(known)
            else -> known
        }
    }
}

/** People who may be the one just typed; a tap opens their family. */
class SimilarBox(private val context: Context, private val open: (SearchHit) -> Unit) {
    private val box = Notice(context, Notice.Kind.DOUBLE)
    private var shown: List<SearchHit>? = null

    /** The box. */
    val view: LinearLayout = box

    init {
        show(emptyList())
    }

    /** Shows the people, or nothing. */
    fun show(hits: List<SearchHit>) {
        if (hits == shown) return
        shown = hits
        box.say(if (hits.isEmpty()) "" else context.getString(R.string.maybe_same_person))
        box.below.removeAllViews()
        hits.forEach { hit ->
            val line = context.line()
            line.put(context.words(R.style.Text_Body, strongThen(hit.title, hit.subtitle)), 0, weight = 1f)
            line.put(context.button(R.style.Button_Quiet, context.getString(R.string.view_person)) { open(hit) }.low())
            box.below.stack(line)
        }
    }
}
