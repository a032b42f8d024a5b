//! Part of a register pack: what the tablet may look up offline, read-only.

use minicbor::{Decode, Encode};

/// A part of the newest release for one desa. A pack is whole when all its parts have arrived;
/// until then the tablet goes on with the old one.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Pack {
    /// The ten-digit code of the desa.
    #[n(0)]
    pub desa: String,
    /// The register: `dtks` or `dtsen`.
    #[n(1)]
    pub source: String,
    /// The release, as `dtsen-2026-1`.
    #[n(2)]
    pub release: String,
    /// The day of the release, as `2026-06-30`.
    #[n(3)]
    pub released_on: String,
    /// Which part, from 0.
    #[n(4)]
    pub part: u32,
    /// How many parts there are.
    #[n(5)]
    pub parts: u32,
    /// Its rows.
    #[n(6)]
    pub rows: Vec<RegisterRow>,
}

/// One row of the register: no disease, no income, no assets.
#[derive(Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(array)]
pub struct RegisterRow {
    /// The row's name in its source.
    #[n(0)]
    pub row_id: String,
    /// The NIK, where it is one.
    #[n(1)]
    pub nik: Option<String>,
    /// The KK, where it is one.
    #[n(2)]
    pub kk: Option<String>,
    /// The name.
    #[n(3)]
    pub name: String,
    /// The birth date, as precise as it is known.
    #[n(4)]
    pub birth_date: Option<String>,
    /// The RT.
    #[n(5)]
    pub rt: Option<String>,
    /// The RW.
    #[n(6)]
    pub rw: Option<String>,
    /// The decile, 1 to 10.
    #[n(7)]
    pub desil: Option<u8>,
    /// The codes of the programs that the register names.
    #[n(8)]
    pub programs: Vec<String>,
}
