//! Our scalars as automerge's, and back.

use automerge::ScalarValue;
use jangkau_domain::Value;

pub(super) fn to_automerge(value: &Value) -> ScalarValue {
    match value {
        Value::Str(text) => ScalarValue::Str(text.as_str().into()),
        Value::Int(number) => ScalarValue::Int(*number),
        Value::Bool(yes) => ScalarValue::Boolean(*yes),
        Value::Bytes(bytes) => ScalarValue::Bytes(bytes.clone()),
    }
}

/// Returns none for what this system never writes.
pub(super) fn from_automerge(value: &automerge::Value<'_>) -> Option<Value> {
    let automerge::Value::Scalar(scalar) = value else {
        return None;
    };
    match scalar.as_ref() {
        ScalarValue::Str(text) => Some(Value::Str(text.to_string())),
        ScalarValue::Int(number) => Some(Value::Int(*number)),
        ScalarValue::Boolean(yes) => Some(Value::Bool(*yes)),
        ScalarValue::Bytes(bytes) => Some(Value::Bytes(bytes.clone())),
        _ => None,
    }
}
