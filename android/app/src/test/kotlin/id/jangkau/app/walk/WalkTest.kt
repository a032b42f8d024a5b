package id.jangkau.app.walk

import android.view.View
import android.widget.EditText
import android.widget.TextView
import id.jangkau.app.Hand
import id.jangkau.app.Keys
import id.jangkau.app.R
import id.jangkau.app.RealApp
import id.jangkau.app.Stage
import id.jangkau.app.Touch
import id.jangkau.app.all
import org.junit.After
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/**
 * The tablet's part of the walk against a running server, one phase a call; profile `walk`, see README.md.
 *
 * What is pressed is pressed by a finger, or with `jangkau.walk.hands=keys` by a keyboard alone; what is typed goes
 * through the keyboard into the real views, from there into the real core and over HTTP.
 */
@RunWith(RobolectricTestRunner::class)
@Config(application = WalkApp::class, qualifiers = "in-rID-w1280dp-h800dp-land-mdpi")
class WalkTest {
    private val walk = Walk()
    private val stage = Stage(fingers = if (walk.said("hands", "touch") == "keys") Keys else Touch)
    private val hand = Hand(stage)

    @After
    fun close() = (RuntimeEnvironment.getApplication() as RealApp).close()

    @Test
    fun walk() {
        when (walk.phase) {
            "record" -> record()
            "correct" -> correct()
            "tell" -> tell()
            "look" -> look()
            else -> error("no phase ${walk.phase}")
        }
        walk.end()
    }

    private fun record() {
        if (stage.root.findViewById<View>(R.id.enrol) != null) enrol()
        val family = Family(walk::said)
        family.facts.forEach(walk::note)
        walk.note("number", Recording(stage) { walk.picture(stage, it) }.record(family))
        send("dikirim")
    }

    private fun enrol() {
        stage.type(stage.view(R.id.enrol_server), walk.server)
        stage.type(stage.view(R.id.enrol_code), walk.code)
        walk.picture(stage, "daftar")
        stage.tap(stage.view<View>(R.id.enrol))
        assertFalse(stage.words.toString(), stage.view<View>(R.id.problem).isShown)
        walk.picture(stage, "hari-ini")
    }

    private fun correct() {
        send("diterima")
        stage.tap(stage.view<View>(R.id.nav_returned))
        walk.picture(stage, "perbaikan-daftar")
        val cards = stage.root.all().filter { it.getTag(R.id.card_id) != null && it.isShown }
        assertTrue("nothing came back: ${stage.words}", cards.isNotEmpty())
        stage.tap(cards.first())
        walk.picture(stage, "perbaikan")
        val note = walk.said("note", "")
        assertTrue("the note is not shown: ${stage.words}", stage.words.any { it.contains(note) })
        walk.note("words", stage.words.joinToString("\n"))
        val field = stage.root.all().filterIsInstance<EditText>().first {
            it.isShown &&
                it.getTag(R.id.field_key) != null
        }
        stage.type(field, walk.said("correction", "Belum pernah menerima sembako sejak menikah tahun 1980"))
        stage.pause()
        walk.picture(stage, "diperbaiki")
        stage.tap(stage.view<View>(R.id.send_correction))
        assertTrue("not sent: ${stage.words}", stage.root.findViewById<View>(R.id.done) != null)
        stage.tap(stage.view<View>(R.id.done))
        send("perbaikan-dikirim")
    }

    /** The case went on: the citizen is told, and the task is gone. */
    private fun tell() {
        send("kabar-diterima")
        stage.tap(stage.view<View>(R.id.nav_today))
        walk.picture(stage, "hari-ini")
        val task = stage.root.all().firstOrNull { view ->
            view.getTag(R.id.card_id) != null && view.all().any { (it as? TextView)?.text?.startsWith(TELL) == true }
        }
        stage.tap(checkNotNull(task) { "nobody is to be told: ${stage.words}" })
        hand.put("channel", "phone")
        hand.put("reached", "self")
        walk.picture(stage, "kabari")
        stage.tap(stage.view<View>(R.id.save_answer))
        stage.tap(stage.view<View>(R.id.done))
        assertFalse("the task stays: ${stage.words}", stage.words.any { it.startsWith(TELL) })
        send("kabar-dikirim")
    }

    private fun look() {
        send("dilihat")
        stage.tap(stage.view<View>(R.id.nav_today))
        walk.note("words", stage.words.joinToString("\n"))
        walk.picture(stage, "hari-ini")
    }

    private fun send(name: String) {
        stage.tap(stage.view<View>(R.id.nav_outbox))
        stage.tap(stage.view<View>(R.id.send_now))
        assertFalse("not sent: ${stage.words}", stage.view<View>(R.id.problem).isShown)
        val report = stage.view<View>(R.id.report)
        assertTrue("no session ran: ${stage.words}", report.isShown)
        walk.note("sent", stage.words.joinToString("\n"))
        walk.picture(stage, name)
    }

    private companion object {
        /** What begins a task to tell a citizen. */
        const val TELL = "Kabari warga"
    }
}
