//! Laws of every class over random clashes; proptest prints the seed of a failure.

use std::fmt;

use proptest::prelude::*;

use super::*;
use crate::field::{self, Class, Field, FieldType};
use crate::{DocKind, Value, list};

/// A made-up value, so a failure may print it.
#[derive(Clone)]
struct Made(Value);

impl fmt::Debug for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Value::Str(text) => write!(f, "{text:?}"),
            Value::Int(number) => write!(f, "{number}"),
            Value::Bool(yes) => write!(f, "{yes}"),
            Value::Bytes(bytes) => write!(f, "{bytes:?}"),
        }
    }
}

type Source = Option<&'static str>;

/// A clash over any field: values of its type with a source beside each, and who won.
fn clash() -> impl Strategy<Value = (&'static Field, Vec<(Made, Source)>, usize)> {
    let fields: Vec<_> = DocKind::ALL.into_iter().flat_map(field::all).collect();
    proptest::sample::select(fields).prop_flat_map(|field| {
        let source =
            proptest::sample::select(vec![None, Some("said"), Some("seen"), Some("owner")]);
        let values = proptest::collection::vec((value(field.ty), source), 1..6);
        (Just(field), values, any::<proptest::sample::Index>()).prop_map(|(field, values, at)| {
            let at = at.index(values.len());
            (field, values, at)
        })
    })
}

fn value(ty: FieldType) -> BoxedStrategy<Made> {
    let text = |pattern: &'static str| pattern.prop_map(|text| Made(Value::Str(text))).boxed();
    match ty {
        FieldType::Int | FieldType::Money => (-3i64..40).prop_map(|n| Made(Value::Int(n))).boxed(),
        FieldType::Bool => any::<bool>().prop_map(|yes| Made(Value::Bool(yes))).boxed(),
        FieldType::SetItem(_) => Just(Made(Value::Bool(true))).boxed(),
        FieldType::Ref => (0u8..3).prop_map(|byte| Made(Value::Bytes(vec![byte; 16]))).boxed(),
        FieldType::Date | FieldType::DateApprox => {
            text("(19|20)[0-2][0-9](-0[1-9](-[12][0-9])?)?~?")
        }
        FieldType::Geo => text("-7\\.[0-9]{1,3},109\\.[0-9]{1,3};[0-9]{1,2}"),
        FieldType::List(name) => {
            let items = list::find(name).unwrap().items;
            let mut keys: Vec<_> = items.iter().map(|code| code.key).collect();
            keys.push("newer");
            proptest::sample::select(keys).prop_map(|key| Made(Value::from(key))).boxed()
        }
        _ => text("[a-cA-C ]{0,4}( ‖ [a-c])?|[0-9 .-]{0,6}"),
    }
}

fn end(field: &Field, clash: &[(Made, Source)], winner: &Value) -> Settled {
    let values: Vec<_> = clash.iter().map(|(made, _)| made.0.clone()).collect();
    let sources: Vec<_> = clash.iter().map(|(_, source)| *source).collect();
    settle(field, &values, &Context { winner, sources: &sources })
}

const ABSORBING: [Class; 6] =
    [Class::Both, Class::Yes, Class::No, Class::High, Class::Low, Class::Fine];

proptest! {
    #[test]
    fn order_does_not_count((field, clash, winner) in clash(), seed: u64) {
        let winner = &clash[winner].0.0;
        let mut shuffled = clash.clone();
        let mut turn = seed;
        for at in (1..shuffled.len()).rev() {
            shuffled.swap(at, (turn % (at as u64 + 1)) as usize);
            turn = turn.rotate_left(13);
        }
        prop_assert!(end(field, &shuffled, winner) == end(field, &clash, winner), "{}", field.key);
    }

    #[test]
    fn an_end_ends_as_itself((field, clash, winner) in clash()) {
        let ended = end(field, &clash, &clash[winner].0.0).shown().clone();
        let alone = settle(field, std::slice::from_ref(&ended), &Context::of(&ended));
        prop_assert!(alone == Settled::One(ended.clone()), "{}", field.key);
        if ABSORBING.contains(&field.class) {
            let mut more = clash.clone();
            more.push((Made(ended.clone()), None));
            let again = end(field, &more, &ended).shown().clone();
            prop_assert!(same(field.ty, &again, &ended), "{}", field.key);
        }
    }

    #[test]
    fn only_a_person_settles_identity((field, clash, winner) in clash()) {
        let winner = &clash[winner].0.0;
        let equal = clash.iter().all(|(made, _)| same(field.ty, &made.0, winner));
        let waits = matches!(end(field, &clash, winner), Settled::Review { .. });
        prop_assert_eq!(waits, field.class == Class::Review && !equal);
    }

    #[test]
    fn a_normal_form_is_its_own((field, clash, _) in clash()) {
        for (made, _) in clash {
            let form = normal(field.ty, &made.0);
            prop_assert!(normal(field.ty, &form) == form, "{}", field.key);
        }
    }
}
