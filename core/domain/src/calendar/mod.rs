//! Working days: holidays as data, the work week of a kabupaten, its zone, and due dates.

mod due;
mod holiday;
mod seed;
mod week;
mod zone;

pub use due::{Calendar, DaysLeft};
pub use holiday::{Holiday, HolidayKind};
pub use seed::{national_seed, seeded_years};
pub use week::WorkWeek;
pub use zone::Zone;
