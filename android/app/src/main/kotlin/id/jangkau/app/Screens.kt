package id.jangkau.app

import android.content.Context
import id.jangkau.app.about.AboutPage
import id.jangkau.app.casecard.CasePage
import id.jangkau.app.enrol.EnrolPage
import id.jangkau.app.finished.FinishedPage
import id.jangkau.app.home.HomePage
import id.jangkau.app.household.HouseholdPage
import id.jangkau.app.kit.Page
import id.jangkau.app.office.OfficePage
import id.jangkau.app.outbox.OutboxPage
import id.jangkau.app.returned.ReturnedPage
import id.jangkau.app.search.SearchPage
import id.jangkau.app.tasks.TasksPage
import id.jangkau.app.visit.VisitPage
import id.jangkau.screen.Go
import id.jangkau.screen.Loop
import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.ScreenState
import id.jangkau.screen.SyncStarter
import id.jangkau.screen.about.AboutPresenter
import id.jangkau.screen.casecard.CasePresenter
import id.jangkau.screen.enrol.EnrolPresenter
import id.jangkau.screen.finished.FinishedDesk
import id.jangkau.screen.finished.FinishedPresenter
import id.jangkau.screen.home.HomePresenter
import id.jangkau.screen.household.HouseholdPresenter
import id.jangkau.screen.office.OfficePresenter
import id.jangkau.screen.outbox.OutboxPresenter
import id.jangkau.screen.returned.ReturnedPresenter
import id.jangkau.screen.search.SearchPresenter
import id.jangkau.screen.tasks.TaskList
import id.jangkau.screen.tasks.TasksPresenter
import id.jangkau.screen.visit.VisitPresenter
import id.jangkau.source.Choice
import id.jangkau.source.FieldCore

/** Builds the live screen of a route: which presenter decides and which page draws. */
class Screens(
    private val core: FieldCore,
    private val syncer: SyncStarter,
    private val threads: Threads,
    private val deviceName: String,
    private val caseKinds: List<Choice>,
    private val desk: FinishedDesk,
    private val go: (Go) -> Unit,
) {
    /** Returns a new live screen. */
    fun make(route: Route): LiveScreen<*, *> = when (route) {
        Route.Enrol -> live(EnrolPresenter(core, deviceName), ::EnrolPage)
        Route.Home -> live(HomePresenter(core, core), ::HomePage)
        is Route.Search -> live(SearchPresenter(route.words, core, core, core, core, core), ::SearchPage)
        is Route.Household -> live(HouseholdPresenter(route.id, core, core, core), ::HouseholdPage)
        is Route.Visit -> live(VisitPresenter(route.id, route.section, core, desk, caseKinds), ::VisitPage)
        is Route.Finished -> live(FinishedPresenter(route.visit, desk, core, core), ::FinishedPage)
        is Route.Returned -> live(ReturnedPresenter(route.id, core, core, desk), ::ReturnedPage)
        is Route.Office -> live(OfficePresenter(route.id, core, core, desk), ::OfficePage)
        is Route.Case -> live(CasePresenter(route.id, core), ::CasePage)
        Route.Drafts -> tasks(TaskList.DRAFTS)
        Route.ReturnedList -> tasks(TaskList.RETURNED)
        Route.Outbox -> live(OutboxPresenter(core, syncer), ::OutboxPage)
        Route.About -> live(AboutPresenter(core, core), ::AboutPage)
    }

    private fun tasks(list: TaskList) = live(TasksPresenter(list, core, core)) { context, send ->
        TasksPage(context, list, send)
    }

    private fun <S : ScreenState<S>, E> live(presenter: Presenter<S, E>, draw: (Context, (E) -> Unit) -> Page<S>) =
        LiveScreen(Loop(presenter, threads.core, threads.screen, go), draw)
}
