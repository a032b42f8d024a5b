//! The four kinds of scalar, each as a type with its length and as bytes.

use jangkau_domain::Value;

use super::hostile::Hostile;
use super::leb::{put_signed, put_unsigned};
use super::reader::Reader;

// automerge's type numbers. Null, unsigned, float, counter and timestamp are never written here.
const FALSE: u64 = 1;
const TRUE: u64 = 2;
const INT: u64 = 4;
const STRING: u64 = 6;
const BYTES: u64 = 7;

/// Appends a value's bytes and returns its type and length as one number.
pub(super) fn put(out: &mut Vec<u8>, value: &Value) -> u64 {
    let start = out.len();
    let kind = match value {
        Value::Bool(false) => FALSE,
        Value::Bool(true) => TRUE,
        Value::Int(number) => {
            put_signed(out, *number);
            INT
        }
        Value::Str(text) => {
            out.extend_from_slice(text.as_bytes());
            STRING
        }
        Value::Bytes(bytes) => {
            out.extend_from_slice(bytes);
            BYTES
        }
    };
    ((out.len() - start) as u64) << 4 | kind
}

/// Reads the value that a type and length announce.
pub(super) fn take(values: &mut Reader<'_>, meta: u64) -> Result<Value, Hostile> {
    let bytes = values.take(meta >> 4)?;
    values.meter().allocate(bytes.len());
    match meta & 15 {
        FALSE if bytes.is_empty() => Ok(Value::Bool(false)),
        TRUE if bytes.is_empty() => Ok(Value::Bool(true)),
        INT => {
            let mut number = Reader::new(bytes, values.meter());
            let value = number.signed()?;
            if number.is_empty() { Ok(Value::Int(value)) } else { Err(Hostile::Value) }
        }
        STRING => {
            let text = std::str::from_utf8(bytes).map_err(|_| Hostile::Value)?;
            Ok(Value::Str(text.to_owned()))
        }
        BYTES => Ok(Value::Bytes(bytes.to_vec())),
        _ => Err(Hostile::Value),
    }
}

/// Appends a type and length.
pub(super) fn put_meta(out: &mut Vec<u8>, meta: &u64) {
    put_unsigned(out, *meta);
}
