//! Nomor Induk Kependudukan: the identity number of a citizen.

mod notice;
mod number;
mod sex;

pub use notice::{NikNotice, Stated, century_unclear, date_differs, notices};
pub use number::{Nik, NikError, Provinces, is_temporary};
pub use sex::Sex;
