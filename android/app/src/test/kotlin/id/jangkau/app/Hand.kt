package id.jangkau.app

import android.view.View
import android.widget.CompoundButton
import android.widget.EditText
import android.widget.ListView
import id.jangkau.source.Choice
import org.robolectric.shadows.ShadowAlertDialog

/** A hand that fills a form by the keys of its fields, whatever control each has. */
class Hand(private val stage: Stage) {
    /** Opens a section of the rail. */
    fun open(section: String) = stage.tap(stage.tagged(R.id.section_key, section).single())

    /** Returns whether a field stands on the page shown. */
    fun sees(key: String): Boolean = fields(key).isNotEmpty()

    /** Fills one field of the page shown: text is typed, a choice tapped, a date put together. */
    fun put(key: String, value: String) {
        val views = fields(key)
        check(views.isNotEmpty()) { "no field $key on this page: ${stage.words}" }
        val parts = views.flatMap { it.all() }
        val text = parts.filterIsInstance<EditText>().firstOrNull()
        val button = parts.filterIsInstance<CompoundButton>().firstOrNull { it.getTag(R.id.choice_key) == value }
        when {
            button != null -> stage.tap(button)
            parts.any { it.getTag(R.id.date_part) != null } -> date(parts, value)
            text != null -> stage.type(text, value)
            else -> pick(views.first(), value)
        }
        stage.pause()
    }

    /** Adds a member, a program or a case. */
    fun add(action: String, choice: String? = null) {
        stage.tap(stage.tagged(R.id.action_key, action).single())
        choice?.let(::choose)
    }

    /** Chooses the first entry of a list that has opened, where one has. */
    fun chooseIfAsked() {
        val asked = ShadowAlertDialog.getLatestAlertDialog()?.takeIf { it.isShowing } ?: return
        val list = asked.window!!.decorView.all().filterIsInstance<ListView>().first { it.count > 0 }
        stage.choose(list, 0)
    }

    private fun fields(key: String) =
        stage.root.all().filter { it.isShown && (it.getTag(R.id.field_key) as? String)?.endsWith("/$key") == true }

    private fun pick(field: View, value: String) {
        stage.tap(field)
        choose(value)
    }

    private fun choose(key: String) {
        val list = ShadowAlertDialog.getLatestAlertDialog().window!!.decorView.all().filterIsInstance<ListView>()
            .first { it.count > 0 && it.getItemAtPosition(0) is Choice }
        val at = (0 until list.count).first { (list.getItemAtPosition(it) as Choice).key == key }
        stage.choose(list, at)
    }

    /** [value] is `31/12/1958`. */
    private fun date(parts: List<View>, value: String) {
        val (day, month, year) = value.split('/')

        fun part(name: String) = parts.first { it.getTag(R.id.date_part) == name }
        stage.type(part("day") as EditText, day)
        pick(part("month"), month.trimStart('0'))
        stage.type(part("year") as EditText, year)
        stage.activity.window.decorView.findFocus()?.clearFocus()
        stage.idle()
    }
}
