package id.jangkau.screen

import id.jangkau.fake.FakeCore
import id.jangkau.fake.Held
import id.jangkau.fake.atOnce
import id.jangkau.source.FieldFailure
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test

class SyncerTest {
    private val core = FakeCore()
    private val network = Held()
    private val syncer = Syncer(core, network, atOnce)

    @Test
    fun `a session that runs is shown at once and its end with what it did`() {
        val seen = ArrayList<Boolean>()
        syncer.onNews = { seen += it.running }

        syncer.start {}
        assertTrue(syncer.news.running)
        network.run()

        assertEquals(listOf(true, false), seen)
        assertEquals(3, syncer.news.report?.sent)
    }

    @Test
    fun `who asks meanwhile hears of a session of its own`() {
        val ends = ArrayList<String>()
        syncer.start { ends += "first" }
        syncer.start { ends += "second" }
        syncer.start { ends += "third" }

        network.run()

        assertEquals(listOf("first", "second", "third"), ends)
        assertEquals(2, core.calls.count { it == "sync" })
    }

    @Test
    fun `without a network the reason is kept and the next session may run`() {
        core.sessionFailure = FieldFailure.NoNetwork()
        syncer.start {}
        network.run()
        assertEquals(ProblemKind.NO_NETWORK, syncer.news.problem?.kind)
        assertFalse(syncer.news.running)

        syncer.start {}
        network.run()
        assertNull(syncer.news.problem)
    }
}
