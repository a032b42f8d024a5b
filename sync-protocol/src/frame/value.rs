//! How one operation stands in a frame: a tag, and what the tag does not say.

use jangkau_domain::{DocId, Value};

use super::header::FrameError;
use super::meaning::Edit;
use super::varint::{self, Reader};

/// Tags below it are texts of so many bytes.
const TEXT: u8 = 0xa0;
const LONG_TEXT: u8 = 0xa0;
const BYTES: u8 = 0xa1;
/// A document id that stands among the frame's documents, by its place.
const PLACED_REF: u8 = 0xa2;
/// A document id, among the noise.
const REF: u8 = 0xa3;
const INT: u8 = 0xa4;
const TRUE: u8 = 0xa5;
const FALSE: u8 = 0xa6;
const DELETE: u8 = 0xa7;
const KEEP: u8 = 0xa8;

/// Appends an operation; `place` finds a document of the frame.
pub fn put(
    stream: &mut Vec<u8>,
    noise: &mut Vec<u8>,
    edit: &Edit,
    place: impl FnOnce(&DocId) -> Option<usize>,
) {
    match edit {
        Edit::Put(Value::Str(text)) => put_text(stream, text),
        Edit::Put(Value::Int(number)) => {
            stream.push(INT);
            varint::put_signed(stream, *number);
        }
        Edit::Put(Value::Bool(yes)) => stream.push(if *yes { TRUE } else { FALSE }),
        Edit::Put(Value::Bytes(bytes)) => put_bytes(stream, noise, bytes, place),
        Edit::Delete => stream.push(DELETE),
        Edit::Keep => stream.push(KEEP),
    }
}

fn put_text(stream: &mut Vec<u8>, text: &str) {
    match u8::try_from(text.len()) {
        Ok(short) if short < TEXT => stream.push(short),
        _ => {
            stream.push(LONG_TEXT);
            varint::put(stream, text.len() as u64);
        }
    }
    stream.extend_from_slice(text.as_bytes());
}

fn put_bytes(
    stream: &mut Vec<u8>,
    noise: &mut Vec<u8>,
    bytes: &[u8],
    place: impl FnOnce(&DocId) -> Option<usize>,
) {
    let Some(id) = DocId::from_slice(bytes) else {
        stream.push(BYTES);
        varint::put(stream, bytes.len() as u64);
        stream.extend_from_slice(bytes);
        return;
    };
    if let Some(place) = place(&id) {
        stream.push(PLACED_REF);
        varint::put(stream, place as u64);
    } else {
        stream.push(REF);
        noise.extend_from_slice(bytes);
    }
}

/// Reads an operation; `placed` gives the ids of the frame's documents so far.
pub fn read(
    stream: &mut Reader<'_>,
    noise: &mut Reader<'_>,
    placed: &[Option<DocId>],
) -> Result<Edit, FrameError> {
    let value = match stream.byte()? {
        tag @ 0..TEXT => Value::Str(stream.text(usize::from(tag))?.to_owned()),
        LONG_TEXT => {
            let count = stream.count(stream.left(), 1)?;
            Value::Str(stream.text(count)?.to_owned())
        }
        BYTES => {
            let count = stream.count(stream.left(), 1)?;
            Value::Bytes(stream.take(count)?.to_vec())
        }
        PLACED_REF => {
            let place = usize::try_from(stream.number()?).map_err(|_| FrameError::Damaged)?;
            let id = placed.get(place).copied().flatten().ok_or(FrameError::Damaged)?;
            Value::Bytes(id.0.to_vec())
        }
        REF => Value::Bytes(noise.take(16)?.to_vec()),
        INT => Value::Int(stream.signed()?),
        TRUE => Value::Bool(true),
        FALSE => Value::Bool(false),
        DELETE => return Ok(Edit::Delete),
        KEEP => return Ok(Edit::Keep),
        _ => return Err(FrameError::Damaged),
    };
    Ok(Edit::Put(value))
}
