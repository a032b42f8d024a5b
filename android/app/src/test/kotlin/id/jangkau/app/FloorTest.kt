package id.jangkau.app

import android.app.job.JobScheduler
import android.graphics.Bitmap
import android.graphics.Canvas
import android.view.View
import id.jangkau.app.platform.service
import id.jangkau.app.sync.SyncSchedule
import id.jangkau.fake.FakeCore
import id.jangkau.screen.Route
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** The oldest Android that the app starts on: no later call may be needed there. */
@RunWith(RobolectricTestRunner::class)
@Config(application = FakeApp::class, sdk = [26], qualifiers = "in-rID-w1280dp-h800dp-land-mdpi")
class FloorTest {
    @Test
    fun `a visit can be typed, finished and handed to the job`() {
        val stage = Stage(listOf(Route.Home, Route.Visit(FakeCore.VISIT, "members")))
        stage.type(stage.field("person-1/f/nik"), "9901017112580003")
        stage.pause()
        assertEquals("9901017112580003", stage.core.saved.single().second)
        stage.tap(stage.tagged(R.id.section_key, "finish").single())
        stage.tap(stage.view<View>(R.id.next))
        assertTrue(stage.words.contains("0012"))
        assertNotNull(stage.activity.service<JobScheduler>().getPendingJob(SyncSchedule.SOON))
    }

    @Test
    fun `every screen is drawn`() {
        Scene.all().forEach { (name, scene) ->
            val stage = scene()
            val picture = Bitmap.createBitmap(stage.root.width, stage.root.height, Bitmap.Config.ARGB_8888)
            stage.root.draw(Canvas(picture))
            assertTrue(name, stage.words.isNotEmpty())
            stage.kill()
            (org.robolectric.RuntimeEnvironment.getApplication() as FakeApp).apply { renew() }.onCreate()
        }
    }
}
