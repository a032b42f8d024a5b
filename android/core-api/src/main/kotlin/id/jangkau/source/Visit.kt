package id.jangkau.source

/** What "Kirim" led to. */
sealed interface Finish {
    /** Saved on the tablet and ready to be sent. */
    data class Done(val finished: Finished) : Finish

    /** Nothing was sent: these fields come first. */
    data class Blocked(val findings: List<FindingView>) : Finish
}

/** The finish screen. */
data class Finished(
    /** One card a case. */
    val numbers: List<NumberCard>,
    /** What to say to the citizen. */
    val sentence: String,
    val recorded: List<Fact>,
    /** Who acts next. */
    val next: String,
    /** "Tersimpan di perangkat", which is not "terkirim". */
    val savedText: String,
)

/** One registration number, large enough to read out across a table. */
data class NumberCard(
    /** The number with hyphens. */
    val number: String,
    /** Its groups as spoken words. */
    val spoken: List<String>,
    /** Kind of the case. */
    val title: String,
    /** Program of the case; empty for none. */
    val program: String,
)

/** One reason why a visit cannot be sent yet, and where it stands. */
data class FindingView(val section: String, val doc: String, val key: String, val text: String)

/** A record that came back: only the returned fields, each with the supervisor's words in `note`. */
data class ReturnedView(
    val id: String,
    /** Whom it concerns. */
    val title: String,
    /** RT/RW and the day of the visit. */
    val subtitle: String,
    /** Who returned it. */
    val by: String,
    /** The note on the whole. */
    val note: String,
    /** Last day of the correction. */
    val dueText: String,
    val fields: List<FieldView>,
    val history: List<Fact>,
)

/** Saving what is typed. Blocks. */
interface FieldSink {
    /** Saves one field as typed; an empty value takes it away. It is on disk when this returns. */
    fun setField(visit: String, doc: String, key: String, value: String): FieldSaved
}

/** A visit from its start to its end. Every call blocks. */
interface VisitSource : FieldSink {
    /** Begins a visit and returns its id; the draft is on disk. */
    fun startVisit(target: VisitTarget): String

    /** Returns a section; an empty key gives the first unfinished one. */
    fun form(visit: String, section: String): FormView

    /** Adds a member to the family and returns its group. */
    fun addMember(visit: String): String

    /** Adds a program of the catalogue and returns its group. */
    fun addProgram(visit: String, code: String): String

    /** Adds a case of a kind and returns its group. */
    fun addCase(visit: String, kind: String): String

    /** Takes away what was added in this visit and never sent. */
    fun removeGroup(visit: String, doc: String)

    /** Confirms a section as unchanged. */
    fun sameAsBefore(visit: String, section: String): FormView

    /** Checks the visit and saves it for sending, all of it or nothing. */
    fun finish(visit: String): Finish

    /** Takes a visit away that was never finished. */
    fun discard(visit: String)

    /** Returns the programs of the catalogue. */
    fun programs(): List<Choice>
}

/** Records that came back. Every call blocks. */
interface ReturnSource : FieldSink {
    /** Returns one record that came back, with its notes. */
    fun returnedItem(id: String): ReturnedView

    /** Sends the correction with words to the supervisor. */
    fun correct(id: String, text: String): Finish
}

/** The whole tablet core: what the app opens once and closes at the end. */
interface FieldCore :
    AccountSource,
    SyncSource,
    WorkSource,
    SearchSource,
    HouseholdSource,
    VisitSource,
    ReturnSource,
    OfficeSource,
    AutoCloseable
