package id.jangkau.app.visit

import android.content.Context
import android.view.View
import id.jangkau.app.R
import id.jangkau.app.form.FormLine
import id.jangkau.app.kit.before
import id.jangkau.app.kit.button
import id.jangkau.app.kit.heading
import id.jangkau.app.kit.line
import id.jangkau.app.kit.low
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.pressable
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.sign
import id.jangkau.app.kit.signBefore
import id.jangkau.app.kit.words
import id.jangkau.screen.visit.AddingWhat
import id.jangkau.screen.visit.VisitEvent
import id.jangkau.screen.visit.VisitState
import id.jangkau.source.FormAction
import id.jangkau.source.GroupView

/** Turns one page of a section into lines: titles, fields, "Hapus", and what may be added. */
class VisitLines(private val context: Context, private val send: (VisitEvent) -> Unit) {
    /** Returns the lines of the page shown. */
    fun of(state: VisitState): List<FormLine> {
        val page = state.pages.getOrNull(state.page).orEmpty()
        val heading = if (state.pages.size > 1) page.firstOrNull()?.title else state.section?.title
        val groups = page.flatMap { group ->
            titled(group, group.title != heading) + fields(state, group) +
                removal(group)
        }
        val actions = state.form?.actions.orEmpty().mapNotNull(::addition)
        return groups + summary(state) + actions
    }

    /** The last section has no fields of its own: it shows what the others lack. */
    private fun summary(state: VisitState): List<FormLine> {
        val form = state.form?.takeIf { it.groups.isEmpty() && state.after == null } ?: return emptyList()
        val others = form.sections.filter { it.key != form.section }
        return listOf(FormLine.Other("summary/$others") { context.summary(others) { send(VisitEvent.Open(it)) } })
    }

    private fun titled(group: GroupView, wanted: Boolean): List<FormLine> = when {
        wanted && group.title.isNotEmpty() -> {
            listOf(
                FormLine.Other("title/${group.key}/${group.title}") {
                    context.heading(R.style.Text_Section, group.title)
                },
            )
        }

        else -> {
            emptyList()
        }
    }

    private fun fields(state: VisitState, group: GroupView): List<FormLine> = group.fields.map { field ->
        val similar = state.similar?.takeIf { it.field == field.id }?.hits.orEmpty()
        FormLine.Field(field, state.pending[field.id] ?: field.value, similar)
    }

    private fun removal(group: GroupView): List<FormLine> = when {
        group.removable -> listOf(
            FormLine.Other("remove/${group.key}") {
                val words = context.getString(R.string.remove_group, group.title)
                context.line().apply {
                    put(
                        context.button(R.style.Button_Danger, words) {
                            send(VisitEvent.Remove(group.doc))
                        }.low().signBefore(R.drawable.sign_trash),
                    )
                }
            },
        )

        else -> emptyList()
    }

    private fun addition(action: FormAction): FormLine? {
        val event = when (action.key) {
            "add_member" -> VisitEvent.AddMember
            "add_program" -> VisitEvent.Ask(AddingWhat.PROGRAM)
            "add_case" -> VisitEvent.Ask(AddingWhat.CASE)
            else -> return null
        }
        return FormLine.Other("action/${action.key}") { addRow(action, event) }
    }

    private fun addRow(action: FormAction, event: VisitEvent): View = context.line().apply {
        setBackgroundResource(R.drawable.card_dashed)
        minimumHeight = context.px(R.dimen.button)
        pad(R.dimen.space_4, R.dimen.space_2)
        addView(context.sign(R.drawable.sign_plus, R.color.ink))
        put(context.words(R.style.Text_BodyStrong, action.label), 0, weight = 1f).before(R.dimen.space_3)
        setTag(R.id.action_key, action.key)
        pressable { send(event) }
    }
}
