package id.jangkau.app.platform

/** Marks a class that calls what API 26 has not; whoever uses it asks for the level first. */
@Retention(AnnotationRetention.BINARY)
@Target(AnnotationTarget.CLASS)
annotation class AboveFloor
