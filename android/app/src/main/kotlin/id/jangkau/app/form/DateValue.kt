package id.jangkau.app.form

/** A date cut to what is known, in three fields and a tick; `1958-12-31`, `1958-12`, `1958`, each maybe with `~`. */
data class DateValue(val day: String, val month: String, val year: String, val estimated: Boolean) {
    /** Whether enough is there to be a date at all. */
    val hasYear: Boolean get() = year.length == YEAR_DIGITS

    /** Returns the one string; what does not fit together is left for the core to say. */
    fun write(): String {
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) return ""
        val parts = when {
            day.isNotEmpty() -> listOf(year, month.padStart(2, '0'), day.padStart(2, '0'))
            month.isNotEmpty() -> listOf(year, month.padStart(2, '0'))
            else -> listOf(year)
        }
        return parts.joinToString("-") + if (estimated) "~" else ""
    }

    companion object {
        private const val YEAR_DIGITS = 4

        /** Returns the parts of a string; a part that is not there is empty. */
        fun read(value: String): DateValue {
            val parts = value.removeSuffix("~").split('-')
            return DateValue(
                day = parts.getOrElse(2) { "" }.trimStart('0'),
                month = parts.getOrElse(1) { "" }.trimStart('0'),
                year = parts[0],
                estimated = value.endsWith('~'),
            )
        }
    }
}
