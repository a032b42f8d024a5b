package id.jangkau.app

import android.graphics.Bitmap
import android.os.Handler
import android.os.Looper
import android.view.PixelCopy
import android.view.View
import id.jangkau.fake.FakeCore
import id.jangkau.fake.OFFICE_ROW
import id.jangkau.fake.aChip
import id.jangkau.fake.aHome
import id.jangkau.fake.aLongHousehold
import id.jangkau.fake.aRequest
import id.jangkau.fake.someFindings
import id.jangkau.screen.Route
import id.jangkau.source.ChipState
import id.jangkau.source.FieldFailure
import id.jangkau.source.Finish
import id.jangkau.source.Home
import id.jangkau.source.HouseholdView
import org.junit.Assert.assertEquals
import org.robolectric.RuntimeEnvironment

/** The screens as a worker meets them, each with its name. */
object Scene {
    /** Returns every scene; each starts the app anew. */
    fun all(): Map<String, () -> Stage> = linkedMapOf(
        "daftar" to { Stage(listOf(Route.Enrol)) },
        "hari-ini" to { Stage(listOf(Route.Home)) },
        "hari-ini-kosong" to { home(aHome(tasks = emptyList(), chip = neverSent())) },
        "cari" to ::search,
        "cari-hasil" to { Stage(listOf(Route.Home, Route.Search("sumia"))) },
        "cari-kosong" to { Stage(listOf(Route.Home, Route.Search("zulkifli"))) },
        "keluarga" to { Stage(listOf(Route.Home, Route.Household("household-sumiati"))) },
        "keluarga-panjang" to { family(aLongHousehold()) },
        "formulir-anggota" to { visit("members") },
        "formulir-keluarga" to { visit("household") },
        "formulir-kepesertaan" to { visit("participation") },
        "formulir-keluhan" to { visit("cases") },
        "formulir-persetujuan" to { visit("consent") },
        "formulir-ringkasan" to ::blocked,
        "perbaikan" to { Stage(listOf(Route.Home, Route.Returned("return-1"))) },
        "kabari" to { Stage(listOf(Route.Home, Route.Office(OFFICE_ROW))) },
        "permintaan" to {
            core { officeTask = aRequest() }.let { Stage(listOf(Route.Home, Route.Office(OFFICE_ROW))) }
        },
        "selesai" to { Stage(listOf(Route.Home, Route.Finished(FakeCore.VISIT))) },
        "draf" to { Stage(listOf(Route.Drafts)) },
        "draf-kosong" to { core { home = aHome(tasks = emptyList()) }.let { Stage(listOf(Route.Drafts)) } },
        "kiriman" to { Stage(listOf(Route.Home, Route.Outbox)) },
        "kiriman-gagal" to ::unsent,
        "kasus" to { Stage(listOf(Route.Home, Route.Case("case-1"))) },
        "lainnya" to { Stage(listOf(Route.About)) },
    )

    private fun visit(section: String) = Stage(listOf(Route.Home, Route.Visit(FakeCore.VISIT, section)))

    private fun search(): Stage = Stage(listOf(Route.Home, Route.Search("sumia"))).apply { tap("SUMIATI") }

    private fun blocked(): Stage {
        core { finish = Finish.Blocked(someFindings()) }
        return visit("finish").apply { tap(view<View>(R.id.next)) }
    }

    private fun unsent(): Stage {
        core { sessionFailure = FieldFailure.NoNetwork() }
        return Stage(listOf(Route.Home, Route.Outbox)).apply { tap(view<View>(R.id.send_now)) }
    }

    private fun home(home: Home): Stage {
        core { this.home = home }
        return Stage(listOf(Route.Home))
    }

    private fun family(family: HouseholdView): Stage {
        core { families = mapOf(family.id to family) }
        return Stage(listOf(Route.Home, Route.Household(family.id)))
    }

    private fun neverSent() =
        aChip(ChipState.NEVER, "Belum pernah terkirim. Sambungkan ke jaringan untuk menerima data desa", 0, 0)

    /** Changes what the core of the app knows; the next scene has a core of its own. */
    private fun core(change: FakeCore.() -> Unit) {
        val app = RuntimeEnvironment.getApplication() as FakeApp
        app.renew()
        app.fake.change()
        app.onCreate()
    }
}

/** Returns what is seen, as a picture. */
fun Stage.picture(): Bitmap {
    pause(3_000)
    root.jumpDrawablesToCurrentState()
    idle()
    val picture = Bitmap.createBitmap(root.width, root.height, Bitmap.Config.ARGB_8888)
    var result = -1
    PixelCopy.request(activity.window, picture, { result = it }, Handler(Looper.getMainLooper()))
    idle()
    assertEquals(PixelCopy.SUCCESS, result)
    return picture
}
