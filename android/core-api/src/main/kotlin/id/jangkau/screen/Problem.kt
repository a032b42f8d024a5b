package id.jangkau.screen

import id.jangkau.source.FieldFailure

/** What did not work; [text] is the core's own sentence, empty where the screen has one. */
data class Problem(val kind: ProblemKind, val text: String) {
    companion object {
        /** Returns what a screen says about a failure. */
        fun of(failure: FieldFailure): Problem = when (failure) {
            is FieldFailure.NotEnrolled -> Problem(ProblemKind.NOT_ENROLLED, "")
            is FieldFailure.WrongKey -> Problem(ProblemKind.WRONG_KEY, "")
            is FieldFailure.RetryLater -> Problem(ProblemKind.NOT_SAVED, "")
            is FieldFailure.NoNetwork -> Problem(ProblemKind.NO_NETWORK, "")
            is FieldFailure.Refused -> Problem(ProblemKind.REFUSED, failure.text)
            is FieldFailure.NotFound -> Problem(ProblemKind.NOT_FOUND, "")
            is FieldFailure.SignInAgain -> Problem(ProblemKind.SIGN_IN_AGAIN, failure.text)
            is FieldFailure.Damaged -> Problem(ProblemKind.DAMAGED, "")
        }
    }
}

/** The problems a screen has words for. */
enum class ProblemKind { NOT_ENROLLED, WRONG_KEY, NOT_SAVED, NO_NETWORK, REFUSED, NOT_FOUND, SIGN_IN_AGAIN, DAMAGED }
