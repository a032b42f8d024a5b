//! The automatic end of a clash, class by class.

use std::collections::BTreeMap;

use super::normal::{folded, normal};
use crate::Value;
use crate::birth::BirthDate;
use crate::field::{Class, Field, FieldType};
use crate::geo::Point;
use crate::list;

/// Stands between the texts of a clash that keeps them all.
pub const SEPARATOR: &str = " ‖ ";

/// What every replica knows of a clash besides its values.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The winner that every replica computes.
    pub winner: &'a Value,
    /// For `best`: the `source` that stood beside each candidate on its author's side, in the
    /// order of the candidates; may be shorter.
    pub sources: &'a [Option<&'a str>],
}

impl<'a> Context<'a> {
    /// Returns a context without sources.
    pub const fn of(winner: &'a Value) -> Self {
        Self { winner, sources: &[] }
    }
}

/// How a clash ends.
#[derive(Clone, PartialEq, Eq)]
pub enum Settled {
    /// This value stands.
    One(Value),
    /// A person decides; until then this value is shown with a badge.
    Review {
        /// The winner that every replica computes.
        shown: Value,
    },
}

impl Settled {
    /// Returns the value to show.
    pub const fn shown(&self) -> &Value {
        match self {
            Self::One(value) | Self::Review { shown: value } => value,
        }
    }
}

/// Ends a clash over a field; the order of the candidates does not count.
///
/// Equal values, after the type's normaliser, collapse first.
pub fn settle(field: &Field, candidates: &[Value], ctx: &Context<'_>) -> Settled {
    let clash = Clash { ty: field.ty, candidates, ctx };
    if candidates.iter().all(|value| value == ctx.winner) {
        return Settled::One(ctx.winner.clone());
    }
    let first = normal(field.ty, ctx.winner);
    if candidates.iter().all(|value| normal(field.ty, value) == first) {
        return Settled::One(ctx.winner.clone());
    }
    let winner = || ctx.winner.clone();
    Settled::One(match field.class {
        Class::Review => return Settled::Review { shown: winner() },
        Class::Last => winner(),
        Class::Both => clash.joined(),
        Class::Yes | Class::Set => clash.having(&Value::Bool(true)),
        Class::No => clash.having(&Value::Bool(false)),
        Class::High => clash.best(|_, value| clash.height(value)),
        Class::Low => clash.best(|_, value| clash.height(value).map(std::cmp::Reverse)),
        Class::Fine => clash.best(|_, value| clash.fineness(value)),
        Class::Best => clash.best(|at, _| clash.trust(at)),
    })
}

struct Clash<'a> {
    ty: FieldType,
    candidates: &'a [Value],
    ctx: &'a Context<'a>,
}

impl Clash<'_> {
    fn having(&self, value: &Value) -> Value {
        if self.candidates.contains(value) { value.clone() } else { self.ctx.winner.clone() }
    }

    /// Returns the highest by rank; among equals the winner, else the greatest normal form.
    fn best<R: Ord>(&self, rank: impl Fn(usize, &Value) -> Option<R>) -> Value {
        let ranked =
            || self.candidates.iter().enumerate().map(|(at, value)| (rank(at, value), value));
        let highest = ranked().map(|(rank, _)| rank).max();
        let mut top = ranked().filter(|(rank, _)| Some(rank) == highest.as_ref());
        if top.any(|(_, value)| value == self.ctx.winner) {
            return self.ctx.winner.clone();
        }
        let top =
            ranked().filter(|(rank, _)| Some(rank) == highest.as_ref()).map(|(_, value)| value);
        top.max_by_key(|value| (normal(self.ty, value), *value)).unwrap_or(self.ctx.winner).clone()
    }

    /// Place in the list, size of the number, first day of the date; what cannot be read is below
    /// (or, for the lower, above) all that can.
    fn height(&self, value: &Value) -> Option<i64> {
        match (self.ty, value) {
            (FieldType::List(name), Value::Str(key)) => {
                list::find(name)?.rank(key).and_then(|rank| i64::try_from(rank).ok())
            }
            (FieldType::Date | FieldType::DateApprox, Value::Str(text)) => {
                let date = text.parse::<BirthDate>().ok()?;
                let day = date.first_day();
                Some(
                    i64::from(day.year()) * 10_000
                        + i64::from(day.month()) * 100
                        + i64::from(day.day()),
                )
            }
            (_, Value::Int(number)) => Some(*number),
            (_, Value::Str(_) | Value::Bool(_) | Value::Bytes(_)) => None,
        }
    }

    fn fineness(&self, value: &Value) -> Option<i64> {
        let text = value.as_str()?;
        match self.ty {
            FieldType::Date | FieldType::DateApprox => {
                let date = text.parse::<BirthDate>().ok()?;
                Some(date.precision() as i64 * 2 + i64::from(!date.is_estimate()))
            }
            FieldType::Geo => text.parse::<Point>().ok().map(|point| -i64::from(point.metres())),
            _ => None,
        }
    }

    fn trust(&self, at: usize) -> Option<usize> {
        let source = self.ctx.sources.get(at).copied().flatten()?;
        list::find("prog_source")?.rank(source)
    }

    /// Joins the parts of all texts, each once, in the order of their normal forms.
    fn joined(&self) -> Value {
        let texts = self.candidates.iter().filter_map(Value::as_str);
        let mut parts = BTreeMap::new();
        for part in texts.flat_map(|text| text.split(SEPARATOR)).map(str::trim) {
            let kept = parts.entry(folded(part)).or_insert(part);
            *kept = (*kept).max(part);
        }
        parts.remove("");
        Value::Str(parts.into_values().collect::<Vec<_>>().join(SEPARATOR))
    }
}
