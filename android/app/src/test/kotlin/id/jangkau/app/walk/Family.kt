package id.jangkau.app.walk

/** What is typed about an invented family of one, by key and value. The driver may say name, NIK, KK and story. */
class Family(said: (String, String) -> String) {
    /** The head's NIK. */
    val nik = said("nik", "9901017112587001")

    private val name = said("name", "SUMIATI WULANDARI")
    private val kk = said("kk", "9901011203157001")
    private val story = said("story", "Belum pernah menerima sembako, <b>desil 2</b> & tinggal \"sendiri\".")

    /** The family's fields. */
    val household = mapOf(
        "f/kk" to kk,
        "f/address" to "Dusun Krajan",
        "f/rt" to "003",
        "f/rw" to "001",
        "f/size" to "1",
    )

    /** The head's fields. */
    val member = mapOf(
        "f/name" to name,
        "f/nik" to nik,
        "f/birth_date" to "31/12/1958",
        "f/sex" to "female",
    )

    /** What is asked of each program; the source follows the answer. */
    val participation = listOf("sembako", "lpg3", "pbi").flatMap {
        listOf("prog/$it/status" to "never", "prog/$it/source" to "said")
    }.toMap()

    /** The need. */
    val need = mapOf(
        "f/subcat" to "k01",
        "f/program" to "sembako",
        "set/ppks" to "poor",
        "f/story" to story,
    )

    /** Asked only where the register of the desa is on the tablet. */
    val whereAsked = mapOf("f/no_listing_why" to "Belum ada musyawarah desa")

    /** Asked at a Puskesos only: who handles the case. */
    val route = listOf(said("route", "")).filter { it.isNotEmpty() }.associateBy { "submit/route" }

    /** What the driver should know. */
    val facts = mapOf("name" to name, "nik" to nik, "kk" to kk, "story" to story)
}
