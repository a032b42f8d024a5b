package id.jangkau.source

/** Who works with this tablet, where, and for which server. */
data class Account(
    val enrolled: Boolean,
    /** Address of the server; empty before enrolment. */
    val server: String,
    val userName: String,
    /** Names of the desa whose data the tablet holds. */
    val desaNames: List<String>,
    val deviceName: String,
)

/** What one sync session did. */
data class SyncReport(
    /** Whether nothing waits and both sides hold the same versions. */
    val complete: Boolean,
    val sent: Int,
    val received: Int,
    /** Changes that the server holds back. */
    val held: Int,
    /** The same as one sentence for the screen. */
    val text: String,
)

/** Whose tablet it is. Every call blocks. */
interface AccountSource {
    /** Returns who works with this tablet. */
    fun account(): Account

    /** Enrols the tablet with a code from the office. */
    fun enrol(server: String, code: String, deviceName: String): Account

    /** Changes the language of every later text: `in` or `en`. */
    fun setLang(lang: String)
}

/** The way to the server. Blocks for as long as a session takes. */
interface SyncSource {
    /** Runs one whole session: sends what waits, takes what is new. */
    fun sync(): SyncReport
}
