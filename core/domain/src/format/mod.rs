//! How dates, times, numbers and money are written on screens and in print.

mod date;
mod number;

pub use date::{long_date, month_name, partial_date, short_date, time, weekday_name};
pub use number::{decimal, grouped, parse_rupiah, percent, rupiah};
