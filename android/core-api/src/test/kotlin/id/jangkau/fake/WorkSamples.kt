package id.jangkau.fake

import id.jangkau.source.Account
import id.jangkau.source.ChipState
import id.jangkau.source.Count
import id.jangkau.source.Home
import id.jangkau.source.ItemState
import id.jangkau.source.OutboxItem
import id.jangkau.source.SyncChip
import id.jangkau.source.TaskCard
import id.jangkau.source.TaskKind

/** Returns a worker of a fictitious desa. */
fun anAccount(enrolled: Boolean = true) = Account(
    enrolled = enrolled,
    server = if (enrolled) "https://slrt.example" else "",
    userName = "Wahyu Lestari",
    desaNames = listOf("Sidamukti"),
    deviceName = "Tablet 4",
)

/** Returns a chip that says what waits. */
fun aChip(
    state: ChipState = ChipState.WAITING,
    text: String = "12 data belum terkirim. Terakhir terkirim 15/07 16.20 WIB",
    waiting: Int = 12,
    lastAt: Long = 1_752_571_200,
) = SyncChip(state, text, waiting, lastAt)

/** Returns one piece of work. */
fun aTaskCard(
    id: String = "task-1",
    kind: TaskKind = TaskKind.UNVISITED,
    title: String = "Keluarga PAINEM",
    subtitle: String = "Belum pernah dikunjungi · desil 1",
    place: String = "RT 003/RW 001",
    dueText: String = "",
    urgent: Boolean = false,
    household: String? = "household-painem",
    visit: String? = null,
) = TaskCard(id, kind, title, subtitle, place, dueText, urgent, household, visit)

/** Returns a day's work of every kind. */
fun someTasks() = listOf(
    aTaskCard(
        "t1",
        TaskKind.INFORM,
        "TUMIRAH",
        "Kabari warga: Selesai",
        "RT 005/RW 002",
        "Lewat batas 14/07/2025",
        urgent = true,
    ),
    aTaskCard(
        "t2",
        TaskKind.RETURNED,
        "Keluarga SUMIATI",
        "Perbaiki 2 isian · dikembalikan Ratna Komariah",
        dueText = "23/07/2025",
    ),
    aTaskCard("t3", TaskKind.INFORM, "KARTINI", "Kabari warga: Dalam proses", "RT 007/RW 003", "18/07/2025"),
    aTaskCard(
        "t4",
        TaskKind.DRAFT,
        "Keluarga WAGIYO",
        "Lanjutkan kunjungan · 16/07 09.41 WIB",
        "RT 004/RW 001",
        visit = FakeCore.VISIT,
    ),
    aTaskCard(
        "t5",
        TaskKind.REQUEST,
        "YAYAH KOMARIAH",
        "Permintaan data: nomor KKS yang dipegang",
        "RT 001/RW 001",
        "18/07/2025",
    ),
    aTaskCard("t6"),
    aTaskCard(
        "t7",
        title = "Keluarga SUTRISNO HADIWIJAYA KUSUMANINGRAT",
        subtitle = "Belum pernah dikunjungi · desil 2",
    ),
    aTaskCard("t8", title = "Keluarga NGATINEM", place = "RT 006/RW 003"),
)

/** Returns the first screen's data. */
fun aHome(tasks: List<TaskCard> = someTasks(), chip: SyncChip = aChip()) = Home(
    greeting = "Wahyu Lestari",
    dateText = "Rabu, 16 Juli 2025 · Desa Sidamukti",
    chip = chip,
    counts = listOf(
        Count("visits", "Keluarga dikunjungi bulan ini", 34),
        Count("draft", "Draf", 2),
        Count("ready", "Siap kirim", 12),
        Count("sent", "Terkirim", 128),
        Count("action", "Tindakan", 1),
        Count("unvisited", "Belum dikunjungi", 1214),
    ),
    tasks = tasks,
)

/** Returns one record of each state. */
fun someOutboxItems() = listOf(
    OutboxItem("Kunjungan: Keluarga SUMIATI", ItemState.NEEDS_ACTION, "Perlu tindakan", "16/07 10.02"),
    OutboxItem("Kunjungan: Keluarga PAINEM", ItemState.READY, "Siap kirim", "16/07 09.41"),
    OutboxItem("Kunjungan: Keluarga KARTINI", ItemState.SENDING, "Sebagian, foto menyusul", "16/07 09.12"),
    OutboxItem("Kunjungan: Keluarga WAGIYO", ItemState.DRAFT, "Draf", "16/07 08.55"),
    OutboxItem("Kunjungan: Keluarga TUMIRAH", ItemState.RECEIVED, "Diterima server", "15/07 16.20"),
)
