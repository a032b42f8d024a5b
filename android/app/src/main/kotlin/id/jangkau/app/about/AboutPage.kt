package id.jangkau.app.about

import android.content.Context
import android.view.View
import android.widget.LinearLayout
import android.widget.ScrollView
import id.jangkau.app.R
import id.jangkau.app.home.CountsColumn
import id.jangkau.app.kit.AppBar
import id.jangkau.app.kit.ChipView
import id.jangkau.app.kit.FILL
import id.jangkau.app.kit.FIT
import id.jangkau.app.kit.Frame
import id.jangkau.app.kit.Nav
import id.jangkau.app.kit.Page
import id.jangkau.app.kit.ProblemBanner
import id.jangkau.app.kit.column
import id.jangkau.app.kit.facts
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.stack
import id.jangkau.app.kit.titledCard
import id.jangkau.screen.Go
import id.jangkau.screen.Route
import id.jangkau.screen.about.AboutEvent
import id.jangkau.screen.about.AboutState
import id.jangkau.source.Account
import id.jangkau.source.Fact

/** "Lainnya": who works here, with which tablet and server, and the figures that a narrow first screen leaves out. */
class AboutPage(private val context: Context, private val send: (AboutEvent) -> Unit) : Page<AboutState> {
    private val bar = AppBar(context).withMark()
    private val chip = ChipView(context) { send(AboutEvent.Leave(Go.To(Route.Outbox))) }
    private val nav = Nav(context, Route.About) { send(AboutEvent.Leave(it)) }
    private val problem = ProblemBanner(context)
    private val counts = CountsColumn(context)
    private val account: LinearLayout = context.column()
    private var shown: Account? = null

    override val view: View

    init {
        bar.show(context.getString(R.string.nav_about), "")
        bar.end.addView(chip)
        val content = context.column().pad(R.dimen.page_margin, R.dimen.space_4)
        content.stack(problem.view)
        content.stack(account)
        content.stack(counts.view, R.dimen.space_4)
        val scroll = ScrollView(context).apply { addView(content, FILL, FIT) }
        view = Frame(context, bar, nav, scroll, actions = null).view
    }

    override fun show(state: AboutState) {
        chip.show(state.home?.chip)
        nav.show(state.home?.drafts ?: 0, state.home?.returned ?: 0)
        problem.show(state.problem)
        counts.show(state.home?.counts.orEmpty())
        if (state.account == shown) return
        shown = state.account
        account.removeAllViews()
        state.account?.let {
            account.stack(context.titledCard(it.userName, context.facts(factsOf(it)).pad(R.dimen.space_4)))
        }
    }

    private fun factsOf(account: Account) = listOf(
        Fact(context.getString(R.string.about_desa), account.desaNames.joinToString(", ")),
        Fact(context.getString(R.string.about_tablet), account.deviceName),
        Fact(context.getString(R.string.about_server), account.server),
        Fact(context.getString(R.string.about_version), version()),
    )

    private fun version() = context.packageManager.getPackageInfo(context.packageName, 0).versionName.orEmpty()
}
