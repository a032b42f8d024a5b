package id.jangkau.source

/** Why the core did not do what was asked: one kind for each thing the user can do next. */
sealed class FieldFailure(message: String) : Exception(message) {
    /** Enrol the tablet first. */
    class NotEnrolled : FieldFailure("the tablet is not enrolled")

    /** The Keystore gave another key than the file's. */
    class WrongKey : FieldFailure("the key does not open the file")

    /** Nothing was saved; trying again is safe. */
    class RetryLater(val detail: String) : FieldFailure("nothing was saved: $detail")

    /** Go where there is a network; everything stays on the tablet. */
    class NoNetwork : FieldFailure("no connection to the server")

    /** Change the field, or read why the step is not possible here. */
    class Refused(val field: String, val text: String) : FieldFailure("the field $field was refused")

    /** It is not here any more. */
    class NotFound : FieldFailure("not found")

    /** Ask the office for a new code. */
    class SignInAgain(val text: String) : FieldFailure("the server does not accept this tablet")

    /** The file was moved aside; the office can open it. */
    class Damaged : FieldFailure("the file was damaged and moved aside")
}
