package id.jangkau.app.enrol

import android.content.Context
import android.text.InputType
import android.view.Gravity
import android.view.View
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.ScrollView
import id.jangkau.app.R
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.button
import id.jangkau.app.kit.column
import id.jangkau.app.kit.heading
import id.jangkau.app.kit.onTyped
import id.jangkau.app.kit.oneLine
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.say
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.tone
import id.jangkau.app.kit.typingField
import id.jangkau.app.kit.words
import id.jangkau.screen.enrol.EnrolEvent
import id.jangkau.screen.enrol.EnrolState

/** Address, code and a name for the tablet, before anything else. */
class EnrolPage(private val context: Context, private val send: (EnrolEvent) -> Unit) : Page<EnrolState> {
    private val server = field(R.id.enrol_server, InputType.TYPE_TEXT_VARIATION_URI) { EnrolEvent.Server(it) }
    private val code = field(
        R.id.enrol_code,
        InputType.TYPE_TEXT_FLAG_CAP_CHARACTERS or InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS,
    ) {
        EnrolEvent.Code(it)
    }
    private val device = field(R.id.enrol_device, InputType.TYPE_TEXT_FLAG_CAP_WORDS) { EnrolEvent.DeviceName(it) }
    private val missing = context.words(R.style.Text_BodyStrong).apply {
        setTextColor(context.tone(R.color.bata_700))
        accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE
    }
    private val problem = ProblemBanner(context)
    private val enrol = context.button(R.style.Button_Primary, "") { send(EnrolEvent.Enrol) }
    private var filled = false

    override val view: View

    init {
        enrol.id = R.id.enrol
        val bar = AppBar(context).withMark()
        bar.show(context.getString(R.string.app_name), context.getString(R.string.app_purpose))
        val card = context.column().pad(R.dimen.space_6, R.dimen.space_5)
        card.setBackgroundResource(R.drawable.card)
        card.stack(context.heading(R.style.Text_Title, context.getString(R.string.enrol_title)))
        card.stack(context.words(R.style.Text_Second, context.getString(R.string.enrol_rule)), R.dimen.space_1)
        card.stack(problem.view, R.dimen.space_3)
        labelled(card, R.string.enrol_server, server)
        labelled(card, R.string.enrol_code, code)
        labelled(card, R.string.enrol_device, device)
        card.stack(missing, R.dimen.space_2)
        card.stack(enrol, R.dimen.space_5)
        val content = context.column().apply {
            gravity = Gravity.CENTER_HORIZONTAL
        }.pad(R.dimen.page_margin, R.dimen.space_6)
        content.put(card, cardWidth())
        val scroll = ScrollView(context).apply { addView(content, FILL, FIT) }
        view = Frame(context, bar, nav = null, content = scroll, actions = null).view
    }

    override fun show(state: EnrolState) {
        if (!filled) {
            filled = true
            server.setText(state.server)
            code.setText(state.code)
            device.setText(state.deviceName)
        }
        missing.say(if (state.incomplete) context.getString(R.string.enrol_incomplete) else "")
        problem.show(state.problem)
        enrol.setText(if (state.busy) R.string.enrol_busy else R.string.enrol_button)
        enrol.isEnabled = !state.busy
    }

    private fun cardWidth(): Int = minOf(
        context.px(R.dimen.enrol_width),
        context.resources.displayMetrics.widthPixels - 2 * context.px(R.dimen.page_margin),
    )

    private fun labelled(card: LinearLayout, label: Int, field: EditText) {
        val words = context.words(R.style.Text_BodyStrong, context.getString(label))
        words.labelFor = field.id
        card.stack(words, R.dimen.space_4)
        card.stack(field, R.dimen.space_1)
    }

    private fun field(viewId: Int, keyboard: Int, event: (String) -> EnrolEvent): EditText =
        context.typingField().oneLine(keyboard).apply {
            id = viewId
            onTyped { send(event(it.toString())) }
        }
}
