package id.jangkau.screen.about

import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.Turn
import id.jangkau.source.AccountSource
import id.jangkau.source.WorkSource

/** Reads who works here, with which tablet and server. */
class AboutPresenter(
    private val accounts: AccountSource,
    private val work: WorkSource,
) : Presenter<AboutState, AboutEvent>() {
    override val start = AboutState(account = null, home = null, problem = null)

    override val opening = AboutEvent.Refresh

    override fun route(state: AboutState) = Route.About

    override fun act(now: AboutState, event: AboutEvent): Turn<AboutState> = when (event) {
        AboutEvent.Refresh -> read()
        is AboutEvent.Leave -> Turn.to(event.way)
    }

    private fun read(): Turn<AboutState> {
        val account = accounts.account()
        val home = work.home()
        return Turn({ it.copy(account = account, home = home, problem = null) })
    }
}
