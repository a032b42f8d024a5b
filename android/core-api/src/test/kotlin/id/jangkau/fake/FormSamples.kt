package id.jangkau.fake

import id.jangkau.source.Choice
import id.jangkau.source.FieldKind
import id.jangkau.source.FieldSaved
import id.jangkau.source.FieldView
import id.jangkau.source.FormAction
import id.jangkau.source.FormView
import id.jangkau.source.GroupView
import id.jangkau.source.SearchHit
import id.jangkau.source.SectionView

/** Returns one field. */
fun aField(
    key: String = "f/mother",
    label: String = "Nama gadis ibu kandung",
    kind: FieldKind = FieldKind.TEXT,
    doc: String = "person-1",
    value: String = "",
    choices: List<Choice> = emptyList(),
    required: Boolean = false,
    help: String = "",
    maxLen: Int = 100,
    error: String = "",
    warning: String = "",
    note: String = "",
    registerValue: String = "",
    oldValue: String = "",
) = FieldView(
    key,
    doc,
    label,
    kind,
    value,
    value,
    choices,
    required,
    help,
    maxLen,
    error,
    warning,
    note,
    registerValue,
    oldValue,
)

/** Returns choices whose keys are their places. */
fun someChoices(vararg labels: String) = labels.mapIndexed { at, label -> Choice("c$at", label) }

/** Returns what a save answers. */
fun aFieldSaved(
    error: String = "",
    warning: String = "",
    normalised: String = "",
    similar: List<SearchHit> = emptyList(),
) = FieldSaved("Tersimpan di perangkat 09.41", error, warning, normalised, similar)

/** Returns fields of one document. */
fun aGroup(doc: String, title: String, fields: List<FieldView>, removable: Boolean = false) =
    GroupView(key = doc, doc = doc, title = title, fields = fields.map { it.copy(doc = doc) }, removable = removable)

/** Returns the rail with one section shown. */
fun someSections(current: String) = listOf(
    SectionView("household", "Keluarga", 7, 7, 0, current == "household"),
    SectionView("members", "Anggota", 9, 12, 2, current == "members"),
    SectionView("participation", "Kepesertaan", 3, 5, 0, current == "participation"),
    SectionView("cases", "Keluhan dan kebutuhan", 1, 4, 0, current == "cases"),
    SectionView("consent", "Persetujuan warga", 0, 2, 0, current == "consent"),
    SectionView("finish", "Ringkasan", 0, 0, 0, current == "finish"),
)

/** Returns one section of a visit. */
fun aForm(section: String, groups: List<GroupView>, vararg actions: FormAction) = FormView(
    visit = FakeCore.VISIT,
    title = "Kunjungan: Keluarga SUMIATI",
    subtitle = "Penjangkauan · mulai 09.35",
    section = section,
    sections = someSections(section),
    groups = groups,
    savedText = "Tersimpan di perangkat 09.41",
    registerNote = null,
    actions = actions.toList(),
)
