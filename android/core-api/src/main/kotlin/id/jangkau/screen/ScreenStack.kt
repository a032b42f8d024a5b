package id.jangkau.screen

/** The screens that lie over each other, home at the bottom. [T] is the live screen that [make] builds for a route. */
class ScreenStack<T>(private val make: (Route) -> T) {
    private val screens = ArrayList<T>()

    /** Is told after every move. */
    var onMove: (() -> Unit)? = null

    /** The screen in front. */
    val top: T get() = screens.last()

    /** How many screens there are. */
    val depth: Int get() = screens.size

    /** Returns every screen, the bottom one first. */
    fun all(): List<T> = screens.toList()

    /** Puts up the screens of earlier routes, or [first] where there are none. */
    fun restore(routes: List<Route>, first: Route) {
        screens.clear()
        routes.ifEmpty { listOf(first) }.mapTo(screens, make)
        onMove?.invoke()
    }

    /** Follows a way. */
    fun go(way: Go) {
        when (way) {
            is Go.To -> screens.add(make(way.route))
            is Go.Replace -> screens[screens.lastIndex] = make(way.route)
            is Go.Root -> restart(way.route)
            Go.Back -> if (screens.size > 1) screens.removeAt(screens.lastIndex)
        }
        onMove?.invoke()
    }

    private fun restart(route: Route) {
        screens.clear()
        if (route != Route.Home && route != Route.Enrol) screens.add(make(Route.Home))
        screens.add(make(route))
    }
}
