//! A point on the map with its error, `-7.41230,109.98210;8`.

use std::fmt;
use std::str::FromStr;

/// Where a tablet stood, in 1/100,000 degree (about a metre), and how sure it was.
///
/// No `Debug`: the point is a citizen's home.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    latitude: i32,
    longitude: i32,
    metres: u32,
}

/// Says that a text is no point `lat,lon;metres`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a point of latitude, longitude and metres")]
pub struct NotPoint;

const DEGREE: i32 = 100_000;

impl Point {
    /// An error above this many metres is a warning.
    pub const WORST_METRES: u32 = 100;

    /// Returns a point from degrees × 100,000; none outside the globe.
    pub fn new(latitude: i32, longitude: i32, metres: u32) -> Option<Self> {
        let on_globe = latitude.abs() <= 90 * DEGREE && longitude.abs() <= 180 * DEGREE;
        on_globe.then_some(Self { latitude, longitude, metres })
    }

    /// Returns the degrees north × 100,000.
    pub const fn latitude(self) -> i32 {
        self.latitude
    }

    /// Returns the degrees east × 100,000.
    pub const fn longitude(self) -> i32 {
        self.longitude
    }

    /// Returns the radius of error in metres.
    pub const fn metres(self) -> u32 {
        self.metres
    }

    /// Returns whether it is the finer of two; of equal ones neither is.
    pub const fn is_finer_than(self, other: Self) -> bool {
        self.metres < other.metres
    }

    /// Returns whether it can lie in Indonesia (a box around it).
    pub fn is_in_indonesia(self) -> bool {
        (-11 * DEGREE - DEGREE / 2..=6 * DEGREE + DEGREE / 2).contains(&self.latitude)
            && (94 * DEGREE + DEGREE / 2..=141 * DEGREE + DEGREE / 2).contains(&self.longitude)
    }
}

impl FromStr for Point {
    type Err = NotPoint;

    fn from_str(text: &str) -> Result<Self, NotPoint> {
        let (place, metres) = text.split_once(';').ok_or(NotPoint)?;
        let (latitude, longitude) = place.split_once(',').ok_or(NotPoint)?;
        let plain = !metres.is_empty() && metres.bytes().all(|digit| digit.is_ascii_digit());
        let metres = metres.parse().ok().filter(|_| plain).ok_or(NotPoint)?;
        Self::new(degrees(latitude)?, degrees(longitude)?, metres).ok_or(NotPoint)
    }
}

/// Reads degrees with up to five decimals; more are cut.
fn degrees(text: &str) -> Result<i32, NotPoint> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(decimals) || whole.len() > 3 {
        return Err(NotPoint);
    }
    let whole: i32 = whole.parse().map_err(|_| NotPoint)?;
    let decimals: i32 = format!("{decimals:0<5}")[..5].parse().map_err(|_| NotPoint)?;
    let value = whole * DEGREE + decimals;
    Ok(if negative { -value } else { value })
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = |value: i32| if value < 0 { "-" } else { "" };
        let parts = |value: i32| (sign(value), value.abs() / DEGREE, value.abs() % DEGREE);
        let (south, latitude, latitude_part) = parts(self.latitude);
        let (west, longitude, longitude_part) = parts(self.longitude);
        write!(f, "{south}{latitude}.{latitude_part:05},")?;
        write!(f, "{west}{longitude}.{longitude_part:05};{}", self.metres)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::java("-7.41230,109.98210;8", "-7.41230,109.98210;8")]
    #[case::short_decimals("-0.5,100;20", "-0.50000,100.00000;20")]
    #[case::long_decimals("5.5512345,95.3179999;3", "5.55123,95.31799;3")]
    fn reads_points(#[case] text: &str, #[case] shown: &str) {
        let point: Point = text.parse().ok().unwrap();
        assert_eq!(point.to_string(), shown);
        assert!(point.is_in_indonesia());
    }

    #[rstest]
    #[case::empty("")]
    #[case::no_metres("-7.41230,109.98210")]
    #[case::no_longitude("-7.41230;8")]
    #[case::off_the_globe("-97.4,109.9;8")]
    #[case::too_far_east("-7.4,180.00001;8")]
    #[case::exponent("-7e1,109.9;8")]
    #[case::plus("+7.4,109.9;8")]
    #[case::negative_metres("-7.4,109.9;-8")]
    #[case::blank("-7.4, 109.9;8")]
    fn refuses_other_texts(#[case] text: &str) {
        assert_eq!(text.parse::<Point>().map(drop), Err(NotPoint));
    }

    #[test]
    fn finer_has_the_smaller_error() {
        let (fine, rough): (Point, Point) =
            ("-7.4,109.9;8".parse().ok().unwrap(), "-7.4,109.9;90".parse().ok().unwrap());
        assert!(fine.is_finer_than(rough) && !rough.is_finer_than(fine));
        assert!(!"51.5,0.1;8".parse::<Point>().ok().unwrap().is_in_indonesia());
    }

    proptest! {
        #[test]
        fn reads_back(latitude in -9_000_000..=9_000_000i32, longitude in -18_000_000..=18_000_000i32, metres: u32) {
            let point = Point::new(latitude, longitude, metres).unwrap();
            prop_assert!(point.to_string().parse::<Point>() == Ok(point));
        }

        #[test]
        fn never_panics(text in ".{0,24}") {
            let _ = text.parse::<Point>();
        }
    }
}
