package id.jangkau.screen

import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Test

class RouteTest {
    @Test
    fun `every route is found again`() {
        val routes = listOf(
            Route.Enrol,
            Route.Home,
            Route.Search(""),
            Route.Search("sumi/ati 003"),
            Route.Household("ab12"),
            Route.Visit("01k", "members"),
            Route.Visit("01k", ""),
            Route.Finished("01k"),
            Route.Returned("r1"),
            Route.Office("r2"),
            Route.Case("c1"),
            Route.Drafts,
            Route.ReturnedList,
            Route.Outbox,
            Route.About,
        )

        assertEquals(routes, routes.map { Route.read(it.write()) })
    }

    @Test
    fun `a line that no version wrote leads nowhere`() {
        listOf("", "camera/1", "homes", "/").forEach { assertNull(it, Route.read(it)) }
    }
}
