package id.jangkau.app.finished

import android.os.Bundle
import id.jangkau.screen.finished.FinishedDesk
import id.jangkau.source.Fact
import id.jangkau.source.Finished
import id.jangkau.source.NumberCard

/** Keeps the numbers on the finish screen over the death of the process: the citizen may not have written them down. */
object FinishedNote {
    /** Returns what lies on the desk for these visits. */
    fun write(desk: FinishedDesk, visits: List<String>): Bundle = Bundle().apply {
        visits.forEach { visit -> desk.find(visit)?.let { putBundle(visit, write(it)) } }
    }

    /** Lays everything on the desk again. */
    fun read(note: Bundle, desk: FinishedDesk) =
        note.keySet().forEach { visit -> note.getBundle(visit)?.let { desk.put(visit, read(it)) } }

    private fun write(end: Finished) = Bundle().apply {
        putStringArrayList("said", arrayListOf(end.sentence, end.next, end.savedText))
        putStringArrayList("recorded", end.recorded.flatMapTo(ArrayList()) { listOf(it.label, it.value) })
        putInt("numbers", end.numbers.size)
        end.numbers.forEachIndexed { at, card ->
            putStringArrayList(
                "number$at",
                (listOf(card.number, card.title, card.program) + card.spoken).toCollection(ArrayList()),
            )
        }
    }

    private fun read(note: Bundle): Finished {
        val (sentence, next, savedText) = note.getStringArrayList("said").orEmpty()
        val recorded = note.getStringArrayList("recorded").orEmpty().chunked(2) { (label, value) -> Fact(label, value) }
        val numbers = (0 until note.getInt("numbers")).map { at ->
            val parts = note.getStringArrayList("number$at").orEmpty()
            NumberCard(parts[0], parts.drop(HEAD), parts[1], parts[2])
        }
        return Finished(numbers, sentence, recorded, next, savedText)
    }

    private const val HEAD = 3
}
