//! Runs of equal values, as in a column of automerge.
//!
//! A positive number and a value: the value so often. A negative number: so many different values
//! follow. Zero and a number: so many nulls, which a flat document never has.

use super::hostile::Hostile;
use super::leb::put_signed;
use super::reader::Reader;

/// Appends values in automerge's spelling: repeated values as runs, the others as one literal run.
pub(super) fn encode<T: PartialEq>(
    out: &mut Vec<u8>,
    values: impl IntoIterator<Item = T>,
    write: impl Fn(&mut Vec<u8>, &T),
) {
    let mut values = values.into_iter().peekable();
    let mut literals = Vec::new();
    let mut count = 0;
    while let Some(value) = values.next() {
        let mut run = 1;
        while values.next_if(|next| *next == value).is_some() {
            run += 1;
        }
        if run == 1 {
            write(&mut literals, &value);
            count -= 1;
            continue;
        }
        flush(out, &mut literals, &mut count);
        put_signed(out, run);
        write(out, &value);
    }
    flush(out, &mut literals, &mut count);
}

fn flush(out: &mut Vec<u8>, literals: &mut Vec<u8>, count: &mut i64) {
    if *count != 0 {
        put_signed(out, *count);
        out.append(literals);
        *count = 0;
    }
}

/// Reads a whole column, at most `limit` values; `take` gets each value with its count.
pub(super) fn decode<'a, T>(
    mut column: Reader<'a>,
    limit: usize,
    read: impl Fn(&mut Reader<'a>) -> Result<T, Hostile>,
    mut take: impl FnMut(T, usize) -> Result<(), Hostile>,
) -> Result<(), Hostile> {
    let mut left = limit as u64;
    while !column.is_empty() {
        let header = column.signed()?;
        // Compared before a single value is made: a run of 2^40 stands in seven bytes.
        left = left.checked_sub(header.unsigned_abs()).ok_or(Hostile::TooMany)?;
        match header {
            0 => return Err(Hostile::Value),
            1.. => take(read(&mut column)?, header.unsigned_abs() as usize)?,
            _ => {
                for _ in 0..header.unsigned_abs() {
                    take(read(&mut column)?, 1)?;
                }
            }
        }
    }
    Ok(())
}

/// Reads a column of numbers without sign.
pub(super) fn unsigned(column: Reader<'_>, limit: usize) -> Result<Vec<u64>, Hostile> {
    let meter = column.meter();
    let mut numbers = Vec::new();
    decode(column, limit, Reader::unsigned, |number, count| {
        meter.allocate(count * size_of::<u64>());
        numbers.resize(numbers.len() + count, number);
        Ok(())
    })?;
    Ok(numbers)
}

/// Reads a column of differences, each from the value before it; returns the values.
pub(super) fn deltas(column: Reader<'_>, limit: usize) -> Result<Vec<i64>, Hostile> {
    let meter = column.meter();
    let mut numbers = Vec::new();
    let mut last = 0i64;
    decode(column, limit, Reader::signed, |difference, count| {
        meter.allocate(count * size_of::<i64>());
        for _ in 0..count {
            meter.step();
            last = last.checked_add(difference).ok_or(Hostile::Value)?;
            numbers.push(last);
        }
        Ok(())
    })?;
    Ok(numbers)
}

#[cfg(test)]
mod tests {
    use super::super::leb::put_unsigned;
    use super::super::reader::Meter;
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::none(&[], &[])]
    #[case::one(&[7], &[0x7f, 7])]
    #[case::run(&[7, 7, 7], &[3, 7])]
    #[case::literals(&[1, 2, 3], &[0x7d, 1, 2, 3])]
    #[case::mixed(&[1, 2, 2, 3, 4, 4], &[0x7f, 1, 2, 2, 0x7f, 3, 2, 4])]
    fn spells_runs_and_literals(#[case] values: &[u64], #[case] bytes: &[u8]) {
        let mut out = Vec::new();
        encode(&mut out, values.iter().copied(), |out, value| put_unsigned(out, *value));
        assert_eq!(out, bytes);
        let meter = Meter::default();
        assert_eq!(unsigned(Reader::new(bytes, &meter), 9).unwrap(), values);
    }

    #[rstest]
    #[case::run_of_2_to_40(&[0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 7], Hostile::TooMany)]
    #[case::literals_beyond(&[0x76, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], Hostile::TooMany)]
    #[case::most_negative(&[128, 128, 128, 128, 128, 128, 128, 128, 128, 0x7f], Hostile::TooMany)]
    #[case::nulls(&[0, 5], Hostile::Value)]
    #[case::cut(&[3], Hostile::Cut)]
    fn refuses_without_work(#[case] bytes: &[u8], #[case] why: Hostile) {
        let meter = Meter::default();
        assert_eq!(unsigned(Reader::new(bytes, &meter), 9), Err(why));
        assert_eq!(meter.total().allocated, 0);
        assert!(meter.total().steps <= 2);
    }

    #[test]
    fn refuses_differences_that_overflow() {
        let mut bytes = vec![2];
        put_signed(&mut bytes, i64::MAX);
        let meter = Meter::default();
        assert_eq!(deltas(Reader::new(&bytes, &meter), 9), Err(Hostile::Value));
    }
}
