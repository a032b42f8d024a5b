package id.jangkau.fake

import id.jangkau.source.Choice
import id.jangkau.source.FieldKind
import id.jangkau.source.FormAction
import id.jangkau.source.FormView

/** Returns every section of a visit, by key. */
fun someForms(): Map<String, FormView> = listOf(
    aForm("household", listOf(aGroup("household-1", "Keluarga", householdFields()))),
    aForm(
        "members",
        members(),
        FormAction("same_as_before", "Sama seperti sebelumnya"),
        FormAction("add_member", "Tambah anggota"),
    ),
    aForm(
        "participation",
        listOf(aGroup("person-1", "PBI-JK", listOf(participation()))),
        FormAction("add_program", "Tambah program"),
    ),
    aForm(
        "cases",
        listOf(
            aGroup("case-1", "Kebutuhan", caseFields(), removable = true),
            aGroup("case-2", "Pengaduan", caseFields() + amount(), removable = true),
        ),
        FormAction("add_case", "Tambah keluhan atau kebutuhan"),
    ),
    aForm("consent", listOf(aGroup("event-1", "Persetujuan", listOf(consent())))),
    aForm("finish", emptyList(), FormAction("finish", "Kirim")),
).associateBy { it.section }

/** Returns the fields of one member: the first has a NIK that lacks a digit and a date that is often a stand-in. */
fun memberFields(nik: String) = listOf(
    aField(
        "f/nik",
        "NIK",
        FieldKind.DIGITS,
        value = nik,
        required = true,
        maxLen = 16,
        error = if (nik.length == 16) "" else "NIK harus 16 angka. Kurang ${16 - nik.length} angka.",
        registerValue = "9901017112580003",
    ),
    aField(
        "f/birth_date",
        "Tanggal lahir",
        FieldKind.DATE,
        value = "1958-12-31",
        required = true,
        warning = "31 Desember sering dipakai bila tanggal tidak diketahui. Lanjutkan bila sesuai KTP.",
    ),
    aField(
        "f/sex",
        "Jenis kelamin",
        FieldKind.CHOICE,
        value = "female",
        required = true,
        help = "Terisi dari NIK.",
        choices = listOf(Choice("male", "Laki-laki"), Choice("female", "Perempuan")),
    ),
    aField(value = "PAINEM", help = "Untuk membedakan warga bernama sama."),
    aField(
        "f/education",
        "Pendidikan tertinggi",
        FieldKind.CHOICE,
        value = "c1",
        choices = someChoices("Tidak sekolah", "SD", "SMP", "SMA", "Diploma", "Sarjana"),
    ),
    aField(
        "set/papers",
        "Kartu identitas yang dimiliki",
        FieldKind.MULTI_CHOICE,
        value = "c0,c2",
        choices = someChoices("KTP", "KIA", "KIS", "KKS"),
    ),
    aField("f/chronic", "Penyakit menahun", FieldKind.YES_NO, value = "false"),
    aField("f/phone", "Telepon/WhatsApp", FieldKind.PHONE, maxLen = 20),
)

private fun members() = listOf(
    aGroup("person-1", "Anggota 1: SUMIATI", memberFields("990101711258003")),
    aGroup("person-2", "Anggota 2: PAIJO", memberFields("9901010102870002")),
    aGroup("person-3", "Anggota 3: RIZKY", memberFields("")),
)

private fun householdFields() = listOf(
    aField(
        "f/kk",
        "Nomor Kartu Keluarga (KK)",
        FieldKind.DIGITS,
        value = "9901011203150007",
        required = true,
        maxLen = 16,
    ),
    aField("f/address", "Alamat", value = "DSN. KRAJAN", required = true, maxLen = 200),
    aField("f/rt", "RT", FieldKind.DIGITS, value = "003", required = true, maxLen = 3),
    aField("f/rw", "RW", FieldKind.DIGITS, value = "001", required = true, maxLen = 3),
    aField("f/size", "Jumlah anggota menurut warga", FieldKind.NUMBER, value = "3", required = true, maxLen = 2),
    aField("f/desa", "Desa/Kelurahan", FieldKind.READ_ONLY, value = "Sidamukti"),
)

private fun participation() = aField(
    "prog/pbi-jk/status",
    "PBI-JK",
    FieldKind.CHOICE,
    value = "c0",
    choices = someChoices("Sedang menerima", "Berhenti", "Tidak pernah", "Tidak tahu"),
)

private fun caseFields() = listOf(
    aField("f/program", "Program terkait", FieldKind.PROGRAM, value = "c0", required = true, choices = manyPrograms()),
    aField(
        "f/story",
        "Uraian",
        FieldKind.LONG_TEXT,
        value = "Belum pernah menerima Sembako.",
        required = true,
        maxLen = 2000,
    ),
)

private fun amount() =
    aField("f/amount", "Jumlah yang dikeluhkan", FieldKind.MONEY, value = "600000", maxLen = 12)

private fun manyPrograms() = someChoices("Program Sembako", "PKH", *Array(18) { "Program daerah ${it + 1}" })

private fun consent() = aField("consent", "Warga setuju datanya dicatat", FieldKind.YES_NO, required = true)
