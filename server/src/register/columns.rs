//! Which column of a register file is which.
//!
//! The names are those seen in public importers of BDT, DTKS and DTSEN; a file with others needs
//! `--map ours=theirs`.

use std::collections::BTreeMap;

use crate::sheet::Sheet;

/// Which register a file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Source {
    /// Data Terpadu Kesejahteraan Sosial.
    Dtks,
    /// Data Tunggal Sosial dan Ekonomi Nasional (Inpres 4/2025).
    Dtsen,
}

impl Source {
    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Dtks => "dtks",
            Self::Dtsen => "dtsen",
        }
    }
}

/// Our names, and theirs in lower case; ours come first.
const KNOWN: &[(&str, &[&str])] = &[
    ("row_id", &["idartbdt", "idsemesta"]),
    ("household_id", &["idbdt", "ruta6", "nopesertapbdt", "id_keluarga"]),
    ("nik", &["nomor_induk_kependudukan"]),
    ("kk", &["nokk", "no_kk", "nomor_kartu_keluarga"]),
    ("name", &["nama"]),
    ("birth_date", &["tgllahir", "tgl_lahir", "tanggal_lahir"]),
    ("sex", &["jnskel", "id_jenis_kelamin"]),
    ("relation", &["hubkel", "hub_krt", "id_hub_keluarga"]),
    ("mother", &["namagadis_ibukandung"]),
    ("desa", &["kode_desa", "kode_wilayah"]),
    ("prov_code", &["kdprop", "no_prop"]),
    ("kab_code", &["kdkab", "no_kab"]),
    ("kec_code", &["kdkec", "no_kec"]),
    ("desa_code", &["kddesa", "no_kel"]),
    ("address", &["alamat"]),
    ("sls", &["nama_sls"]),
    ("rt", &["no_rt"]),
    ("rw", &["no_rw"]),
    ("desil", &["desil_nasional"]),
    ("percentile", &["percentile"]),
    ("programs", &[]),
    ("pkh", &["nopesertapkh", "sta_pkh", "ada_pkh", "pkh_flag"]),
    ("sembako", &["nopesertakks2016", "sta_kks", "ada_bpnt", "bpnt_flag"]),
    ("pbi", &["nopesertapbi", "sta_kepesertaan_pbi", "ada_pbi", "pbi_flag"]),
    ("pip", &["pesertakip", "sta_kip", "ada_kip"]),
    ("gone", &["id_deleted"]),
    ("presence", &["sta_keberadaan_art"]),
    ("died", &["alasan_tolak_meninggal"]),
];

/// Where each of our columns stands in a file.
#[derive(Clone, Debug)]
pub struct ColumnMap(BTreeMap<&'static str, usize>);

/// Says that a file's columns are not those of a register.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MapError {
    /// `--map` names a column of ours that there is none of.
    #[error("`{0}` is no column of a pack; known are {known}", known = names())]
    NotOurs(String),
    /// `--map` names a column that the file has not.
    #[error("the file has no column `{0}`")]
    NotTheirs(String),
    /// A column that must be there is not found under any known name.
    #[error("no column for {0}; say which one it is with --map {0}=NAME")]
    Missing(&'static str),
}

fn names() -> String {
    KNOWN.iter().map(|(ours, _)| *ours).collect::<Vec<_>>().join(", ")
}

impl ColumnMap {
    /// Finds the columns of a file; `given` are pairs of ours and theirs that people named.
    ///
    /// # Errors
    ///
    /// [`MapError`] if a named column is not there, or name or desa cannot be found.
    pub fn find(sheet: &Sheet, given: &[(String, String)]) -> Result<Self, MapError> {
        let mut map = BTreeMap::new();
        for (ours, theirs) in KNOWN {
            let known = std::iter::once(ours).chain(*theirs);
            if let Some(at) = known.into_iter().find_map(|name| sheet.column(name)) {
                map.insert(*ours, at);
            }
        }
        for (ours, theirs) in given {
            let (ours, _) = KNOWN
                .iter()
                .find(|(name, _)| name == ours)
                .ok_or_else(|| MapError::NotOurs(ours.clone()))?;
            let theirs = theirs.to_lowercase();
            let at = sheet.column(&theirs).ok_or(MapError::NotTheirs(theirs))?;
            map.insert(*ours, at);
        }
        let map = Self(map);
        if map.place("name").is_none() {
            return Err(MapError::Missing("name"));
        }
        if map.place("desa").is_none() && map.parts().is_none() {
            return Err(MapError::Missing("desa"));
        }
        Ok(map)
    }

    /// Returns the place of one of our columns.
    pub(super) fn place(&self, ours: &str) -> Option<usize> {
        self.0.get(ours).copied()
    }

    /// Returns the places of the four columns that make up a desa's code.
    pub(super) fn parts(&self) -> Option<[usize; 4]> {
        let [prov, kab, kec, desa] =
            ["prov_code", "kab_code", "kec_code", "desa_code"].map(|name| self.place(name));
        Some([prov?, kab?, kec?, desa?])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn find(header: &str, given: &[(&str, &str)]) -> Result<ColumnMap, MapError> {
        let sheet = Sheet::read(format!("{header}\n").as_bytes()).unwrap();
        let own = |(a, b): &(&str, &str)| ((*a).to_owned(), (*b).to_owned());
        ColumnMap::find(&sheet, &given.iter().map(own).collect::<Vec<_>>())
    }

    #[rstest]
    #[case::own("row_id;nik;kk;name;desa", &[])]
    #[case::bdt("IDARTBDT,NIK,NoKK,Nama,KDPROP,KDKAB,KDKEC,KDDESA", &[])]
    #[case::dtsen("idsemesta,no_kk,nama,no_prop,no_kab,no_kec,no_kel", &[])]
    #[case::named("nomor,nama_lengkap,wilayah", &[("name", "Nama_Lengkap"), ("desa", "wilayah")])]
    fn finds_the_columns(#[case] header: &str, #[case] given: &[(&str, &str)]) {
        assert!(find(header, given).is_ok());
    }

    #[rstest]
    #[case::no_name("nik,desa", &[], MapError::Missing("name"))]
    #[case::no_desa("nama,kdprop,kdkab", &[], MapError::Missing("desa"))]
    #[case::ours("nama,desa", &[("nama", "nama")], MapError::NotOurs("nama".to_owned()))]
    #[case::theirs("nama,desa", &[("nik", "x")], MapError::NotTheirs("x".to_owned()))]
    fn says_what_is_missing(
        #[case] header: &str,
        #[case] given: &[(&str, &str)],
        #[case] expected: MapError,
    ) {
        assert_eq!(find(header, given).unwrap_err(), expected);
    }
}
