package id.jangkau.app

import id.jangkau.fake.FakeCore
import id.jangkau.fake.aFieldSaved
import id.jangkau.screen.Route
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executor
import java.util.concurrent.TimeUnit

/** The app on the threads it has on a tablet. */
@RunWith(RobolectricTestRunner::class)
@Config(application = ThreadedApp::class, qualifiers = "in-rID-w1280dp-h800dp-land-mdpi")
class ThreadsTest {
    private val app = RuntimeEnvironment.getApplication() as ThreadedApp

    @Test
    fun `the core is asked off the main thread, in the order of typing, and the screen shows what it said`() {
        val threads = ArrayList<String>()
        app.fake.check = { _, value ->
            threads += Thread.currentThread().name
            aFieldSaved(error = if (value.length == 16) "" else "NIK harus 16 angka.")
        }
        val stage = Stage(listOf(Route.Home, Route.Visit(FakeCore.VISIT, "members")))
        settle(stage, app.real.core)
        stage.type(stage.field("person-1/f/nik"), "99010171")
        stage.pause()
        stage.type(stage.field("person-1/f/nik"), "990101711258")
        stage.pause()
        settle(stage, app.real.core)

        assertEquals(setOf("core"), threads.toSet())
        assertEquals(listOf("99010171", "990101711258"), app.fake.saved.map { it.second })
        assertTrue(stage.words.contains("NIK harus 16 angka."))
    }

    @Test
    fun `a session does not keep the screens waiting`() {
        val stage = Stage(listOf(Route.Home, Route.Outbox))
        settle(stage, app.real.core)
        val open = CountDownLatch(1)
        app.real.network.execute { open.await(BOUND_S, TimeUnit.SECONDS) }
        stage.tap("Kirim sekarang")
        settle(stage, app.real.core)
        assertTrue(stage.words.contains("Mengirim…"))

        stage.tap(stage.view<android.view.View>(R.id.nav_today))
        settle(stage, app.real.core)
        assertTrue(stage.words.contains("Belum dikunjungi"))

        open.countDown()
        settle(stage, app.real.network)
        assertTrue(app.fake.calls.contains("sync"))
    }

    /** Waits for what a thread has been given so far, and lets the screen show it. */
    private fun settle(stage: Stage, thread: Executor) {
        repeat(2) {
            val done = CountDownLatch(1)
            thread.execute(done::countDown)
            assertTrue(done.await(BOUND_S, TimeUnit.SECONDS))
            stage.idle()
        }
    }

    private companion object {
        const val BOUND_S = 60L
    }
}

/** The app over a core in memory, on the threads of a real tablet. */
class ThreadedApp : FakeApp() {
    /** Where work runs. */
    val real by lazy { Threads.real() }

    override fun threads() = real
}
