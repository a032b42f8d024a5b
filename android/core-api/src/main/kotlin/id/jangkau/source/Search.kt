package id.jangkau.source

/** What a search found, the surest first. */
data class SearchPage(
    /** The words as typed. */
    val query: String,
    val hits: List<SearchHit>,
    /** Whether "Daftarkan baru" may be shown: something was searched for. */
    val canRegister: Boolean,
    /** A hint about the words, such as digits missing in a NIK. */
    val note: String?,
)

/** One person that somebody knows. */
data class SearchHit(
    /** The person's document, or the register row. */
    val id: String,
    /** The household to open, where there is one. */
    val household: String?,
    val source: HitSource,
    /** Name. */
    val title: String,
    /** Age, RT/RW, last visit. */
    val subtitle: String,
    /** The source in words. */
    val badge: String,
    /** The last digits of the NIK; empty for none. */
    val nikMasked: String,
    /** The register row, for a hit of the register. */
    val registerRow: String?,
    /** Name of another hit that may be the same person. */
    val possibleDouble: String?,
)

/** Who knows a person. */
enum class HitSource {
    /** Recorded by this worker. */
    OWN,

    /** Recorded by somebody else and pulled. */
    OFFICE,

    /** Only in the desa's register pack. */
    REGISTER,
}

/** Search before create. Blocks. */
interface SearchSource {
    /** Searches own records, those of the office and the register. */
    fun search(query: String): SearchPage
}
