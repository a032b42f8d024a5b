package id.jangkau.source

/** The first screen: what to do today. */
data class Home(
    /** Name of the worker. */
    val greeting: String,
    /** Weekday, date and desa. */
    val dateText: String,
    val chip: SyncChip,
    val counts: List<Count>,
    /** What waits, the most urgent first. */
    val tasks: List<TaskCard>,
) {
    /** How many visits were begun and not finished. */
    val drafts: Int get() = counts.firstOrNull { it.key == "draft" }?.number
        ?: tasks.count { it.kind == TaskKind.DRAFT }

    /** How many records came back. */
    val returned: Int get() = tasks.count { it.kind == TaskKind.RETURNED }
}

/** One figure with its title; [key] is `draft`, `ready`, `sent`, `action`, `visits` or `unvisited`. */
data class Count(val key: String, val title: String, val number: Int)

/** Sum of all records' states in the app bar. */
data class SyncChip(
    val state: ChipState,
    /** What is true, in words. */
    val text: String,
    /** Records that wait to be sent. */
    val waiting: Int,
    /** End of the last complete session, seconds since 1970 UTC; 0 for never. */
    val lastAt: Long,
)

/** What the chip says. */
enum class ChipState {
    /** The server has confirmed everything. */
    ALL_SENT,

    /** Something waits for a network. */
    WAITING,

    /** A session runs. */
    SENDING,

    /** A person must do something. */
    NEEDS_ACTION,

    /** No session was ever complete. */
    NEVER,
}

/** One piece of work. */
data class TaskCard(
    /** Visit, return row or task row. */
    val id: String,
    val kind: TaskKind,
    /** Whom it concerns. */
    val title: String,
    /** What to do. */
    val subtitle: String,
    /** RT and RW. */
    val place: String,
    /** Last day, in words; empty for none. */
    val dueText: String,
    /** Whether it comes before all others. */
    val urgent: Boolean,
    /** The household it leads to. */
    val household: String?,
    /** The open visit it leads to. */
    val visit: String?,
)

/** What a task card leads to. */
enum class TaskKind {
    /** A listed household that nobody has visited. */
    UNVISITED,

    /** A record that came back with notes. */
    RETURNED,

    /** A citizen to be told about an outcome. */
    INFORM,

    /** A visit that was begun. */
    DRAFT,

    /** A question about a case, to be answered. */
    REQUEST,

    /** Anything else that the office asks. */
    TASK,
}

/** One record on its way to the server. */
data class OutboxItem(
    val title: String,
    val state: ItemState,
    /** The state in words. */
    val stateText: String,
    val atText: String,
)

/** How far a record has come. */
enum class ItemState {
    /** Not finished. */
    DRAFT,

    /** Finished; waits for a network. */
    READY,

    /** On its way. */
    SENDING,

    /** The server has it. */
    RECEIVED,

    /** The server holds it back or sent it back. */
    NEEDS_ACTION,
}

/** The lists of work. Every call blocks. */
interface WorkSource {
    /** Returns today's work. */
    fun home(): Home

    /** Returns the records of the sync chip, those that wait first. */
    fun outbox(): List<OutboxItem>

    /** Returns the visits that were begun. */
    fun openVisits(): List<TaskCard>

    /** Returns the records that came back. */
    fun returned(): List<TaskCard>
}
