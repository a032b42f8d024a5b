//! Fictitious province 99: it exists nowhere, so no code, NIK or KK here is anybody's.

use crate::wilayah::{Area, Code};

/// Every area of the province: code with dots, invented name.
const AREAS: &[(&str, &str)] = &[
    ("99", "Nusa Rekaan"),
    ("99.01", "Kabupaten Lembah Jatirasa"),
    ("99.01.01", "Jatiwulung"),
    ("99.01.01.2001", "Karangwulung"),
    ("99.01.01.2002", "Sumberjatirasa"),
    ("99.01.01.2003", "Wonokemuning"),
    ("99.01.01.2004", "Tegalsorga"),
    ("99.01.01.2005", "Bojongsalaka"),
    ("99.01.01.2006", "Cipanaruban"),
    ("99.01.01.2007", "Kedungmelati"),
    ("99.01.01.2008", "Banyuasri Wulung"),
    ("99.01.01.2009", "Pulokenanga"),
    ("99.01.01.2010", "Ngadirasa"),
    ("99.01.01.2011", "Randupitulas"),
    ("99.01.01.2012", "Giriwulung"),
    ("99.01.02", "Sindangkemala"),
    ("99.01.02.2001", "Sindangrasa"),
    ("99.01.02.2002", "Cikemala"),
    ("99.01.02.2003", "Rancabuana"),
    ("99.01.02.2004", "Pasirhalang Wetan"),
    ("99.01.02.2005", "Leuwidaya"),
    ("99.01.02.2006", "Ma'ranggati"),
    ("99.01.02.2007", "Talagasunya"),
    ("99.02", "Kabupaten Teluk Kenarilaut"),
    ("99.02.01", "Kenarilaut"),
    ("99.02.01.2001", "Labuhan Kenari"),
    ("99.02.01.2002", "Tanjungsabana"),
    ("99.02.01.2003", "Pesisir Mutiara"),
    ("99.02.01.2004", "Batuterang"),
    ("99.02.01.2005", "Lembangtirta"),
    ("99.02.01.2006", "Padang Ilalang Tua"),
    ("99.02.02", "Hulu Sabana"),
    ("99.02.02.2001", "Sabanarata"),
    ("99.02.02.2002", "Bukit Merantau"),
    ("99.02.02.2003", "Lubuk Purnama"),
    ("99.02.02.2004", "Rimba Senyap"),
    ("99.02.02.3001", "Adat Wai Rekaan"),
    ("99.71", "Kota Sarimaya"),
    ("99.71.01", "Sarimaya Hulu"),
    ("99.71.01.1001", "Pasar Maya"),
    ("99.71.01.1002", "Kampung Lentera"),
    ("99.71.01.1003", "Taman Cendawan"),
    ("99.71.01.1004", "Gerbang Sari"),
    ("99.71.01.1005", "Benteng Rasa"),
    ("99.71.02", "Sarimaya Hilir"),
    ("99.71.02.1001", "Muara Maya"),
    ("99.71.02.1002", "Dermaga Baru Maya"),
    ("99.71.02.1003", "Rawa Cempaka"),
    ("99.71.02.1004", "Kebun Nirmala"),
    ("99.71.02.1005", "Pelita Hilir"),
];

/// Returns the rows of the province: 2 kabupaten, 1 kota, 6 kecamatan, 40 desa and kelurahan.
pub fn wilayah() -> Vec<Area> {
    AREAS.iter().map(|(code, name)| Area::new(known(code), *name)).collect()
}

/// Returns a code that stands in the table of this file.
pub(super) fn known(code: &str) -> Code {
    code.parse().expect("the codes of this file are well-formed, as its test proves")
}

/// Returns the six kecamatan in their order.
pub(super) fn kecamatan() -> Vec<Code> {
    AREAS.iter().filter(|(code, _)| code.len() == 8).map(|(code, _)| known(code)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wilayah::{DesaKind, Level, Table};

    #[test]
    fn province_99_has_the_promised_shape() {
        let table = Table::new(wilayah());
        let count = |level| table.of_level(level).count();
        assert_eq!(Level::ALL.map(count), [1, 3, 6, 40]);
        assert_eq!(table.children(known("990101")).count(), 12);
        assert!(table.of_level(Level::Desa).all(|area| area.code.desa_kind().is_some()));
        let customary = |area: &&Area| area.code.desa_kind() == Some(DesaKind::DesaAdat);
        assert_eq!(table.of_level(Level::Desa).filter(customary).count(), 1);
        assert_eq!(kecamatan().len(), 6);
    }

    #[test]
    fn every_area_lies_in_a_known_one() {
        let table = Table::new(wilayah());
        assert_eq!(table.len(), AREAS.len());
        for area in wilayah() {
            let parent = area.code.parent();
            assert!(parent.is_none_or(|parent| table.get(parent).is_some()), "{}", area.code);
        }
    }
}
