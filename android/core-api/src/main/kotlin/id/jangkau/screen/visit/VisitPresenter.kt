package id.jangkau.screen.visit

import id.jangkau.screen.Go
import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.Turn
import id.jangkau.screen.finished.FinishedDesk
import id.jangkau.source.Choice
import id.jangkau.source.FieldId
import id.jangkau.source.FieldView
import id.jangkau.source.Finish
import id.jangkau.source.FormView
import id.jangkau.source.VisitSource

/** Leads through the sections of a visit; each field is on disk before the next one is asked for. */
class VisitPresenter(
    private val visit: String,
    private val section: String,
    private val visits: VisitSource,
    private val desk: FinishedDesk,
    private val caseKinds: List<Choice>,
) : Presenter<VisitState, VisitEvent>() {
    override val start = VisitState(
        visit = visit,
        form = null,
        page = 0,
        pending = emptyMap(),
        similar = null,
        adding = null,
        findings = emptyList(),
        jump = null,
        problem = null,
    )

    override val opening = VisitEvent.Refresh

    override fun route(state: VisitState) = Route.Visit(visit, state.form?.section ?: section)

    override fun atOnce(now: VisitState, event: VisitEvent) = when (event) {
        is VisitEvent.Typed -> now.copy(pending = now.pending + (event.field to event.value), jump = null)
        is VisitEvent.ShowPage -> now.copy(page = event.index, jump = null)
        is VisitEvent.Add -> now.copy(adding = null)
        else -> now
    }

    override fun act(now: VisitState, event: VisitEvent): Turn<VisitState> = when (event) {
        VisitEvent.Refresh -> reread(now)
        is VisitEvent.Open -> open(event.section)
        is VisitEvent.ShowPage -> Turn.none()
        is VisitEvent.Typed -> save(now, event)
        VisitEvent.Next -> next(now)
        VisitEvent.Previous -> previous(now)
        VisitEvent.AddMember -> added(now, visits.addMember(visit))
        is VisitEvent.Ask -> ask(event.what)
        is VisitEvent.Add -> add(now, event)
        is VisitEvent.Remove -> remove(now, event.doc)
        VisitEvent.Same -> same(now)
        VisitEvent.FirstError -> firstError(now)
        is VisitEvent.Jump -> event.finding.run { open(section, FieldId(doc, key)) }
        VisitEvent.Finish -> finish()
        is VisitEvent.Leave -> Turn.to(event.way)
    }

    private fun reread(now: VisitState): Turn<VisitState> {
        val form = visits.form(visit, now.form?.section ?: section)
        return Turn({ if (it.form == null || it.form.section == form.section) it.showing(form) else it })
    }

    private fun open(key: String, field: FieldId? = null): Turn<VisitState> {
        val form = visits.form(visit, key)
        val page = pagesOf(form).indexOfFirst { page -> page.any { group -> group.fields.any { it.id == field } } }
        return Turn({ it.showing(form).copy(page = maxOf(page, 0), jump = field, similar = null) })
    }

    private fun save(now: VisitState, event: VisitEvent.Typed): Turn<VisitState> {
        val (doc, key) = event.field
        val saved = visits.setField(visit, doc, key, event.value)
        val fresh = visits.form(visit, now.form?.section ?: section)
        return Turn({ state ->
            val typedSince = state.pending[event.field] != event.value
            val shown = if (state.form?.section == fresh.section) state.showing(fresh) else state
            shown.copy(
                pending = if (typedSince) state.pending else state.pending - event.field,
                similar = if (saved.similar.isEmpty()) {
                    state.similar?.takeIf { it.field != event.field }
                } else {
                    Similar(event.field, saved.similar)
                },
            )
        })
    }

    private fun next(now: VisitState): Turn<VisitState> = when {
        now.page < now.pages.lastIndex -> Turn({ it.copy(page = it.page + 1, jump = null) })
        else -> now.after?.let { open(it.key) } ?: finish()
    }

    private fun previous(now: VisitState): Turn<VisitState> = when {
        now.page > 0 -> Turn({ it.copy(page = it.page - 1, jump = null) })
        else -> now.before?.let { open(it.key) } ?: Turn.none()
    }

    private fun added(now: VisitState, group: String): Turn<VisitState> {
        val form = visits.form(visit, now.form?.section ?: section)
        val pages = pagesOf(form)
        val page = pages.indexOfFirst { page -> page.any { it.key == group || it.doc == group } }
        val first = pages.getOrNull(page)?.firstOrNull { it.key == group || it.doc == group }?.fields?.firstOrNull()
        return Turn({ it.showing(form).copy(page = if (page < 0) pages.lastIndex else page, jump = first?.id) })
    }

    private fun ask(what: AddingWhat): Turn<VisitState> {
        val choices = when (what) {
            AddingWhat.PROGRAM -> visits.programs()
            AddingWhat.CASE -> caseKinds
        }
        return Turn({ it.copy(adding = Adding(what, choices), problem = null) })
    }

    private fun add(now: VisitState, event: VisitEvent.Add): Turn<VisitState> {
        val key = event.key ?: return Turn.none()
        return when (event.what) {
            AddingWhat.PROGRAM -> added(now, visits.addProgram(visit, key))
            AddingWhat.CASE -> added(now, visits.addCase(visit, key))
        }
    }

    private fun remove(now: VisitState, doc: String): Turn<VisitState> {
        visits.removeGroup(visit, doc)
        return reread(now)
    }

    private fun same(now: VisitState): Turn<VisitState> {
        val form = visits.sameAsBefore(visit, now.form?.section ?: section)
        return Turn({ it.showing(form) })
    }

    private fun firstError(now: VisitState): Turn<VisitState> {
        val sections = now.form?.sections.orEmpty()
        val at = sections.firstOrNull { it.errors > 0 } ?: return Turn.none()
        val form = visits.form(visit, at.key)
        return open(at.key, form.groups.flatMap { it.fields }.firstOrNull(FieldView::blocks)?.id)
    }

    private fun finish(): Turn<VisitState> = when (val end = visits.finish(visit)) {
        is Finish.Done -> {
            desk.put(visit, end.finished)
            Turn.to(Go.Replace(Route.Finished(visit)))
        }

        is Finish.Blocked -> {
            Turn({ it.copy(findings = end.findings, problem = null) })
        }
    }

    private fun VisitState.showing(form: FormView) = copy(
        form = form,
        page = page.coerceIn(0, maxOf(pagesOf(form).lastIndex, 0)),
        findings = findings.filter { finding -> form.sections.any { it.key == finding.section && it.errors > 0 } },
        jump = null,
        problem = null,
    )
}

private fun FieldView.blocks() = error.isNotEmpty()
