package id.jangkau.app.sync

import android.app.job.JobInfo
import android.app.job.JobScheduler
import android.content.ComponentName
import android.content.Context
import android.os.Build
import id.jangkau.app.platform.AboveFloor
import id.jangkau.app.platform.service

/** When the system lets the tablet send: soon after something was finished, and every hour. It promises no time. */
object SyncSchedule {
    /** The job that runs as soon as there is a network. */
    const val SOON = 1

    /** The job that runs every hour. */
    const val HOURLY = 2

    private const val BACKOFF_MS = 30_000L
    private const val HOUR_MS = 3_600_000L
    private const val FLEX_MS = 900_000L

    /** Asks for a session as soon as there is a network. */
    fun soon(context: Context) {
        val job = job(context, SOON).setBackoffCriteria(BACKOFF_MS, JobInfo.BACKOFF_POLICY_EXPONENTIAL)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) Expedited31.ask(job)
        context.service<JobScheduler>().schedule(job.build())
    }

    /** Asks for a session every hour, also after the tablet was switched off; asked again, it changes nothing. */
    fun hourly(context: Context) {
        val scheduler = context.service<JobScheduler>()
        if (scheduler.getPendingJob(HOURLY) != null) return
        scheduler.schedule(job(context, HOURLY).setPeriodic(HOUR_MS, FLEX_MS).setPersisted(true).build())
    }

    private fun job(context: Context, id: Int) = JobInfo.Builder(id, ComponentName(context, SyncJob::class.java))
        .setRequiredNetworkType(JobInfo.NETWORK_TYPE_ANY)
}

@AboveFloor
private object Expedited31 {
    fun ask(job: JobInfo.Builder) {
        job.setExpedited(true)
    }
}
