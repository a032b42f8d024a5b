package id.jangkau.app

import id.jangkau.fake.FakeCore
import id.jangkau.fake.aCase
import id.jangkau.fake.aHousehold
import id.jangkau.fake.atOnce
import id.jangkau.fake.someForms
import id.jangkau.fake.someHits
import id.jangkau.fake.someOutboxItems
import id.jangkau.source.FieldCore

/** The app over a core in memory, on one thread. */
open class FakeApp : App() {
    /** What the screens ask. */
    var fake = core ?: aCore()
        private set

    /** Begins with the samples again; [onCreate] opens them. */
    fun renew() {
        fake = core ?: aCore()
    }

    override fun threads() = Threads(atOnce, atOnce, atOnce)

    override fun openCore(): FieldCore = fake

    companion object {
        /** The core of the next app; null for the samples. */
        var core: FakeCore? = null

        /** Returns a core that knows the samples. */
        fun aCore() = FakeCore(
            hits = someHits(),
            families = mapOf("household-sumiati" to aHousehold()),
            cases = mapOf("case-1" to aCase()),
            forms = someForms(),
            outbox = someOutboxItems(),
        )
    }
}
