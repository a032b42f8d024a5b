package id.jangkau.screen

/** Names a screen and what it shows; written down so that it is found again after the process died. */
sealed interface Route {
    /** Server and code, before anything else. */
    data object Enrol : Route

    /** Today's work. */
    data object Home : Route

    /** Search with the words typed so far. */
    data class Search(val words: String) : Route

    /** One family. */
    data class Household(val id: String) : Route

    /** A visit at one section; an empty section is the first unfinished one. */
    data class Visit(val id: String, val section: String) : Route

    /** The registration numbers of a finished visit. */
    data class Finished(val visit: String) : Route

    /** A record that came back. */
    data class Returned(val id: String) : Route

    /** What the office asks: a citizen to be told, a question. */
    data class Office(val id: String) : Route

    /** Where a case stands. */
    data class Case(val id: String) : Route

    /** Visits that were begun. */
    data object Drafts : Route

    /** Records that came back. */
    data object ReturnedList : Route

    /** What waits to be sent. */
    data object Outbox : Route

    /** Who works here, with which tablet. */
    data object About : Route

    /** Returns the route as one line. */
    fun write(): String = when (this) {
        Enrol -> "enrol"
        Home -> "home"
        is Search -> "search/$words"
        is Household -> "household/$id"
        is Visit -> "visit/$id/$section"
        is Finished -> "finished/$visit"
        is Returned -> "returned/$id"
        is Office -> "office/$id"
        is Case -> "case/$id"
        Drafts -> "drafts"
        ReturnedList -> "returned-list"
        Outbox -> "outbox"
        About -> "about"
    }

    companion object {
        /** Returns the route of a line, or null for one that no version wrote. */
        fun read(line: String): Route? {
            val word = line.substringBefore('/')
            val rest = line.substringAfter('/', "")
            return when (word) {
                "search" -> Search(rest)
                "household" -> Household(rest)
                "visit" -> Visit(rest.substringBefore('/'), rest.substringAfter('/', ""))
                "finished" -> Finished(rest)
                "returned" -> Returned(rest)
                "office" -> Office(rest)
                "case" -> Case(rest)
                else -> plain[line]
            }
        }

        private val plain by lazy {
            listOf(Enrol, Home, Drafts, ReturnedList, Outbox, About).associateBy { it.write() }
        }
    }
}

/** A way to another screen. */
sealed interface Go {
    /** Opens a screen over this one. */
    data class To(val route: Route) : Go

    /** Opens a screen in place of this one. */
    data class Replace(val route: Route) : Go

    /** Makes a screen the only one. */
    data class Root(val route: Route) : Go

    /** Returns to the screen below. */
    data object Back : Go
}
