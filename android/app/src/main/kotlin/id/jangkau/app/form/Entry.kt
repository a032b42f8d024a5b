package id.jangkau.app.form

import android.text.InputType

/** How a kind of text is typed and shown: which keyboard, which characters, in groups of how many. */
class Entry(
    val keyboard: Int,
    val allowed: String?,
    private val group: Group,
    val prefix: String,
    val lines: Int,
) {
    /** How characters stand together. */
    enum class Group(val size: Int, val separator: String) {
        /** As typed. */
        NONE(0, ""),

        /** Four and four from the left, as on the KTP. */
        FOURS(4, " "),

        /** Thousands, counted from the right. */
        THOUSANDS(3, "."),
    }

    /** Whether separators are put in while typing. */
    val grouped: Boolean get() = group != Group.NONE

    /** Whether the length is fixed, so that missing digits are counted. */
    val counted: Boolean get() = group == Group.FOURS

    /** Returns whether a character in the field is typed, not put in. */
    fun typed(char: Char): Boolean = char.toString() != group.separator

    /** Returns whether the value is so short that the field follows it: RT, RW. */
    fun short(longest: Int): Boolean = lines == 1 && allowed != null && longest in 1..SHORT

    /** Returns what is stored of what stands in the field. */
    fun raw(shown: String): String = if (allowed == null) shown else shown.filter { it in allowed && typed(it) }

    /** Returns what stands in the field for what is stored. */
    fun shown(raw: String): String = when (group) {
        Group.NONE -> raw
        Group.FOURS -> raw.chunked(group.size).joinToString(group.separator)
        Group.THOUSANDS -> raw.reversed().chunked(group.size).joinToString(group.separator).reversed()
    }

    /** The entries without a length of their own. */
    companion object {
        private const val NAMES = InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_FLAG_CAP_CHARACTERS or
            InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS
        private const val PROSE = InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_FLAG_CAP_SENTENCES or
            InputType.TYPE_TEXT_FLAG_MULTI_LINE
        private const val FIGURES = InputType.TYPE_CLASS_NUMBER
        private const val DIGITS = "0123456789"
        private const val OFFICIAL_LENGTH = 16
        private const val SHORT = 6
        private const val REMARK = 500
        private const val STORY_LINES = 4

        /** One line; names stand in capitals as on the KTP. */
        val WORDS = Entry(NAMES, allowed = null, Group.NONE, prefix = "", lines = 1)

        /** A quantity. */
        val NUMBER = Entry(FIGURES, DIGITS, Group.NONE, prefix = "", lines = 1)

        /** Whole rupiah. */
        val MONEY = Entry(FIGURES, "$DIGITS.", Group.THOUSANDS, prefix = "Rp", lines = 1)

        /** A telephone number, with the signs people write into it. */
        val PHONE = Entry(InputType.TYPE_CLASS_PHONE, "$DIGITS+-() ", Group.NONE, prefix = "", lines = 1)

        /** Several lines: more for a story than for a remark. */
        fun prose(length: Int): Entry =
            Entry(PROSE, allowed = null, Group.NONE, prefix = "", lines = if (length in 1..REMARK) 2 else STORY_LINES)

        /** Digits that are not a quantity; NIK and KK stand in groups of four. */
        fun digits(length: Int): Entry =
            Entry(
                FIGURES,
                "$DIGITS ",
                if (length ==
                    OFFICIAL_LENGTH
                ) {
                    Group.FOURS
                } else {
                    Group.NONE
                },
                prefix = "",
                lines = 1,
            )
    }
}
