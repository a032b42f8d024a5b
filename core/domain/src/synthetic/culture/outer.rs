//! The other islands.

use super::{Culture, Style};

pub(super) const ACEHNESE: Culture = Culture {
    style: Style::Patronymic,
    before: [&["TEUKU", "T."], &["CUT"]],
    men: &[
        "MUHAMMAD",
        "IBRAHIM",
        "ZULKIFLI",
        "ISKANDAR",
        "HASBI",
        "RIDWAN",
        "USMAN",
        "JALALUDDIN",
        "MUKHTAR",
        "SULAIMAN",
        "RAZALI",
        "BUKHARI",
        "ABDULLAH",
        "SYARIFUDDIN",
    ],
    women: &[
        "NURLAILA",
        "NURHAYATI",
        "AISYAH",
        "MARDIANA",
        "FAUZIAH",
        "ROSNI",
        "CHADIJAH",
        "SAKDIAH",
        "HAFSAH",
        "RAMLAH",
        "NURMALA",
        "ERNAWATI",
        "MEUTIA",
        "SURYANI",
    ],
    second: [&[], &[]],
};

pub(super) const MINANG: Culture = Culture {
    style: Style::Plain,
    before: [&[], &[]],
    men: &[
        "AFRIZAL",
        "SYAFRIZAL",
        "YULIZAR",
        "ZULHERMAN",
        "RUSLI",
        "JAFRI",
        "MASRIL",
        "NOFRIZAL",
        "HENDRI",
        "ARMEN",
        "SYAHRIAL",
        "DARWIS",
    ],
    women: &[
        "DESMAWATI",
        "ERNIWATI",
        "YULINAR",
        "ROSNELI",
        "YUSNI",
        "NURMA",
        "ASNIDAR",
        "ELFIRA",
        "MARLIS",
        "DARNIS",
        "HASNIWATI",
        "ROSMANIDAR",
    ],
    second: [
        &["CHANIAGO", "TANJUNG", "KOTO", "PILIANG", "JAMBAK", "SIKUMBANG"],
        &["CHANIAGO", "TANJUNG", "KOTO", "PILIANG", "JAMBAK", "SIKUMBANG"],
    ],
};

pub(super) const BATAK: Culture = Culture {
    style: Style::Clan,
    before: [&[], &[]],
    men: &[
        "PARLINDUNGAN",
        "SAHAT",
        "TOGAR",
        "JONGGI",
        "MANGATAS",
        "BINSAR",
        "POLTAK",
        "MARULI",
        "SABAR",
        "HOTMAN",
        "RAMLAN",
        "JONNER",
    ],
    women: &[
        "TIURMA", "ROSMAIDA", "LASTRI", "NURHAIDA", "ROMAULI", "TIAMSA", "DORMA", "RUSMIATI",
        "SAURMA", "MASTINA", "HOTMAIDA", "RENTA",
    ],
    second: [
        &["SIREGAR", "SITORUS", "NASUTION", "SIMANJUNTAK", "HUTAGALUNG", "LUBIS", "SINAGA"],
        &["SIREGAR", "SITORUS", "NASUTION", "SIMANJUNTAK", "HUTAGALUNG", "LUBIS", "SINAGA"],
    ],
};

pub(super) const BANJAR: Culture = Culture {
    style: Style::Plain,
    before: [&[], &[]],
    men: &[
        "RUSMADI", "YULIANUS", "SYAHRANI", "ARBAIN", "MASTUR", "HAIRANI", "DURAHIM", "KURSANI",
        "SALMANI", "BAHRUDIN", "SUPIANI", "JAKARIA",
    ],
    women: &[
        "NORHAYATI",
        "HERLINA",
        "SALASIAH",
        "MASRIAH",
        "RUSINAH",
        "NORLIANI",
        "MASTURAH",
        "JAMILAH",
        "HAMSIAH",
        "ARBAYAH",
        "BARLIAN",
        "RUSMINI",
    ],
    second: [
        &["RAHMAN", "NOOR", "FADLI", "ANSARI", "HUSNI", "EFFENDI"],
        &["HASANAH", "FITRIANI", "RAHMAH", "JANNAH", "MAULIDA", "SAFITRI"],
    ],
};

pub(super) const BUGIS: Culture = Culture {
    style: Style::Plain,
    before: [&["ANDI", "DAENG"], &["ANDI", "ST."]],
    men: &[
        "BAHARUDDIN",
        "SYAMSUDDIN",
        "MUH. AMIR",
        "AMBO TUO",
        "LA BECCE",
        "RUSTAM",
        "SUARDI",
        "ABDUL RAHMAN",
        "MAPPASESSU",
        "TAHIR",
        "NURDIN",
        "KAMARUDDIN",
    ],
    women: &[
        "HASNAH",
        "RAHMAH",
        "I MARE",
        "NURMIATI",
        "HALIJAH",
        "SAMSIAH",
        "BESSE",
        "HAMSINAH",
        "NURBAYA",
        "MULIATI",
        "SITTI AMINAH",
        "ROSDIANA",
    ],
    second: [
        &["TAHIR", "AMIR", "NUR", "RAUF", "LATIF", "SALAM"],
        &["NUR", "TAHIR", "AMALIA", "SYAM", "LATIF", "RAHMAN"],
    ],
};

pub(super) const BALINESE: Culture = Culture {
    style: Style::Balinese,
    before: [&["WAYAN", "MADE", "NYOMAN", "KETUT"], &["WAYAN", "MADE", "NYOMAN", "KETUT"]],
    men: &[
        "SUDARMA", "SUDARTA", "SUARDANA", "WIRAWAN", "MERTA", "SUKERTA", "ARNAWA", "PARWATA",
        "SUJANA", "RATMAJA", "WIDIANA", "KARDI",
    ],
    women: &[
        "SUARTINI",
        "RASMINI",
        "SUKERTI",
        "WARTINI",
        "ASTINI",
        "MURNIATI",
        "SULASTRI",
        "KERTI",
        "ARIANI",
        "PUSPAWATI",
        "NURSINI",
        "LATRI",
    ],
    second: [&[], &[]],
};

pub(super) const SASAK: Culture = Culture {
    style: Style::Plain,
    before: [&["LALU", "AMAQ"], &["BAIQ", "INAQ"]],
    men: &["SAHNAN", "MURSIDI", "NURSAID", "RAMLI", "AHYAR", "SUKARDI", "JUNAEDI", "MUSTIADI"],
    women: &["SAHRAH", "NURAINI", "SUMINAH", "HADIJAH", "MARIANI", "RABIAH", "SALMAH", "SERI"],
    second: [
        &["WIRANATA", "JUNAIDI", "ANGGARA", "SATRIAWAN"],
        &["HARTINI", "YULIANTI", "NURHIDAYAH", "SUHARNI"],
    ],
};

pub(super) const TIMORESE: Culture = Culture {
    style: Style::Clan,
    before: [&[], &[]],
    men: &[
        "YOHANES",
        "PETRUS",
        "DOMINIKUS",
        "MARTINUS",
        "YOSEP",
        "BENEDIKTUS",
        "KORNELIS",
        "SEMUEL",
    ],
    women: &[
        "MARIA",
        "YULIANA",
        "THERESIA",
        "MARTHA",
        "KATARINA",
        "AGNES",
        "FRANSISKA",
        "ROSALINDA",
    ],
    second: [
        &["TEFA", "NAHAK", "BRIA", "SERAN", "BANU", "NENO"],
        &["TEFA", "NAHAK", "BRIA", "SERAN", "BANU", "NENO"],
    ],
};

pub(super) const MOLUCCAN: Culture = Culture {
    style: Style::Clan,
    before: [&[], &[]],
    men: &["JOHANIS", "MARKUS", "ABRAHAM", "LA ODE ALI", "FREDRIK", "STEVEN", "RUDOLF", "YANES"],
    women: &["YOHANA", "ELISABETH", "WA INA", "MERRY", "SUSANA", "DORCE", "NOVITA", "ADOLFINA"],
    second: [
        &["LATUHERU", "PATTIASINA", "TUASELA", "RUMAHORBO", "LEATEMIA", "SAHETAPY"],
        &["LATUHERU", "PATTIASINA", "TUASELA", "RUMAHORBO", "LEATEMIA", "SAHETAPY"],
    ],
};

pub(super) const PAPUAN: Culture = Culture {
    style: Style::Clan,
    before: [&[], &[]],
    men: &["YAKOB", "MELKIANUS", "OTNIEL", "NATHAN", "YUNUS", "SIMON", "ELIAS", "TIMOTIUS"],
    women: &["YULIANA", "DORKAS", "MIRYAM", "FEBIOLA", "ORPA", "SELINA", "NAOMI", "ESTER"],
    second: [
        &["WENDA", "KOGOYA", "RUMBIAK", "TABUNI", "MURIB", "YARANGGA"],
        &["WENDA", "KOGOYA", "RUMBIAK", "TABUNI", "MURIB", "YARANGGA"],
    ],
};
