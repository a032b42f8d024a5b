package id.jangkau.fake

import id.jangkau.source.Fact
import id.jangkau.source.FieldKind
import id.jangkau.source.FindingView
import id.jangkau.source.Finished
import id.jangkau.source.NumberCard
import id.jangkau.source.ReturnedView

/** Returns one registration number with its spoken groups. */
fun aNumberCard(
    number: String = "9901-2507-0K7-0012-G",
    title: String = "Kebutuhan",
    program: String = "Program Sembako",
) = NumberCard(
    number = number,
    spoken = listOf(
        "sembilan sembilan nol satu",
        "dua lima nol tujuh",
        "nol, ka (kopi), tujuh",
        "nol nol satu dua",
        "ge (garam)",
    ),
    title = title,
    program = program,
)

/** Returns the end of a visit. */
fun aFinished(numbers: List<NumberCard> = listOf(aNumberCard())) = Finished(
    numbers = numbers,
    sentence = "“Keluhan Ibu sudah dicatat. Simpan nomor ini. Kami mengabari Ibu bila ada hasil, " +
        "atau tanyakan di Puskesos Sidamukti.”",
    recorded = listOf(
        Fact("Kebutuhan: Program Sembako", "Menunggu telaah Supervisor"),
        Fact("3 anggota, 1 anggota baru", ""),
        Fact("3 kepesertaan program", ""),
    ),
    next = "Ditelaah Supervisor, 3 hari kerja",
    savedText = "Tersimpan di perangkat. Terkirim sendiri saat ada jaringan.",
)

/** Returns a record with two fields that came back, one of them corrected. */
fun aReturnedView() = ReturnedView(
    id = "return-1",
    title = "Keluarga SUMIATI",
    subtitle = "RT 003/RW 001, Krajan · kunjungan 14/07/2025",
    by = "Ratna Komariah",
    note = "",
    dueText = "23/07/2025",
    fields = listOf(
        aField(
            "f/nik",
            "NIK · RIZKY",
            FieldKind.DIGITS,
            doc = "person-3",
            maxLen = 16,
            note = "Mohon tanyakan apakah akta kelahiran sudah ada. Bila ada, isi NIK dari akta itu.",
        ),
        aField(
            "f/address",
            "Alamat",
            doc = "household-1",
            value = "DSN. KRAJAN NO. 12",
            oldValue = "KRAJAN",
            note = "Tuliskan nama dusun dan nomor rumah.",
        ),
    ),
    history = listOf(Fact("16/07 10.04", "Dikembalikan dengan 2 catatan"), Fact("14/07 10.12", "Dikirim")),
)

/** Returns what stands in the way of sending, one in each section. */
fun someFindings() = listOf(
    FindingView("members", "person-1", "f/nik", "SUMIATI: NIK harus 16 angka. Kurang 1 angka."),
    FindingView("members", "person-3", "f/nik", "RIZKY: NIK wajib diisi, atau pilih mengapa belum ada."),
    FindingView("consent", "event-1", "consent", "Pilih apakah warga setuju datanya dicatat."),
)
