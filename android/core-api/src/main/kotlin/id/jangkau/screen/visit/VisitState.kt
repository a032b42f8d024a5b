package id.jangkau.screen.visit

import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState
import id.jangkau.source.Choice
import id.jangkau.source.FieldId
import id.jangkau.source.FindingView
import id.jangkau.source.FormView
import id.jangkau.source.GroupView
import id.jangkau.source.SearchHit
import id.jangkau.source.SectionView

/** All the visit form shows; [form] is null until it was read. */
data class VisitState(
    val visit: String,
    val form: FormView?,
    /** Which page of the section is shown. */
    val page: Int,
    /** What was typed and is not yet known to be on disk. */
    val pending: Map<FieldId, String>,
    /** People who may be the one just typed. */
    val similar: Similar?,
    /** What may be added, once it was asked for. */
    val adding: Adding?,
    /** What stood in the way of the last attempt to finish. */
    val findings: List<FindingView>,
    /** The field to bring into sight. */
    val jump: FieldId?,
    override val problem: Problem?,
) : ScreenState<VisitState> {
    /** The pages of the section: each member and each case has its own, programs stand on one. */
    val pages: List<List<GroupView>> get() = pagesOf(form)

    /** The section shown; null until it was read. */
    val section: SectionView? get() = form?.run { sections.firstOrNull { it.key == section } }

    /** The section before the one shown, if any. */
    val before: SectionView? get() = neighbour(-1)

    /** The section after the one shown, if any. */
    val after: SectionView? get() = neighbour(+1)

    /** How many fields stand in the way of sending, in all sections. */
    val errors: Int get() = form?.sections.orEmpty().sumOf(SectionView::errors)

    override fun with(problem: Problem?) = copy(problem = problem)

    private fun neighbour(step: Int): SectionView? {
        val form = form ?: return null
        val at = form.sections.indexOfFirst { it.key == form.section }
        return if (at < 0) null else form.sections.getOrNull(at + step)
    }
}

/** Returns the pages of a section: a group that carries its document's own key begins one. */
fun pagesOf(form: FormView?): List<List<GroupView>> {
    val pages = ArrayList<MutableList<GroupView>>()
    for (group in form?.groups.orEmpty()) {
        if (pages.isEmpty() || group.key == group.doc) pages.add(mutableListOf(group)) else pages.last().add(group)
    }
    return pages
}

/** People who may be the one typed into a field. */
data class Similar(val field: FieldId, val hits: List<SearchHit>)

/** What may be added, and what is added by it. */
data class Adding(val what: AddingWhat, val choices: List<Choice>)

/** The two things that are chosen from a list before they are added. */
enum class AddingWhat { PROGRAM, CASE }
