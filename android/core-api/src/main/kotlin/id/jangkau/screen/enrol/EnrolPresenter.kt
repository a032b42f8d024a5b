package id.jangkau.screen.enrol

import id.jangkau.screen.Go
import id.jangkau.screen.Presenter
import id.jangkau.screen.Route
import id.jangkau.screen.Turn
import id.jangkau.source.AccountSource

/** Takes address and code to the server; a tablet that is enrolled goes on to today's work. */
class EnrolPresenter(private val accounts: AccountSource, deviceName: String) : Presenter<EnrolState, EnrolEvent>() {
    override val start = EnrolState(
        server = "",
        code = "",
        deviceName = deviceName,
        busy = false,
        incomplete = false,
        problem = null,
    )

    override val opening = EnrolEvent.Opened

    override fun route(state: EnrolState) = Route.Enrol

    override fun atOnce(now: EnrolState, event: EnrolEvent) = when (event) {
        EnrolEvent.Opened -> now
        is EnrolEvent.Server -> now.copy(server = event.text)
        is EnrolEvent.Code -> now.copy(code = event.text)
        is EnrolEvent.DeviceName -> now.copy(deviceName = event.text)
        EnrolEvent.Enrol -> now.copy(busy = now.complete(), incomplete = !now.complete(), problem = null)
    }

    override fun act(now: EnrolState, event: EnrolEvent): Turn<EnrolState> {
        if (event != EnrolEvent.Enrol || !now.complete()) return Turn.none()
        accounts.enrol(now.server.trim(), now.code.trim(), now.deviceName.trim())
        return Turn({ it.copy(busy = false) }, Go.Root(Route.Home))
    }

    private fun EnrolState.complete() = server.isNotBlank() && code.isNotBlank() && deviceName.isNotBlank()
}
