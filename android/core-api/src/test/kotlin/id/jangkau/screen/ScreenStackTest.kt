package id.jangkau.screen

import org.junit.Assert.assertEquals
import org.junit.Test

class ScreenStackTest {
    private val stack = ScreenStack { it.write() }

    @Test
    fun `a new start has one screen`() {
        stack.restore(emptyList(), Route.Home)
        assertEquals(listOf("home"), stack.all())
    }

    @Test
    fun `after the process died the same screens lie over each other`() {
        stack.restore(listOf(Route.Home, Route.Search("sumi"), Route.Household("h")), Route.Home)
        assertEquals(listOf("home", "search/sumi", "household/h"), stack.all())
    }

    @Test
    fun `the last screen is never taken away`() {
        stack.restore(emptyList(), Route.Home)
        stack.go(Go.Back)
        assertEquals("home", stack.top)
    }

    @Test
    fun `a place of the navigation lies over home`() {
        stack.restore(emptyList(), Route.Home)
        stack.go(Go.To(Route.Household("h")))
        stack.go(Go.Root(Route.Outbox))
        assertEquals(listOf("home", "outbox"), stack.all())
        stack.go(Go.Root(Route.Home))
        assertEquals(listOf("home"), stack.all())
    }

    @Test
    fun `the number replaces the form it came from`() {
        stack.restore(listOf(Route.Home, Route.Visit("v", "finish")), Route.Home)
        stack.go(Go.Replace(Route.Finished("v")))
        assertEquals(listOf("home", "finished/v"), stack.all())
    }

    @Test
    fun `every move is told`() {
        var moves = 0
        stack.onMove = { moves++ }
        stack.restore(emptyList(), Route.Home)
        stack.go(Go.To(Route.About))
        stack.go(Go.Back)
        assertEquals(3, moves)
    }
}
