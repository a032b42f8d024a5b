package id.jangkau.screen.visit

import id.jangkau.screen.Go
import id.jangkau.source.FieldId
import id.jangkau.source.FindingView

/** What a person can do in the visit form. */
sealed interface VisitEvent {
    /** The screen came to the front, or a session ended. */
    data object Refresh : VisitEvent

    /** A section of the rail was tapped. */
    data class Open(val section: String) : VisitEvent

    /** A page of the section was tapped. */
    data class ShowPage(val index: Int) : VisitEvent

    /** A field was typed, chosen or taken over from the register. */
    data class Typed(val field: FieldId, val value: String) : VisitEvent

    /** The next page, else the next section, else the end. */
    data object Next : VisitEvent

    /** The page before, else the section before. */
    data object Previous : VisitEvent

    /** "Tambah anggota". */
    data object AddMember : VisitEvent

    /** "Tambah program" or "Tambah keluhan": asks for the list. */
    data class Ask(val what: AddingWhat) : VisitEvent

    /** An entry of the list was chosen; null closes it. */
    data class Add(val what: AddingWhat, val key: String?) : VisitEvent

    /** "Hapus" at a group that was never sent. */
    data class Remove(val doc: String) : VisitEvent

    /** "Sama seperti sebelumnya". */
    data object Same : VisitEvent

    /** "Daftar isian salah": the next field that stands in the way. */
    data object FirstError : VisitEvent

    /** A line of the list of faults. */
    data class Jump(val finding: FindingView) : VisitEvent

    /** "Kirim". */
    data object Finish : VisitEvent

    /** The arrow in the app bar, or a person who may be the same. */
    data class Leave(val way: Go) : VisitEvent
}
