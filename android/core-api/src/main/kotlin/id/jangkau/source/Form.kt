package id.jangkau.source

/** One section of a visit, ready to draw. */
data class FormView(
    val visit: String,
    /** Whom it goes to. */
    val title: String,
    /** Purpose and start. */
    val subtitle: String,
    /** Key of the section shown. */
    val section: String,
    /** The rail. */
    val sections: List<SectionView>,
    val groups: List<GroupView>,
    /** When the last field was saved. */
    val savedText: String,
    /** Release of the register beside which the form stands. */
    val registerNote: String?,
    /** What else may be done here. */
    val actions: List<FormAction>,
)

/** One line of the rail. */
data class SectionView(
    val key: String,
    val title: String,
    /** Fields that hold something. */
    val filled: Int,
    /** Fields that are asked. */
    val total: Int,
    /** Fields that block sending. */
    val errors: Int,
    /** Whether it is the one shown. */
    val current: Boolean,
)

/** Fields that belong to one thing: a member, a program, a case. */
data class GroupView(
    /** Names the group inside the visit. */
    val key: String,
    /** The document that its fields go to. */
    val doc: String,
    val title: String,
    val fields: List<FieldView>,
    /** Whether it may be taken away again. */
    val removable: Boolean,
)

/** One field with its value, checks and what the register says. Empty texts mean "none". */
data class FieldView(
    val key: String,
    val doc: String,
    val label: String,
    val kind: FieldKind,
    /** The value as typed or as stored. */
    val value: String,
    /** The value as shown. */
    val display: String,
    val choices: List<Choice>,
    /** Whether "wajib" stands at the label. */
    val required: Boolean,
    val help: String,
    /** Longest input; 0 for no limit. */
    val maxLen: Int,
    /** What blocks sending. */
    val error: String,
    /** What is odd but may stay. */
    val warning: String,
    /** Information, or the supervisor's words. */
    val note: String,
    /** What the register says, where it says something else. */
    val registerValue: String,
    /** The value before this edit. */
    val oldValue: String,
) {
    /** Names the field inside a visit. */
    val id: FieldId get() = FieldId(doc, key)
}

/** A field of a document. */
data class FieldId(val doc: String, val key: String)

/** Which control a field takes. */
enum class FieldKind {
    TEXT,
    LONG_TEXT,
    DIGITS,
    NUMBER,
    MONEY,
    YES_NO,
    CHOICE,
    MULTI_CHOICE,
    DATE,
    PHONE,
    PLACE,
    PROGRAM,
    READ_ONLY,
}

/** One entry of a list: what is stored and what is shown. */
data class Choice(val key: String, val label: String)

/** A button of a section: `add_member`, `add_program`, `add_case`, `same_as_before` or `finish`. */
data class FormAction(val key: String, val label: String)

/** What became of one typed field. It is on disk when this exists. */
data class FieldSaved(
    /** "Tersimpan" with the time. */
    val savedText: String,
    val error: String,
    val warning: String,
    /** The value as it will be sent. */
    val normalised: String,
    /** People who may be the same. */
    val similar: List<SearchHit>,
)

/** Whom a visit goes to. An empty desa takes the worker's only one. */
sealed interface VisitTarget {
    /** A family that nobody knows yet. */
    data class NewHousehold(val desa: String) : VisitTarget

    /** A family with a document, or the family of a person with one. */
    data class Household(val id: String) : VisitTarget

    /** A family of the register pack, by the row of one member. */
    data class RegisterRow(val desa: String, val row: String) : VisitTarget
}
