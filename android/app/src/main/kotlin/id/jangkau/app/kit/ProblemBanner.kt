package id.jangkau.app.kit

import android.content.Context
import android.view.View
import id.jangkau.app.R
import id.jangkau.screen.Problem
import id.jangkau.screen.ProblemKind

/** Says what did not work and what to do; removed when there is nothing to say. */
class ProblemBanner(context: Context) {
    private val notice = Notice(context, Notice.Kind.ERROR).apply {
        accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE
        id = R.id.problem
        shown(false)
    }

    /** The box. */
    val view: View = notice

    /** Shows a problem, or none. */
    fun show(problem: Problem?) = notice.say(problem?.let { text(it) })

    private fun text(problem: Problem): String = problem.text.ifEmpty { view.context.getString(words(problem.kind)) }

    private fun words(kind: ProblemKind) = when (kind) {
        ProblemKind.NOT_ENROLLED -> R.string.problem_not_enrolled
        ProblemKind.WRONG_KEY -> R.string.problem_wrong_key
        ProblemKind.NOT_SAVED -> R.string.problem_not_saved
        ProblemKind.NO_NETWORK -> R.string.problem_no_network
        ProblemKind.REFUSED -> R.string.problem_refused
        ProblemKind.NOT_FOUND -> R.string.problem_not_found
        ProblemKind.SIGN_IN_AGAIN -> R.string.problem_sign_in_again
        ProblemKind.DAMAGED -> R.string.problem_damaged
    }
}
