package id.jangkau.fake

import id.jangkau.source.Account
import id.jangkau.source.CaseView
import id.jangkau.source.Choice
import id.jangkau.source.FieldCore
import id.jangkau.source.FieldFailure
import id.jangkau.source.FieldId
import id.jangkau.source.FieldSaved
import id.jangkau.source.FieldView
import id.jangkau.source.Finish
import id.jangkau.source.FormView
import id.jangkau.source.Home
import id.jangkau.source.HouseholdView
import id.jangkau.source.OfficeTask
import id.jangkau.source.OutboxItem
import id.jangkau.source.ReturnedView
import id.jangkau.source.SearchHit
import id.jangkau.source.SearchPage
import id.jangkau.source.SyncReport
import id.jangkau.source.TaskCard
import id.jangkau.source.TaskKind
import id.jangkau.source.VisitTarget

/** A tablet core in memory: it keeps what is saved and answers with what a test puts in. */
class FakeCore(
    var account: Account = anAccount(),
    var home: Home = aHome(),
    var hits: List<SearchHit> = emptyList(),
    var families: Map<String, HouseholdView> = emptyMap(),
    var cases: Map<String, CaseView> = emptyMap(),
    var forms: Map<String, FormView> = emptyMap(),
    var returnedItem: ReturnedView = aReturnedView(),
    var officeTask: OfficeTask = anInformTask(),
    var outbox: List<OutboxItem> = emptyList(),
    var finish: Finish = Finish.Done(aFinished()),
) : FieldCore {
    /** What the next call answers with, once. */
    var failure: FieldFailure? = null

    /** What the next session ends with, once. */
    var sessionFailure: FieldFailure? = null

    /** What was saved, in the order of saving. */
    val saved = ArrayList<Pair<FieldId, String>>()

    /** What was asked for besides: `start …`, `finish …`, `correct …`. */
    val calls = ArrayList<String>()

    /** What the checks of the core say of a value. */
    var check: (FieldId, String) -> FieldSaved = { _, value -> aFieldSaved(normalised = value) }

    private val values = HashMap<FieldId, String>()
    private var added = 0

    override fun account() = answer { account }

    override fun enrol(server: String, code: String, deviceName: String) = answer {
        calls += "enrol $server $code $deviceName"
        account = account.copy(enrolled = true, server = server, deviceName = deviceName)
        account
    }

    override fun setLang(lang: String) = Unit

    override fun sync() = answer {
        calls += "sync"
        sessionFailure?.let {
            sessionFailure = null
            throw it
        }
        SyncReport(complete = true, sent = 3, received = 2, held = 0, text = "3 data terkirim, 2 data diterima.")
    }

    override fun home() = answer { home }

    override fun outbox() = answer { outbox }

    override fun openVisits() = answer { home.tasks.filter { it.kind == TaskKind.DRAFT } }

    override fun returned() = answer { home.tasks.filter { it.kind == TaskKind.RETURNED } }

    override fun search(query: String) = answer {
        SearchPage(query, hits.filter { it.title.contains(query, ignoreCase = true) }, canRegister = true, note = null)
    }

    override fun household(id: String) = answer { families[id] ?: throw FieldFailure.NotFound() }

    override fun caseCard(id: String) = answer { cases[id] ?: throw FieldFailure.NotFound() }

    override fun setField(visit: String, doc: String, key: String, value: String) = answer {
        val field = FieldId(doc, key)
        saved += field to value
        values[field] = value
        check(field, value)
    }

    override fun startVisit(target: VisitTarget) = answer {
        calls += "start $target"
        VISIT
    }

    override fun form(visit: String, section: String) = answer {
        val form = forms[section.ifEmpty { forms.keys.first() }] ?: throw FieldFailure.NotFound()
        form.copy(groups = form.groups.map { group -> group.copy(fields = group.fields.map(::current)) })
    }

    override fun addMember(visit: String) = answer { add("members", "member-new") }

    override fun addProgram(visit: String, code: String) = answer { add("participation", "program-$code") }

    override fun addCase(visit: String, kind: String) = answer { add("cases", "case-$kind") }

    override fun removeGroup(visit: String, doc: String) = answer {
        calls += "remove $doc"
        forms = forms.mapValues { (_, form) -> form.copy(groups = form.groups.filter { it.doc != doc }) }
    }

    override fun sameAsBefore(visit: String, section: String) = answer {
        calls += "same $section"
        forms.getValue(section)
    }

    override fun finish(visit: String) = answer {
        calls += "finish $visit"
        finish
    }

    override fun discard(visit: String) = answer {
        calls += "discard $visit"
        home = home.copy(tasks = home.tasks.filter { it.visit != visit })
    }

    override fun programs() = answer { listOf(Choice("sembako", "Program Sembako"), Choice("pkh", "PKH")) }

    override fun returnedItem(id: String) = answer { returnedItem.copy(fields = returnedItem.fields.map(::current)) }

    override fun correct(id: String, text: String) = answer {
        calls += "correct $id $text"
        finish
    }

    override fun officeTask(id: String) = answer { officeTask }

    override fun answerOffice(id: String, answers: Map<String, String>) = answer {
        officeTask.fields.firstOrNull { answers[it.key].isNullOrBlank() }?.let {
            throw FieldFailure.Refused(it.key, "Isi ${it.label}.")
        }
        calls += "answer $id $answers"
        aFinished(numbers = emptyList())
    }

    override fun close() = Unit

    private fun add(section: String, group: String): String {
        added++
        val form = forms.getValue(section)
        val fields = form.groups.firstOrNull()?.fields.orEmpty().map { it.copy(value = "", error = "", warning = "") }
        forms =
            forms +
            (section to form.copy(groups = form.groups + aGroup(group, "Baru $added", fields, removable = true)))
        return group
    }

    private fun current(field: FieldView): FieldView {
        val value = values[field.id] ?: return field
        val seen = check(field.id, value)
        return field.copy(value = value, display = value, error = seen.error, warning = seen.warning)
    }

    private fun <T> answer(ask: () -> T): T {
        val fails = failure ?: return ask()
        failure = null
        throw fails
    }

    companion object {
        /** The visit that every start gives. */
        const val VISIT = "01k0000000000000000000v151"
    }
}
