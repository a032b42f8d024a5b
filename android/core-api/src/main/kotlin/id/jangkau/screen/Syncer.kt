package id.jangkau.screen

import id.jangkau.source.FieldFailure
import id.jangkau.source.SyncReport
import id.jangkau.source.SyncSource
import java.util.concurrent.Executor

/** How the last or present session stands. */
data class SyncNews(val running: Boolean, val report: SyncReport?, val problem: Problem?)

/** Something that can start a session. */
interface SyncStarter {
    /** How the last or present session stands. */
    val news: SyncNews

    /** Starts a session, unless one runs; [done] hears how it ended. Returns at once. */
    fun start(done: (SyncNews) -> Unit)
}

/**
 * Runs one session at a time, away from the screens' thread and from the one that saves what is typed.
 *
 * Whoever asks while a session runs hears of the one after it: what was saved meanwhile goes out too.
 */
class Syncer(
    private val source: SyncSource,
    private val network: Executor,
    private val screen: Executor,
) : SyncStarter {
    override var news = SyncNews(running = false, report = null, problem = null)
        private set

    /** Is told on the screen's thread when a session starts and when it ended. */
    var onNews: ((SyncNews) -> Unit)? = null

    private val asked = ArrayList<(SyncNews) -> Unit>()

    override fun start(done: (SyncNews) -> Unit) {
        asked.add(done)
        if (!news.running) run()
    }

    private fun run() {
        val waiting = asked.toList()
        asked.clear()
        tell(news.copy(running = true))
        network.execute {
            val end = session()
            screen.execute {
                tell(end)
                waiting.forEach { it(end) }
                if (asked.isNotEmpty() && !news.running) run()
            }
        }
    }

    private fun session(): SyncNews = try {
        SyncNews(running = false, report = source.sync(), problem = null)
    } catch (failure: FieldFailure) {
        SyncNews(running = false, report = null, problem = Problem.of(failure))
    }

    private fun tell(next: SyncNews) {
        news = next
        onNews?.invoke(next)
    }
}
