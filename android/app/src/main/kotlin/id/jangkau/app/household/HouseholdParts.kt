package id.jangkau.app.household

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import id.jangkau.app.R
import id.jangkau.app.kit.Badge
import id.jangkau.app.kit.Flow
import id.jangkau.app.kit.Meaning
import id.jangkau.app.kit.Tile
import id.jangkau.app.kit.before
import id.jangkau.app.kit.caseNumber
import id.jangkau.app.kit.column
import id.jangkau.app.kit.line
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.pressable
import id.jangkau.app.kit.put
import id.jangkau.app.kit.px
import id.jangkau.app.kit.rule
import id.jangkau.app.kit.sign
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.words
import id.jangkau.source.CaseRow
import id.jangkau.source.Fact
import id.jangkau.source.MemberRow

/** Returns the programs of a family, each with what is known of it. */
fun Context.programBadges(programs: List<Fact>): View = Flow(this).apply {
    programs.forEach { program ->
        val words = listOf(program.label, program.value).filter { it.isNotEmpty() }.joinToString(": ")
        addView(Badge(context).apply { show(words, Meaning.PLAIN, R.drawable.sign_card_sign) })
    }
}

/** Returns the cases that are under way, number first. */
fun Context.caseCards(cases: List<CaseRow>, open: (CaseRow) -> Unit): View = column().apply {
    cases.forEachIndexed { at, case ->
        val card = context.line().pad(R.dimen.space_4, R.dimen.space_3)
        card.setBackgroundResource(R.drawable.card_sunk)
        val words = context.column()
        words.put(context.words(R.style.Text_Row, context.caseNumber(case.number)))
        words.put(
            context.words(
                R.style.Text_Second,
                listOf(case.title, case.stateText).filter {
                    it.isNotEmpty()
                }.joinToString(" · "),
            ),
        )
        card.put(words, 0, weight = 1f)
        card.addView(context.sign(R.drawable.sign_chevron_right, R.color.ink_2))
        card.pressable { open(case) }
        stack(card, if (at == 0) 0 else R.dimen.space_2)
    }
}

/** Returns who lives there, the head first. */
fun Context.memberRows(members: List<MemberRow>): View = column().apply {
    members.forEachIndexed { at, member ->
        if (at > 0) rule()
        val row: LinearLayout = context.line().pad(R.dimen.space_4, R.dimen.space_2)
        row.minimumHeight = context.px(R.dimen.row)
        row.addView(Tile(context).apply { show(R.drawable.sign_person, Meaning.LAUT) })
        val words = context.column()
        words.put(context.words(R.style.Text_Row, member.name))
        words.put(context.words(R.style.Text_Second, member.detail))
        row.put(words, 0, weight = 1f).before(R.dimen.space_4)
        stack(row)
    }
}
