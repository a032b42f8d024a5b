package id.jangkau.screen.search

import id.jangkau.screen.Go
import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState
import id.jangkau.source.HitSource
import id.jangkau.source.HouseholdView
import id.jangkau.source.SearchHit
import id.jangkau.source.SearchPage
import id.jangkau.source.SyncChip

/** All the search shows; [page] is null until something was searched for. */
data class SearchState(
    val words: String,
    val chip: SyncChip?,
    val page: SearchPage?,
    /** Shows the hits of one source; null shows all. */
    val filter: HitSource?,
    /** The hit whose family stands in the preview. */
    val chosen: SearchHit?,
    /** The family of [chosen]; null while there is none, or none is known. */
    val preview: HouseholdView?,
    /** The desa to choose from for a family that nobody knows; empty while it is not asked. */
    val desa: List<String>,
    override val problem: Problem?,
) : ScreenState<SearchState> {
    /** The hits that pass the filter. */
    val hits: List<SearchHit> get() = page?.hits.orEmpty().filter { filter == null || it.source == filter }

    /** Returns how many hits one source has, or all. */
    fun count(source: HitSource?): Int = page?.hits.orEmpty().count { source == null || it.source == source }

    override fun with(problem: Problem?) = copy(problem = problem)
}

/** What a person can do in the search. */
sealed interface SearchEvent {
    /** The screen came to the front, or a session ended. */
    data object Refresh : SearchEvent

    /** Words were typed. */
    data class Words(val text: String) : SearchEvent

    /** A filter was chosen; null is "Semua". */
    data class Filter(val source: HitSource?) : SearchEvent

    /** A hit was tapped; null closes the preview. */
    data class Choose(val hit: SearchHit?) : SearchEvent

    /** "Mulai kunjungan" for the chosen hit. */
    data object Start : SearchEvent

    /** "Lihat keluarga" for the chosen hit. */
    data object OpenHousehold : SearchEvent

    /** "Daftarkan warga baru". */
    data object Register : SearchEvent

    /** The desa of that family; null closes the list. */
    data class RegisterIn(val desa: String?) : SearchEvent

    /** A way of the navigation column or the chip. */
    data class Leave(val way: Go) : SearchEvent
}
