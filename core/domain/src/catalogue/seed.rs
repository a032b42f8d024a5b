//! The programs a new kabupaten starts with; owners and rules are for its office to confirm.
//!
//! Amounts are left out on purpose: the office enters them as dated texts.

use jiff::civil::date;

use super::Ask::{Offered, Required, Search};
use super::Unit::{Household, Person};
use super::{Ask, Catalogue, DatedText, Program, Unit};
use crate::referral::AnswerChannel::{Letter, Login};
use crate::referral::Level::{Kab, National, Village};
use crate::referral::{AnswerChannel, Level};

struct Row {
    code: &'static str,
    names: [&'static str; 2],
    sector: &'static str,
    owner: &'static str,
    level: Level,
    unit: Unit,
    desil_max: Option<u8>,
    ages: Option<(u16, u16)>,
    requires_register: bool,
    papers: &'static [&'static str],
    ask: Ask,
    card_digits: Option<u8>,
    regulation: &'static str,
    info: [&'static str; 2],
    target: &'static str,
    channel: AnswerChannel,
}

const ID: &[&str] = &["ktp", "kk"];

const fn row(code: &'static str, names: [&'static str; 2], sector: &'static str) -> Row {
    Row {
        code,
        names,
        sector,
        owner: "",
        level: National,
        unit: Household,
        desil_max: None,
        ages: None,
        requires_register: false,
        papers: ID,
        ask: Search,
        card_digits: None,
        regulation: "",
        info: ["", ""],
        target: "ministry",
        channel: Letter,
    }
}

impl Row {
    const fn owner(mut self, owner: &'static str, level: Level, unit: Unit) -> Self {
        self.owner = owner;
        self.level = level;
        self.unit = unit;
        self.target = match level {
            Village => "village_body",
            Kab => "opd_kab",
            Level::Prov => "opd_prov",
            National => "ministry",
        };
        self
    }

    const fn register(mut self, desil_max: Option<u8>) -> Self {
        self.requires_register = true;
        self.desil_max = desil_max;
        self
    }

    const fn ages(mut self, from: u16, to: u16) -> Self {
        self.ages = Some((from, to));
        self
    }

    const fn papers(mut self, papers: &'static [&'static str]) -> Self {
        self.papers = papers;
        self
    }

    const fn ask(mut self, ask: Ask, card_digits: Option<u8>) -> Self {
        self.ask = ask;
        self.card_digits = card_digits;
        self
    }

    const fn rule(mut self, regulation: &'static str, id: &'static str, en: &'static str) -> Self {
        self.regulation = regulation;
        self.info = [id, en];
        self
    }

    const fn to(mut self, target: &'static str, channel: AnswerChannel) -> Self {
        self.target = target;
        self.channel = channel;
        self
    }

    fn program(&self) -> Program {
        let [id, en] = self.info.map(str::to_owned);
        Program {
            code: self.code.to_owned(),
            name: self.names[0].to_owned(),
            name_en: self.names[1].to_owned(),
            sector: self.sector.to_owned(),
            owner: self.owner.to_owned(),
            level: self.level,
            unit: self.unit,
            desil_max: self.desil_max,
            ages: self.ages,
            requires_register: self.requires_register,
            papers: self.papers.iter().map(|kind| (*kind).to_owned()).collect(),
            ask: self.ask,
            card_digits: self.card_digits,
            valid_from: None,
            valid_to: None,
            wilayah: Vec::new(),
            regulation: self.regulation.to_owned(),
            amount: None,
            info: (!id.is_empty()).then(|| DatedText { as_of: date(2025, 7, 1), id, en }),
            target: self.target.to_owned(),
            channel: self.channel,
        }
    }
}

#[rustfmt::skip]
const ROWS: &[Row] = &[
    row("pkh", ["Program Keluarga Harapan", "Family Hope Program"], "social_economy")
        .owner("Kementerian Sosial", National, Household).register(Some(4)).ask(Offered, Some(16))
        .rule("Permensos 1/2018", "Bantuan bersyarat bagi keluarga dengan ibu hamil, anak, lanjut usia, atau penyandang disabilitas.", "Conditional aid for families with a pregnant woman, children, elderly or disabled members."),
    row("sembako", ["Program Sembako/BPNT", "Staple food program"], "food")
        .owner("Kementerian Sosial", National, Household).register(Some(5)).ask(Required, Some(16))
        .rule("Permensos 5/2021", "Bantuan pangan lewat Kartu Keluarga Sejahtera.", "Food aid through the family welfare card (KKS)."),
    row("pbi", ["PBI Jaminan Kesehatan (KIS)", "Health insurance contribution aid (PBI)"], "health")
        .owner("Kementerian Sosial, BPJS Kesehatan", National, Person).register(Some(5)).ask(Required, Some(13))
        .rule("PP 101/2012, PP 76/2015", "Iuran jaminan kesehatan dibayar pemerintah.", "The government pays the health insurance contribution."),
    row("pbida", ["Jaminan kesehatan daerah", "Health cover of the region"], "health")
        .owner("Dinas Kesehatan", Kab, Person).papers(&["ktp", "kk", "sktm"]).to("opd_kab", Login)
        .rule("", "Iuran jaminan kesehatan dibayar pemerintah daerah.", "The region pays the health insurance contribution."),
    row("pip", ["Program Indonesia Pintar (KIP)", "Smart Indonesia Program (school aid)"], "education")
        .owner("Kementerian pendidikan, Kementerian Agama", National, Person).ages(6, 21).ask(Offered, None)
        .rule("Permendikbud 10/2020", "Bantuan tunai pendidikan bagi siswa.", "Cash aid for pupils."),
    row("kipk", ["KIP Kuliah", "KIP for students"], "education")
        .owner("Kementerian pendidikan tinggi", National, Person).ages(17, 30)
        .rule("Permendikbud 10/2020", "Bantuan biaya kuliah bagi mahasiswa.", "Aid for university students."),
    row("bltdd", ["BLT Dana Desa", "Cash aid of the village fund"], "social_economy")
        .owner("Pemerintah desa", Village, Household).ask(Offered, None).to("village_body", Login)
        .rule("", "Bantuan tunai dari Dana Desa, ditetapkan musyawarah desa.", "Cash aid from the village fund, decided by the village meeting."),
    row("atensi", ["Asistensi Rehabilitasi Sosial (ATENSI)", "Social rehabilitation assistance"], "social_economy")
        .owner("Kementerian Sosial", National, Person)
        .rule("Permensos 7/2021", "Layanan rehabilitasi sosial sesuai hasil asesmen.", "Social rehabilitation after an assessment."),
    row("yapi", ["Bantuan anak yatim piatu (YAPI)", "Aid for orphans"], "social_economy")
        .owner("Kementerian Sosial", National, Person).ages(0, 17).register(None),
    row("permakanan", ["Permakanan lanjut usia/penyandang disabilitas", "Meals for the elderly and disabled"], "food")
        .owner("Kementerian Sosial", National, Person).register(None),
    row("pena", ["Pahlawan Ekonomi Nusantara", "Nusantara Economic Heroes"], "social_economy")
        .owner("Kementerian Sosial", National, Household).register(None),
    row("kur", ["Kredit Usaha Rakyat", "People's business credit"], "social_economy")
        .owner("Kemenko Perekonomian, bank penyalur", National, Person).rule("Permenko Perekonomian 1/2023", "Pinjaman usaha dengan bunga rendah.", "Business loans at low interest."),
    row("umi", ["Pembiayaan Ultra Mikro", "Ultra-micro finance"], "social_economy")
        .owner("Pusat Investasi Pemerintah", National, Person),
    row("prakerja", ["Kartu Prakerja", "Pre-employment card"], "social_economy")
        .owner("Kemenko Perekonomian", National, Person).ages(18, 64).papers(&["ktp"]).rule("Perpres 36/2020", "Biaya pelatihan kerja; pendaftaran mandiri.", "Pays for job training; people register themselves."),
    row("listrik", ["Subsidi listrik 450/900 VA", "Electricity subsidy 450/900 VA"], "energy")
        .owner("Kementerian ESDM, PLN", National, Household).register(None).papers(&["ktp", "kk", "power_bill"]).ask(Offered, None)
        .rule("Permen ESDM 29/2016", "Tarif bersubsidi bagi rumah tangga dalam data acuan.", "Subsidised tariff for households in the register."),
    row("lpg3", ["LPG 3 kg bersubsidi", "Subsidised LPG 3 kg"], "energy")
        .owner("Kementerian ESDM, Pertamina", National, Household).ask(Required, None)
        .rule("Perpres 104/2007", "Pembelian di pangkalan resmi dengan KTP.", "Bought at official outlets with the KTP."),
    row("pupuk", ["Pupuk bersubsidi", "Subsidised fertiliser"], "agriculture")
        .owner("Kementerian Pertanian", National, Household).to("opd_kab", Login)
        .rule("", "Bagi petani yang terdaftar dalam rencana kebutuhan kelompok tani.", "For farmers in the plan of their farmers' group."),
    row("asikan", ["Asuransi pembudi daya ikan kecil", "Insurance of small fish farmers"], "fishery")
        .owner("Kementerian Kelautan dan Perikanan", National, Person),
    row("bsps", ["Bantuan Stimulan Perumahan Swadaya", "Self-help housing stimulus"], "housing")
        .owner("Kementerian perumahan", National, Household).papers(&["ktp", "kk", "house"]),
    row("rtlh", ["Rehabilitasi rumah tidak layak huni", "Repair of unfit houses"], "housing")
        .owner("Dinas Sosial, Dinas Perumahan", Kab, Household).papers(&["ktp", "kk", "house"]).to("opd_kab", Login)
        .rule("Permensos 20/2017", "Perbaikan rumah tidak layak huni.", "Repair of houses unfit to live in."),
    row("adm-kk", ["Kartu Keluarga", "Family card (KK)"], "civil_papers")
        .owner("Dinas Kependudukan dan Pencatatan Sipil", Kab, Household).papers(&[]).to("opd_kab", Login)
        .rule("UU 24/2013", "Pengurusan tidak dipungut biaya.", "Free of charge."),
    row("adm-ktp", ["Kartu Tanda Penduduk (KTP)", "Identity card (KTP)"], "civil_papers")
        .owner("Dinas Kependudukan dan Pencatatan Sipil", Kab, Person).papers(&[]).to("opd_kab", Login)
        .rule("UU 24/2013", "Pengurusan tidak dipungut biaya.", "Free of charge."),
    row("adm-akta", ["Akta kelahiran", "Birth certificate"], "civil_papers")
        .owner("Dinas Kependudukan dan Pencatatan Sipil", Kab, Person).papers(&[]).to("opd_kab", Login)
        .rule("UU 24/2013", "Pengurusan tidak dipungut biaya.", "Free of charge."),
    row("adm-kia", ["Kartu Identitas Anak (KIA)", "Child identity card (KIA)"], "civil_papers")
        .owner("Dinas Kependudukan dan Pencatatan Sipil", Kab, Person).papers(&[]).to("opd_kab", Login)
        .rule("UU 24/2013", "Pengurusan tidak dipungut biaya.", "Free of charge."),
    row("bangda", ["Bantuan pemerintah daerah", "Aid of the region"], "social_economy")
        .owner("OPD kabupaten/kota", Kab, Household).to("opd_kab", Login),
    row("baznas", ["Bantuan zakat (BAZNAS)", "Zakat aid (BAZNAS)"], "social_economy")
        .owner("BAZNAS", Kab, Household).to("religious", Letter).rule("UU 23/2011", "Bantuan dari dana zakat.", "Aid from zakat funds."),
    row("csr", ["Bantuan dunia usaha (CSR)", "Aid of businesses (CSR)"], "social_economy")
        .owner("Perusahaan", Kab, Household).to("business", Letter),
];

/// Returns the catalogue a new kabupaten starts with, version 1.
pub fn seed() -> Catalogue {
    Catalogue { version: 1, programs: ROWS.iter().map(Row::program).collect() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::list;

    #[test]
    fn every_row_names_only_what_the_lists_hold() {
        let code_in = |name: &str, key: &str| list::find(name).unwrap().code(key).is_some();
        let catalogue = seed();
        let codes: BTreeSet<_> = catalogue.programs.iter().map(|row| &row.code).collect();
        assert_eq!(codes.len(), catalogue.programs.len());
        for row in &catalogue.programs {
            assert!(Program::code_ok(&row.code), "{}", row.code);
            assert!(code_in("sector", &row.sector), "{}", row.code);
            assert!(code_in("target", &row.target), "{}", row.code);
            assert!(row.papers.iter().all(|kind| code_in("att_kind", kind)), "{}", row.code);
            assert!(!row.owner.is_empty() && !row.name.is_empty() && !row.name_en.is_empty());
        }
    }

    #[test]
    fn every_sector_of_the_guideline_has_a_program() {
        let catalogue = seed();
        for sector in list::find("sector").unwrap().items {
            assert!(
                catalogue.programs.iter().any(|row| row.sector == sector.key),
                "{}",
                sector.key
            );
        }
    }

    #[test]
    fn the_deciles_are_those_of_2025() {
        let desil = |code: &str| seed().find(code).unwrap().desil_max;
        assert_eq!(
            [desil("pkh"), desil("sembako"), desil("pbi"), desil("pip")],
            [Some(4), Some(5), Some(5), None]
        );
    }
}
