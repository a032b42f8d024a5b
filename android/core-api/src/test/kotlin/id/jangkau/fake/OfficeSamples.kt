package id.jangkau.fake

import id.jangkau.source.Choice
import id.jangkau.source.Fact
import id.jangkau.source.FieldKind
import id.jangkau.source.OfficeTask

/** Returns a citizen who is to be told that a case has ended. */
fun anInformTask() = OfficeTask(
    id = OFFICE_ROW,
    title = "TUMIRAH",
    subtitle = "Kabari warga",
    heading = "Sampaikan kepada warga",
    said = "Keluhan nomor 9901-2507-0K7-0009-T selesai: terpenuhi.",
    facts = listOf(
        Fact("Nomor", "9901-2507-0K7-0009-T"),
        Fact("Kabar", "Selesai"),
        Fact("Telepon", "0812 0000 0001"),
        Fact("Alamat", "RT 005/RW 002"),
        Fact("Batas waktu", "Lewat batas 14/07/2025"),
    ),
    fields = listOf(
        aField(
            "channel",
            "Cara",
            FieldKind.CHOICE,
            doc = OFFICE_ROW,
            required = true,
            choices = listOf(
                Choice("visit", "Kunjungan"),
                Choice("phone", "Telepon"),
                Choice("sms", "SMS"),
                Choice("message", "WhatsApp/pesan"),
                Choice("office", "Di kantor"),
                Choice("letter", "Surat"),
                Choice("family", "Lewat keluarga"),
            ),
        ),
        aField(
            "reached",
            "Yang menerima kabar",
            FieldKind.CHOICE,
            doc = OFFICE_ROW,
            required = true,
            choices = listOf(
                Choice("self", "Warga sendiri"),
                Choice("family", "Keluarga"),
                Choice("reporter", "Pelapor"),
                Choice("nobody", "Belum tersampaikan"),
            ),
        ),
    ),
    case = "case-1",
    household = "household-sumiati",
)

/** Returns a question about a case. */
fun aRequest() = OfficeTask(
    id = OFFICE_ROW,
    title = "YAYAH KOMARIAH",
    subtitle = "Permintaan data",
    heading = "Permintaan",
    said = "Mohon pastikan nomor KKS yang dipegang dan sejak kapan tidak menerima.",
    facts = listOf(Fact("Nomor", "9901-2507-0K7-0011-R"), Fact("Isian yang diminta", "Nomor kartu program")),
    fields = listOf(
        aField(
            "text",
            "Jawaban",
            FieldKind.LONG_TEXT,
            doc = OFFICE_ROW,
            required = true,
            maxLen = 1000,
            help = "Bila tidak dapat dijawab, tuliskan alasannya.",
        ),
    ),
    case = "case-1",
    household = "household-sumiati",
)

/** The row of both. */
const val OFFICE_ROW = "0f0e0d0c0b0a09080706050403020100"
