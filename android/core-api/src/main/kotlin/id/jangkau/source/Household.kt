package id.jangkau.source

/** A label and what stands beside it. */
data class Fact(val label: String, val value: String)

/** The page of a family. */
data class HouseholdView(
    val id: String,
    /** "Keluarga" and the head's name. */
    val title: String,
    /** Address with RT and RW. */
    val address: String,
    /** KK, register status, size. */
    val facts: List<Fact>,
    /** Members, the head first. */
    val members: List<MemberRow>,
    /** Programs of the household and its members. */
    val programs: List<Fact>,
    /** Cases that are still under way. */
    val openCases: List<CaseRow>,
    /** Why a value carries a badge, such as differing data. */
    val badge: String?,
    /** When and by whom it was last visited. */
    val lastVisitText: String,
)

/** One member of a family: name, and relation with age. */
data class MemberRow(val id: String, val name: String, val detail: String)

/** One case of a family. */
data class CaseRow(
    val id: String,
    /** Registration number. */
    val number: String,
    /** Kind and program. */
    val title: String,
    /** State in words. */
    val stateText: String,
)

/** Where a case stands. */
data class CaseView(
    val number: String,
    val title: String,
    val stateText: String,
    /** The citizen's word: Diterima, Dalam proses, Selesai or Ditolak; empty for a draft. */
    val word: String,
    val facts: List<Fact>,
    /** What happened, the newest first. */
    val history: List<Fact>,
)

/** Families and their cases. Every call blocks. */
interface HouseholdSource {
    /** Returns the page of a family. */
    fun household(id: String): HouseholdView

    /** Returns where a case stands. */
    fun caseCard(id: String): CaseView
}
