package id.jangkau.app.sync

import android.app.job.JobParameters
import android.app.job.JobService
import id.jangkau.app.App
import id.jangkau.app.Tablet
import id.jangkau.screen.ProblemKind

/** A session that the system starts. One that fails for lack of a network is tried again, later each time. */
class SyncJob : JobService() {
    override fun onStartJob(parameters: JobParameters): Boolean {
        (application as App).tablet.whenOpen { state ->
            when (state) {
                is Tablet.State.Open -> state.syncer.start { news ->
                    jobFinished(
                        parameters,
                        news.problem?.kind in worthAnotherTry,
                    )
                }

                else -> jobFinished(parameters, false)
            }
        }
        return true
    }

    /** What time may heal; a tablet that the office has shut out only drains its battery by trying. */
    private val worthAnotherTry = setOf(ProblemKind.NO_NETWORK, ProblemKind.NOT_SAVED)

    /** The session itself goes on: each frame is safe on its own. What it did not reach is asked for again. */
    override fun onStopJob(parameters: JobParameters): Boolean = true
}
