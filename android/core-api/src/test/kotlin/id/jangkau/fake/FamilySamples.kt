package id.jangkau.fake

import id.jangkau.source.CaseRow
import id.jangkau.source.CaseView
import id.jangkau.source.Fact
import id.jangkau.source.HitSource
import id.jangkau.source.HouseholdView
import id.jangkau.source.MemberRow
import id.jangkau.source.SearchHit

/** Returns a person that this worker recorded. */
fun aHit(
    id: String = "person-sumiati",
    household: String? = "household-sumiati",
    source: HitSource = HitSource.OWN,
    title: String = "SUMIATI",
    subtitle: String = "66 tahun · RT 003/RW 001, Krajan",
    badge: String = "Sudah dicatat",
    nikMasked: String = "…0003",
    registerRow: String? = null,
    possibleDouble: String? = null,
) = SearchHit(id, household, source, title, subtitle, badge, nikMasked, registerRow, possibleDouble)

/** Returns people of all three sources whose names begin alike. */
fun someHits() = listOf(
    aHit(),
    aHit("p2", "h2", title = "SUMIATUN", subtitle = "41 tahun · RT 001/RW 002, Krajan", nikMasked = "…0021"),
    aHit(
        "p3",
        "h3",
        HitSource.OFFICE,
        "SUMIAH",
        "RT tidak dicatat · Krajan · datang ke Sekretariat 23/06/2025",
        "Dari kantor",
        "",
        possibleDouble = "SUMIATI",
    ),
    aHit(
        "r4",
        null,
        HitSource.REGISTER,
        "SUMIARTI",
        "58 tahun · RT 006/RW 003 · desil 4",
        "Data acuan",
        "…0004",
        "row-4",
    ),
    aHit(
        "r5",
        null,
        HitSource.REGISTER,
        "SUMIASIH",
        "72 tahun · RT 002/RW 002 · desil 1",
        "Data acuan",
        "…0008",
        "row-5",
    ),
)

/** Returns a family with programs and an open case. */
fun aHousehold(id: String = "household-sumiati", badge: String? = null) = HouseholdView(
    id = id,
    title = "Keluarga SUMIATI",
    address = "Dsn. Krajan RT 003/RW 001",
    facts = listOf(
        Fact("KK", "9901 0112 0315 0007"),
        Fact("Anggota", "3 orang"),
        Fact("Data acuan", "Terdaftar, desil 2"),
    ),
    members = listOf(
        MemberRow("person-sumiati", "SUMIATI", "Kepala keluarga, 66 tahun"),
        MemberRow("person-paijo", "PAIJO", "Anak, 38 tahun"),
        MemberRow("person-rizky", "RIZKY", "Cucu, 4 tahun"),
    ),
    programs = listOf(
        Fact("PBI-JK", "Sedang menerima"),
        Fact("LPG 3 kg", "Sedang menerima"),
        Fact("Sembako", "Tidak pernah"),
    ),
    openCases = listOf(CaseRow("case-1", "9901-2507-0K7-0012-G", "Kebutuhan · Sembako", "Menunggu telaah Supervisor")),
    badge = badge,
    lastVisitText = "Dikunjungi 14/07/2025 oleh Anda",
)

/** Returns a family with long names, many members, a clash and nothing open. */
fun aLongHousehold() = aHousehold("household-long", badge = "Data berbeda: tanggal lahir menunggu Administrator").copy(
    title = "Keluarga RADEN AJENG SITI NURHALIZAH KUSUMANINGRAT HADIWIJAYA BINTI ABDURRAHMAN",
    address = "Dsn. Karanglo Wetan, Gg. Masjid Jami Al-Istiqomah No. 114 RT 012/RW 004",
    members = (1..9).map {
        MemberRow("person-$it", "MUHAMMAD ABDURRAHMAN SHIDDIQ AL-FARUQI KE-$it", "Menantu dari istri kedua, $it tahun")
    },
    programs = emptyList(),
    openCases = emptyList(),
)

/** Returns where a case stands. */
fun aCase() = CaseView(
    number = "9901-2507-0K7-0012-G",
    title = "Kebutuhan · Program Sembako",
    stateText = "Dirujuk",
    word = "Dalam proses",
    facts = listOf(Fact("Pelapor", "SUMIATI"), Fact("Uraian", "Belum pernah menerima Sembako.")),
    history = listOf(
        Fact("15/07 11.15", "Ratna Komariah meneruskan ke Manajer"),
        Fact("14/07 10.10", "Dicatat oleh Anda"),
    ),
)
