//! Small frames that claim to be large.

use jangkau_sync::frame::{Frame, FrameError, FrameKind, FrameWriter};
use jangkau_sync::message::MessageError;
use jangkau_sync::row;
use rstest::rstest;

use super::mutant::reseal;

fn number(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value > 0x7f {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

/// A frame with these parts behind its head.
fn frame(dictionary: u8, raw_len: u64, noise_len: u64, noise: &[u8], packed: &[u8]) -> Vec<u8> {
    let mut frame = vec![b'J', b'K', 1, 1, 0, 0, 0, 0, dictionary];
    frame.extend(number(raw_len));
    frame.extend(number(noise_len));
    frame.extend_from_slice(noise);
    frame.extend_from_slice(packed);
    reseal(&mut frame);
    frame
}

fn zeros(count: usize) -> Vec<u8> {
    let dictionary = jangkau_sync::dictionary::bytes(1).unwrap();
    let mut compressor = zstd::bulk::Compressor::with_dictionary(19, dictionary).unwrap();
    compressor.include_contentsize(false).unwrap();
    compressor.include_dictid(false).unwrap();
    compressor.compress(&vec![0; count]).unwrap()[4..].to_vec()
}

#[rstest]
#[case::claims_a_gigabyte(frame(1, 1 << 30, 0, &[], &zeros(100)), FrameError::TooLarge)]
#[case::claims_all_there_is(frame(1, u64::MAX, 0, &[], &zeros(100)), FrameError::TooLarge)]
#[case::a_megabyte_of_zeros(frame(1, 1 << 20, 0, &[], &zeros(1 << 20)), FrameError::TooLarge)]
#[case::more_than_it_says(frame(1, 1_000, 0, &[], &zeros(1 << 20)), FrameError::Inflate)]
#[case::less_than_it_says(frame(1, 400, 0, &[], &zeros(300)), FrameError::Inflate)]
#[case::not_zstd(frame(1, 100, 0, &[], &[9; 60]), FrameError::Inflate)]
#[case::unknown_dictionary(frame(77, 100, 0, &[], &zeros(100)), FrameError::Dictionary(77))]
#[case::stored_too_short(frame(0, 100, 0, &[], &[0; 60]), FrameError::Inflate)]
#[case::noise_that_is_not_there(frame(0, 4, 9_000, &[1], &[0; 4]), FrameError::Damaged)]
#[case::noise_beyond_all(frame(0, 4, 1 << 40, &[1], &[0; 4]), FrameError::TooLarge)]
#[case::noise_left_over(frame(0, 4, 1, &[1], &[0; 4]), FrameError::Damaged)]
#[case::stream_left_over(frame(0, 5, 0, &[], &[0; 5]), FrameError::Damaged)]
#[case::many_keys(frame(0, 5, 0, &[], &[0, 0, 0xff, 0xff, 0x7f]), FrameError::TooLarge)]
#[case::more_documents_than_bytes(frame(0, 4, 0, &[], &[0, 0, 0, 9]), FrameError::Damaged)]
fn is_refused_before_it_grows(#[case] frame: Vec<u8>, #[case] error: FrameError) {
    assert_eq!(Frame::decode(&frame).err(), Some(error));
}

#[test]
fn an_empty_frame_is_a_frame() {
    let empty = frame(0, 4, 0, &[], &[0, 0, 0, 0]);
    assert_eq!(Frame::decode(&empty).map(|frame| frame.docs.len()), Ok(0));
    let written = FrameWriter::new(FrameKind::Push).finish(3);
    assert_eq!(Frame::decode(&written).map(|frame| frame.docs.len()), Ok(0));
}

#[test]
fn a_frame_of_other_things_is_refused() {
    let rows = row::encode_frame(&[], 3);
    assert_eq!(Frame::decode(&rows).err(), Some(MessageError::Type(3).into()));
    let changes = FrameWriter::new(FrameKind::Push).finish(3);
    assert_eq!(row::decode_frame(&changes).err(), Some(MessageError::Type(1).into()));
    let large = vec![0; 300_000];
    assert_eq!(Frame::decode(&large).err(), Some(FrameError::TooLarge));
}
