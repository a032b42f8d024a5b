package id.jangkau.source

/** A citizen who is to be told, or a question about a case: what it says, and what is asked back. */
data class OfficeTask(
    val id: String,
    /** Whom it concerns. */
    val title: String,
    /** What to do. */
    val subtitle: String,
    /** What stands over the words. */
    val heading: String,
    /** What to tell the citizen, or the question. */
    val said: String,
    /** Number, place, telephone, last day. */
    val facts: List<Fact>,
    /** What is asked back. */
    val fields: List<FieldView>,
    /** The case, to open its page. */
    val case: String,
    /** The household, to visit it. */
    val household: String?,
)

/** What the office asks of the worker. Every call blocks. */
interface OfficeSource {
    /** Returns an open task. */
    fun officeTask(id: String): OfficeTask

    /** Answers it, by key of the field; what is missing is refused at its field. */
    fun answerOffice(id: String, answers: Map<String, String>): Finished
}
