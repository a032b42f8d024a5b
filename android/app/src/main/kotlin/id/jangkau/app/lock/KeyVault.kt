package id.jangkau.app.lock

/** Keeps the raw key of the tablet's encrypted file. */
fun interface KeyVault {
    /** Returns the 32 bytes; makes them on the first call. */
    fun fileKey(): ByteArray
}
