// A small week of work: enough families that every page has something to show.
import { Tablet } from "./tablet.mjs";
import { Visit } from "./worker.mjs";

const NEED = {
  "f/subcat": "k01",
  "f/program": "sembako",
  "f/story":
    "Belum pernah menerima sembako. Tinggal dengan anak dan satu cucu, penghasilan dari buruh tani musiman.",
  "f/no_listing_why": "Sudah terdaftar di desil 2",
  "f/consent_refer": "thumb",
};

/** The families of the week; every name and number is invented, NIK and KK begin with 99. */
const FAMILIES = [
  {
    head: { "f/name": "SUMIATI", "f/nik": "9901014112580003", "f/birth_date": "1958-12-31", "f/sex": "female" },
    others: [
      { "f/name": "SITI RAHAYU", "f/nik": "9901014504900011", "f/birth_date": "1990-04-05", "f/sex": "female", "f/relation": "child" },
      { "f/name": "RIZKY", "f/no_nik_why": "in_process", "f/birth_date": "2019-08", "f/sex": "male", "f/relation": "grandchild" },
    ],
    house: { "f/kk": "9901011203120007", "f/size": "3", "f/rt": "003" },
    programs: { lpg3: "receiving", pbi: "receiving" },
    cases: [["need", NEED]],
  },
  {
    head: { "f/name": "SLAMET RIYANTO", "f/nik": "9901010707700002", "f/birth_date": "1970-07-07", "f/sex": "male", "f/phone": "081200000007" },
    others: [],
    house: { "f/kk": "9901012505100031", "f/size": "1", "f/rt": "002" },
    cases: [
      ["grievance", { "f/subcat": "k07", "f/program": "pkh", "f/story": "Saldo nol sejak tiga bulan, kartu masih ada." }],
      ["question", { "f/subcat": "k15", "f/program": "pbi", "f/story": "Menanyakan cara mengaktifkan kembali kartu PBI." }],
    ],
  },
  {
    head: { "f/name": "WAGIMAN", "f/nik": "9901011503550004", "f/birth_date": "1955-03-15", "f/sex": "male" },
    others: [],
    house: { "f/no_kk_why": "lost", "f/size": "1", "f/rt": "004", "f/rw": "002" },
    cases: [],
  },
  {
    head: { "f/name": "TUMINI", "f/no_nik_why": "never_made", "f/birth_date": "1949~", "f/sex": "female" },
    others: [],
    house: { "f/no_kk_why": "never_made", "f/size": "1", "f/rt": "001", "f/rw": "003" },
    cases: [["need", { ...NEED, "f/urgent": "true", "f/urgent_why": "hunger", "f/subcat": "k14", "f/program": "" , "f/sector": "civil_papers" }]],
  },
  {
    head: { "f/name": "YAYAH KOMARIAH", "f/nik": "9901016208880006", "f/birth_date": "1988-08-22", "f/sex": "female" },
    others: [
      { "f/name": "AGUS KOMARUDIN", "f/nik": "9901010109840005", "f/birth_date": "1984-09-01", "f/sex": "male", "f/relation": "husband" },
    ],
    house: { "f/kk": "9901011401090042", "f/size": "2", "f/rt": "006", "f/rw": "002" },
    programs: { sembako: "receiving" },
    cases: [["suggestion", { "f/subcat": "k16", "f/program": "pkh", "f/story": "Usul agar jadwal pencairan ditempel di balai desa." }]],
  },
];

/** One family as it was recorded. */
async function record(tablet, family) {
  const visit = await Visit.begin(tablet);
  await visit.household(family.house);
  const head = await visit.member({ "f/relation": "head", ...family.head });
  for (const other of family.others) await visit.member(other);
  await visit.programs(family.programs);
  for (const [kind, fields] of family.cases) await visit.case(kind, head, fields);
  const numbers = await visit.finish();
  return { name: family.head["f/name"], visit: visit.id, numbers };
}

/** Lets a facilitator record every family and send it; returns what was recorded, by name. */
export async function smallWeek(server) {
  const tablet = await Tablet.enrolled(server, "fs01");
  const families = {};
  for (const family of FAMILIES) {
    const recorded = await record(tablet, family);
    families[recorded.name] = recorded;
  }
  await tablet.sync();
  return { tablet, families };
}
