package id.jangkau.app

import android.app.job.JobInfo
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.net.ConnectivityManager
import android.net.NetworkCapabilities
import id.jangkau.app.platform.service
import id.jangkau.app.sync.SyncJob
import id.jangkau.app.sync.SyncSchedule
import id.jangkau.fake.FakeCore
import id.jangkau.screen.Route
import id.jangkau.source.FieldFailure
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowNetwork
import org.robolectric.shadows.ShadowNetworkCapabilities

@RunWith(RobolectricTestRunner::class)
@Config(application = FakeApp::class, qualifiers = "in-rID-w1280dp-h800dp-land-mdpi")
class SyncJobTest {
    private val app = RuntimeEnvironment.getApplication() as FakeApp
    private val jobs = app.service<JobScheduler>()

    @Test
    fun `a finished visit asks for a session as soon as there is a network`() {
        Stage(listOf(Route.Home, Route.Visit(FakeCore.VISIT, "finish"))).tap("Kirim")
        val soon = jobs.getPendingJob(SyncSchedule.SOON)!!
        assertTrue(soon.requiredNetwork!!.hasCapability(NetworkCapabilities.NET_CAPABILITY_INTERNET))
        assertTrue(soon.isExpedited)
        assertEquals(JobInfo.BACKOFF_POLICY_EXPONENTIAL, soon.backoffPolicy)
    }

    @Test
    fun `every hour a session is asked for, also after the tablet was switched off`() {
        Stage(listOf(Route.Home))
        val hourly = jobs.getPendingJob(SyncSchedule.HOURLY)!!
        assertTrue(hourly.isPeriodic && hourly.isPersisted)
        assertEquals(3_600_000L, hourly.intervalMillis)
    }

    @Test
    fun `the job runs a session and is done`() {
        val job = start()
        assertTrue(app.fake.calls.contains("sync"))
        assertTrue(shadowOf(job).isJobFinished)
        assertFalse(shadowOf(job).isRescheduleNeeded)
    }

    @Test
    fun `a session without a network is tried again`() {
        app.fake.sessionFailure = FieldFailure.NoNetwork()
        assertTrue(shadowOf(start()).isRescheduleNeeded)
    }

    @Test
    fun `a tablet that the office shut out does not try again by itself`() {
        app.fake.sessionFailure = FieldFailure.SignInAgain("Hubungi Manajer SLRT.")
        assertFalse(shadowOf(start()).isRescheduleNeeded)
    }

    @Test
    fun `a network that carries starts a session after five steady seconds, one that does not starts none`() {
        val stage = Stage(listOf(Route.Home))
        val callback = shadowOf(app.service<ConnectivityManager>()).networkCallbacks.single()
        val network = ShadowNetwork.newInstance(7)

        callback.onCapabilitiesChanged(network, ShadowNetworkCapabilities.newInstance())
        stage.pause(6_000)
        assertFalse(app.fake.calls.contains("sync"))

        val carrying = ShadowNetworkCapabilities.newInstance()
        shadowOf(carrying).addCapability(NetworkCapabilities.NET_CAPABILITY_VALIDATED)
        callback.onCapabilitiesChanged(network, carrying)
        stage.pause(4_000)
        assertFalse(app.fake.calls.contains("sync"))
        stage.pause(2_000)
        assertEquals(1, app.fake.calls.count { it == "sync" })
    }

    @Test
    fun `nobody listens to the network once the app is away`() {
        val stage = Stage(listOf(Route.Home))
        stage.kill()
        assertTrue(shadowOf(app.service<ConnectivityManager>()).networkCallbacks.isEmpty())
        assertNotNull(jobs.getPendingJob(SyncSchedule.SOON))
    }

    private fun start(): SyncJob {
        val job = Robolectric.buildService(SyncJob::class.java).create().get()
        assertTrue(job.onStartJob(Shadow.newInstanceOf(JobParameters::class.java)))
        return job
    }
}
