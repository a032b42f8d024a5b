package id.jangkau.app.walk

import android.view.View
import id.jangkau.app.Hand
import id.jangkau.app.R
import id.jangkau.app.Stage
import id.jangkau.app.all
import org.junit.Assert.assertTrue

/** A worker who records a family that nobody knows, from the search to the number. */
class Recording(private val stage: Stage, private val picture: (String) -> Unit = {}) {
    private val hand = Hand(stage)

    /** Records the family and returns the registration number. */
    fun record(family: Family): String {
        search(family)
        household(family)
        need(family)
        hand.open("consent")
        hand.put("consent", "spoken")
        picture("persetujuan")
        return finish()
    }

    private fun search(family: Family) {
        stage.tap(stage.view<View>(R.id.nav_search))
        stage.type(stage.view(R.id.search_field), family.nik)
        stage.pause()
        picture("cari")
        stage.tap(stage.view<View>(R.id.register_new))
        hand.chooseIfAsked()
    }

    private fun household(family: Family) {
        hand.open("household")
        family.household.forEach(hand::put)
        picture("keluarga")
        hand.open("members")
        family.member.forEach(hand::put)
        picture("anggota")
        hand.open("participation")
        family.participation.forEach(hand::put)
        picture("kepesertaan")
    }

    private fun need(family: Family) {
        hand.open("cases")
        hand.add("add_case", "need")
        family.need.forEach(hand::put)
        (family.whereAsked + family.route).filterKeys(hand::sees).forEach(hand::put)
        picture("kebutuhan")
    }

    private fun finish(): String {
        hand.open("finish")
        picture("ringkasan")
        stage.tap(stage.view<View>(R.id.next))
        assertTrue("not finished: ${stage.words}", stage.root.findViewById<View>(R.id.done) != null)
        val number = stage.root.all().firstNotNullOf { it.getTag(R.id.case_number) as? String }
        picture("selesai")
        stage.tap(stage.view<View>(R.id.done))
        return number
    }
}
