package id.jangkau.screen.finished

import id.jangkau.source.Finished
import java.util.concurrent.ConcurrentHashMap

/** Hands the numbers of a finished visit from the form to the finish screen. */
class FinishedDesk {
    private val finished = ConcurrentHashMap<String, Finished>()

    /** Lays down what a visit ended with. */
    fun put(visit: String, end: Finished) {
        finished[visit] = end
    }

    /** Returns what a visit ended with; null if it was laid down before the process died. */
    fun find(visit: String): Finished? = finished[visit]
}
