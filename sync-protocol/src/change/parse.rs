//! Reads a change that nobody vouches for.
//!
//! Every count is compared with a limit and with the bytes that are left before anything is
//! allocated. What was understood is then encoded again and must give the same bytes: so a number
//! spelt longer, an unused actor, an unknown column or a byte too many needs no rule of its own.

use jangkau_domain::field;

use super::hostile::Hostile;
use super::reader::{Cost, Meter, Reader};
use super::{Action, Change, Op, column, encode, rle, scalar};
use crate::actor::{Actor, OpId};
use crate::hash::Hash;
use crate::limit;

/// Reads a change and says what that has cost.
pub(super) fn parse_counted(bytes: &[u8]) -> (Result<Change, Hostile>, Cost) {
    let meter = Meter::default();
    let change = parse(bytes, &meter);
    (change, meter.total())
}

fn parse(bytes: &[u8], meter: &Meter) -> Result<Change, Hostile> {
    if bytes.len() > limit::CHANGE_BYTES {
        return Err(Hostile::TooLong);
    }
    let mut change = body(chunk_body(bytes, meter)?)?;
    meter.allocate(bytes.len());
    if change.seal() != bytes {
        return Err(Hostile::NotCanonical);
    }
    Ok(change)
}

/// Returns what stands in the one plain change chunk that the bytes are.
fn chunk_body<'a>(bytes: &'a [u8], meter: &'a Meter) -> Result<Reader<'a>, Hostile> {
    let mut reader = Reader::new(bytes, meter);
    if reader.take(4)? != encode::MAGIC {
        return Err(Hostile::NotAChange);
    }
    // The checksum is proved by encoding again.
    reader.take(4)?;
    if reader.take(1)? != [encode::PLAIN_CHANGE] {
        return Err(Hostile::NotAChange);
    }
    let body = reader.prefixed()?;
    if reader.is_empty() { Ok(Reader::new(body, meter)) } else { Err(Hostile::NotAChange) }
}

fn body(mut reader: Reader<'_>) -> Result<Change, Hostile> {
    let deps = deps(&mut reader)?;
    let actor = actor(&mut reader)?;
    let seq = reader.unsigned()?;
    let start_op = reader.unsigned()?;
    let time = time(&mut reader)?;
    let message = message(&mut reader)?;
    let mut actors = vec![actor];
    // An actor takes a length and eight bytes; the genesis is named in two.
    for _ in 0..reader.count(limit::CHANGE_PREDS, 2)? {
        reader.meter().allocate(size_of::<Actor>());
        actors.push(self::actor(&mut reader)?);
    }
    let columns = columns(&mut reader)?;
    if !reader.is_empty() {
        return Err(Hostile::NotCanonical);
    }
    let ops = ops(columns, &actors)?;
    let last = start_op.checked_add(ops.len() as u64).ok_or(Hostile::StartOp)?;
    if start_op == 0 || last > limit::OP_COUNTER {
        return Err(Hostile::StartOp);
    }
    Ok(Change { actor, seq, start_op, time, message, deps, ops, hash: Hash([0; 32]) })
}

fn deps(reader: &mut Reader<'_>) -> Result<Vec<Hash>, Hostile> {
    let count = reader.count(limit::CHANGE_DEPS, 32)?;
    reader.meter().allocate(count * 32);
    let mut deps = Vec::with_capacity(count);
    for _ in 0..count {
        deps.push(Hash::from_slice(reader.take(32)?).ok_or(Hostile::Cut)?);
    }
    if deps.is_sorted_by(|before, after| before < after) { Ok(deps) } else { Err(Hostile::Deps) }
}

fn actor(reader: &mut Reader<'_>) -> Result<Actor, Hostile> {
    Actor::from_slice(reader.prefixed()?).ok_or(Hostile::Actor)
}

fn time(reader: &mut Reader<'_>) -> Result<i64, Hostile> {
    let time = reader.signed()?;
    if limit::TIME.contains(&time) { Ok(time) } else { Err(Hostile::Time) }
}

fn message(reader: &mut Reader<'_>) -> Result<Option<String>, Hostile> {
    let bytes = reader.prefixed()?;
    if bytes.len() > limit::MESSAGE_BYTES {
        return Err(Hostile::TooLong);
    }
    reader.meter().allocate(bytes.len());
    let text = std::str::from_utf8(bytes).map_err(|_| Hostile::Value)?;
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

type Columns<'a> = [Reader<'a>; column::ALL.len()];

fn columns<'a>(reader: &mut Reader<'a>) -> Result<Columns<'a>, Hostile> {
    let mut lengths = [0u64; column::ALL.len()];
    let mut free = 0;
    // Each column at most once, ascending: so there are at most as many as are known.
    for _ in 0..reader.unsigned()? {
        let place = column::place(reader.unsigned()?).filter(|place| *place >= free);
        let place = place.ok_or(Hostile::Column)?;
        lengths[place] = reader.unsigned()?;
        free = place + 1;
    }
    let meter = reader.meter();
    let mut columns = lengths.map(|_| Reader::new(&[], meter));
    for (column, length) in columns.iter_mut().zip(lengths) {
        *column = Reader::new(reader.take(length)?, meter);
    }
    Ok(columns)
}

fn ops(columns: Columns<'_>, actors: &[Actor]) -> Result<Vec<Op>, Hostile> {
    let [keys, _insert, actions, metas, mut values, counts, pred_actors, pred_counters] = columns;
    let meter = keys.meter();
    let keys = self::keys(keys)?;
    let actions = exactly(rle::unsigned(actions, keys.len())?, keys.len())?;
    let metas = exactly(rle::unsigned(metas, keys.len())?, keys.len())?;
    let counts = exactly(rle::unsigned(counts, keys.len())?, keys.len())?;
    let mut preds = preds(pred_actors, pred_counters, actors)?.into_iter();
    let mut ops = Vec::with_capacity(keys.len());
    meter.allocate(keys.len() * size_of::<Op>());
    for (((key, action), meta), count) in keys.into_iter().zip(actions).zip(metas).zip(counts) {
        let action = match action {
            column::PUT => Action::Put(scalar::take(&mut values, meta)?),
            column::DELETE => Action::Delete,
            _ => return Err(Hostile::Action),
        };
        let count = usize::try_from(count).map_err(|_| Hostile::TooMany)?;
        if count > preds.len() {
            return Err(Hostile::Columns);
        }
        ops.push(Op { key, action, preds: preds.by_ref().take(count).collect() });
    }
    if preds.len() > 0 || !values.is_empty() {
        return Err(Hostile::Columns);
    }
    Ok(ops)
}

fn exactly(numbers: Vec<u64>, count: usize) -> Result<Vec<u64>, Hostile> {
    if numbers.len() == count { Ok(numbers) } else { Err(Hostile::Columns) }
}

/// Reads the keys, which are all different: so there are never more than the bytes can name.
fn keys(column: Reader<'_>) -> Result<Vec<String>, Hostile> {
    let meter = column.meter();
    let mut keys: Vec<String> = Vec::new();
    rle::decode(column, limit::CHANGE_OPS, Reader::prefixed, |bytes, count| {
        if count != 1 {
            return Err(Hostile::RepeatedKey);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Hostile::Key)?;
        if !field::key_ok(text) {
            return Err(Hostile::Key);
        }
        meter.allocate(size_of::<String>() + text.len());
        keys.push(text.to_owned());
        Ok(())
    })?;
    if keys.is_empty() {
        return Err(Hostile::Nothing);
    }
    let mut sorted: Vec<&String> = keys.iter().collect();
    sorted.sort_unstable();
    meter.allocate(sorted.len() * size_of::<&String>());
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Hostile::RepeatedKey);
    }
    Ok(keys)
}

fn preds(
    actors_column: Reader<'_>,
    counters: Reader<'_>,
    actors: &[Actor],
) -> Result<Vec<OpId>, Hostile> {
    let meter = counters.meter();
    let counters = rle::deltas(counters, limit::CHANGE_PREDS)?;
    let places = exactly(rle::unsigned(actors_column, counters.len())?, counters.len())?;
    meter.allocate(counters.len() * size_of::<OpId>());
    let pred = |(counter, place): (i64, u64)| {
        let counter = u64::try_from(counter).ok().filter(|counter| *counter <= limit::OP_COUNTER);
        let actor = usize::try_from(place).ok().and_then(|place| actors.get(place));
        Some(OpId { counter: counter?, actor: *actor? })
    };
    counters.into_iter().zip(places).map(pred).collect::<Option<_>>().ok_or(Hostile::Preds)
}
