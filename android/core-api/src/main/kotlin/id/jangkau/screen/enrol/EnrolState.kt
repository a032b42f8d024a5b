package id.jangkau.screen.enrol

import id.jangkau.screen.Problem
import id.jangkau.screen.ScreenState

/** All the enrolment screen shows. */
data class EnrolState(
    val server: String,
    val code: String,
    val deviceName: String,
    /** The server is being asked. */
    val busy: Boolean,
    /** The button was pressed with something missing. */
    val incomplete: Boolean,
    override val problem: Problem?,
) : ScreenState<EnrolState> {
    override fun with(problem: Problem?) = copy(problem = problem, busy = false)
}

/** What a person can do on the enrolment screen. */
sealed interface EnrolEvent {
    /** The screen came to the front. */
    data object Opened : EnrolEvent

    /** The address was typed. */
    data class Server(val text: String) : EnrolEvent

    /** The code was typed. */
    data class Code(val text: String) : EnrolEvent

    /** The tablet was given a name. */
    data class DeviceName(val text: String) : EnrolEvent

    /** "Daftarkan tablet" was pressed. */
    data object Enrol : EnrolEvent
}
