package id.jangkau.app

import android.graphics.Bitmap
import android.os.Handler
import android.os.Looper
import android.view.PixelCopy
import id.jangkau.fake.FakeCore
import id.jangkau.screen.Route
import org.junit.Assert.assertEquals

/** The screens as a worker meets them, each with its name. */
object Scene {
    /** Returns every scene; each starts the app anew. */
    fun all(): Map<String, () -> Stage> = linkedMapOf(
        "daftar" to { Stage(listOf(Route.Enrol)) },
        "hari-ini" to { Stage(listOf(Route.Home)) },
        "cari" to ::search,
        "cari-hasil" to { Stage(listOf(Route.Home, Route.Search("sumia"))) },
        "keluarga" to { Stage(listOf(Route.Home, Route.Household("household-sumiati"))) },
        "formulir-anggota" to { visit("members") },
        "formulir-keluarga" to { visit("household") },
        "formulir-keluhan" to { visit("cases") },
        "perbaikan" to { Stage(listOf(Route.Home, Route.Returned("return-1"))) },
        "selesai" to { Stage(listOf(Route.Home, Route.Finished(FakeCore.VISIT))) },
        "draf" to { Stage(listOf(Route.Drafts)) },
        "kiriman" to { Stage(listOf(Route.Home, Route.Outbox)) },
        "kasus" to { Stage(listOf(Route.Home, Route.Case("case-1"))) },
        "lainnya" to { Stage(listOf(Route.About)) },
    )

    private fun visit(section: String) = Stage(listOf(Route.Home, Route.Visit(FakeCore.VISIT, section)))

    private fun search(): Stage = Stage(listOf(Route.Home, Route.Search("sumia"))).apply { tap("SUMIATI") }
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
