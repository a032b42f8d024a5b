package id.jangkau.uniffi

import id.jangkau.core.FieldApp
import id.jangkau.core.FieldException
import id.jangkau.core.OfficeAnswer
import id.jangkau.core.OpenConfig
import id.jangkau.source.Account
import id.jangkau.source.CaseRow
import id.jangkau.source.CaseView
import id.jangkau.source.Choice
import id.jangkau.source.Count
import id.jangkau.source.Fact
import id.jangkau.source.FieldCore
import id.jangkau.source.FieldFailure
import id.jangkau.source.FieldSaved
import id.jangkau.source.FieldView
import id.jangkau.source.FindingView
import id.jangkau.source.Finish
import id.jangkau.source.Finished
import id.jangkau.source.FormAction
import id.jangkau.source.FormView
import id.jangkau.source.GroupView
import id.jangkau.source.Home
import id.jangkau.source.HouseholdView
import id.jangkau.source.MemberRow
import id.jangkau.source.NumberCard
import id.jangkau.source.OfficeTask
import id.jangkau.source.OutboxItem
import id.jangkau.source.ReturnedView
import id.jangkau.source.SearchHit
import id.jangkau.source.SearchPage
import id.jangkau.source.SectionView
import id.jangkau.source.SyncChip
import id.jangkau.source.SyncReport
import id.jangkau.source.TaskCard
import id.jangkau.source.VisitTarget
import java.io.File
import id.jangkau.core.VisitTarget as RustTarget

/** The Rust core. This file alone knows the generated bindings; every call blocks. */
class RustCore private constructor(private val app: FieldApp) : FieldCore {
    override fun account() = ask { app.account().ours() }

    override fun enrol(server: String, code: String, deviceName: String) =
        ask { app.enrol(server, code, deviceName).ours() }

    override fun setLang(lang: String) = app.setLang(lang)

    override fun sync() = ask { app.sync().run { SyncReport(complete, sent, received, held, text) } }

    override fun home() = ask { app.home().ours() }

    override fun outbox() = ask { app.outbox().map { OutboxItem(it.title, it.state.twin(), it.stateText, it.atText) } }

    override fun openVisits() = ask { app.openVisits().map { it.ours() } }

    override fun returned() = ask { app.returned().map { it.ours() } }

    override fun search(query: String) = ask {
        app.search(query).let { page ->
            SearchPage(page.query, page.hits.map { it.ours() }, page.canRegister, page.note)
        }
    }

    override fun household(id: String) = ask { app.household(id).ours() }

    override fun caseCard(id: String) = ask {
        app.caseCard(id).run { CaseView(number, title, stateText, word, facts.ours(), history.ours()) }
    }

    override fun setField(visit: String, doc: String, key: String, value: String) = ask {
        app.setField(visit, doc, key, value).let { saved ->
            FieldSaved(saved.savedText, saved.error, saved.warning, saved.normalised, saved.similar.map { it.ours() })
        }
    }

    override fun startVisit(target: VisitTarget) = ask { app.startVisit(target.theirs()) }

    override fun form(visit: String, section: String) = ask { app.form(visit, section).ours() }

    override fun addMember(visit: String) = ask { app.addMember(visit) }

    override fun addProgram(visit: String, code: String) = ask { app.addProgram(visit, code) }

    override fun addCase(visit: String, kind: String) = ask { app.addCase(visit, kind) }

    override fun removeGroup(visit: String, doc: String) = ask { app.removeGroup(visit, doc) }

    override fun sameAsBefore(visit: String, section: String) = ask { app.sameAsBefore(visit, section).ours() }

    override fun finish(visit: String) = ask { app.finish(visit).ours() }

    override fun discard(visit: String) = ask { app.discard(visit) }

    override fun programs() = ask { app.programs().map { it.ours() } }

    override fun returnedItem(id: String) = ask {
        app.returnedItem(id).let { item ->
            ReturnedView(
                item.id,
                item.title,
                item.subtitle,
                item.by,
                item.note,
                item.dueText,
                item.fields.map { it.ours() },
                item.history.ours(),
            )
        }
    }

    override fun correct(id: String, text: String) = ask { app.correct(id, text).ours() }

    override fun officeTask(id: String) = ask {
        app.officeTask(id).let { task ->
            OfficeTask(
                task.id,
                task.title,
                task.subtitle,
                task.heading,
                task.said,
                task.facts.ours(),
                task.fields.map { it.ours() },
                task.case,
                task.household,
            )
        }
    }

    override fun answerOffice(id: String, answers: Map<String, String>) = ask {
        app.answerOffice(id, answers.map { (key, value) -> OfficeAnswer(key, value) }).ours()
    }

    override fun close() = app.close()

    companion object {
        /** Opens the encrypted file in [dir] with the 32 bytes of [key], or makes it. */
        fun open(dir: File, key: ByteArray, lang: String): FieldCore =
            RustCore(ask { FieldApp.open(OpenConfig(dir.path, key, lang, nowHint = 0L)) })
    }
}

private fun <T> ask(call: () -> T): T = try {
    call()
} catch (failure: FieldException) {
    throw failure.ours()
}

private fun FieldException.ours(): FieldFailure = when (this) {
    is FieldException.NotEnrolled -> FieldFailure.NotEnrolled()
    is FieldException.WrongKey -> FieldFailure.WrongKey()
    is FieldException.RetryLater -> FieldFailure.RetryLater(detail)
    is FieldException.NoNetwork -> FieldFailure.NoNetwork()
    is FieldException.Refused -> FieldFailure.Refused(field, text)
    is FieldException.NotFound -> FieldFailure.NotFound()
    is FieldException.SignInAgain -> FieldFailure.SignInAgain(text)
    is FieldException.Damaged -> FieldFailure.Damaged()
}

private fun id.jangkau.core.Account.ours() = Account(enrolled, server, userName, desaNames, deviceName)

private fun id.jangkau.core.Home.ours() = Home(
    greeting,
    dateText,
    SyncChip(chip.state.twin(), chip.text, chip.waiting, chip.lastAt),
    counts.map { Count(it.key, it.title, it.number) },
    tasks.map { it.ours() },
)

private fun id.jangkau.core.TaskCard.ours() =
    TaskCard(id, kind.twin(), title, subtitle, place, dueText, urgent, household, visit)

private fun id.jangkau.core.SearchHit.ours() =
    SearchHit(id, household, source.twin(), title, subtitle, badge, nikMasked, registerRow, possibleDouble)

private fun List<id.jangkau.core.Fact>.ours() = map { Fact(it.label, it.value) }

private fun id.jangkau.core.Choice.ours() = Choice(key, label)

private fun id.jangkau.core.HouseholdView.ours() = HouseholdView(
    id,
    title,
    address,
    facts.ours(),
    members.map { MemberRow(it.id, it.name, it.detail) },
    programs.ours(),
    openCases.map { CaseRow(it.id, it.number, it.title, it.stateText) },
    badge,
    lastVisitText,
)

private fun id.jangkau.core.FormView.ours() = FormView(
    visit,
    title,
    subtitle,
    section,
    sections.map { SectionView(it.key, it.title, it.filled, it.total, it.errors, it.current) },
    groups.map { group ->
        GroupView(group.key, group.doc, group.title, group.fields.map { it.ours() }, group.removable)
    },
    savedText,
    registerNote,
    actions.map { FormAction(it.key, it.label) },
)

private fun id.jangkau.core.FieldView.ours() = FieldView(
    key,
    doc,
    label,
    kind.twin(),
    value,
    display,
    choices.map { it.ours() },
    required,
    help,
    maxLen,
    error,
    warning,
    note,
    registerValue,
    oldValue,
)

private fun id.jangkau.core.Finish.ours(): Finish = when (this) {
    is id.jangkau.core.Finish.Done -> Finish.Done(v1.ours())
    is id.jangkau.core.Finish.Blocked -> Finish.Blocked(v1.map { FindingView(it.section, it.doc, it.key, it.text) })
}

private fun id.jangkau.core.Finished.ours() = Finished(
    numbers.map { NumberCard(it.number, it.spoken, it.title, it.program) },
    sentence,
    recorded.ours(),
    next,
    savedText,
)

private fun VisitTarget.theirs(): RustTarget = when (this) {
    is VisitTarget.NewHousehold -> RustTarget.NewHousehold(desa)
    is VisitTarget.Household -> RustTarget.Household(id)
    is VisitTarget.RegisterRow -> RustTarget.RegisterRow(desa, row)
}

/** The constants carry the same names on both sides; a test holds them equal. */
private inline fun <reified T : Enum<T>> Enum<*>.twin(): T = enumValueOf(name)
