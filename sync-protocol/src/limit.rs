//! Every limit of the wire in one place, each with its reason.

/// Bytes of one change: a record of 32 fields takes about 650, an event up to 4 KiB; what is
/// larger was not written by a form.
pub const CHANGE_BYTES: usize = 64 * 1024;

/// Operations of one change, each on a key of its own: a whole household form is below 100. Run
/// lengths are compared with it before a single operation is made, so a run of 2^40 in a 117-byte
/// change costs nothing.
pub const CHANGE_OPS: usize = 2_048;

/// Predecessors of all operations of a change: one for each operation, and one more for each value
/// that is in conflict.
pub const CHANGE_PREDS: usize = 4_096;

/// Dependencies of one change: one for each head, and the actor's own last change.
pub const CHANGE_DEPS: usize = 256;

/// Bytes of a change's message: an author takes at most 53.
pub const MESSAGE_BYTES: usize = 256;

/// Bytes of a key: `att/` with a SHA-256 takes 68.
pub const KEY_BYTES: usize = jangkau_domain::field::KEY_MAX;

/// Bytes of one event.
pub const EVENT_BYTES: usize = jangkau_domain::event::EVENT_MAX;

/// How far a change's first operation may lie beyond the highest of the document.
///
/// A writer who knew changes that the receiver does not know yet numbers its own above them.
/// Without a bound one change could use the counters up: automerge stops at 2^32 - 1.
pub const START_OP_AHEAD: u64 = 10_000;

/// The highest operation counter, as automerge keeps counters in 32 bits.
pub const OP_COUNTER: u64 = u32::MAX as u64;

/// Changes of one document that the gate takes: an alarm stands at about 500; twenty years of
/// weekly visits are 1,000. It bounds the work of judging a change upon old versions.
pub const DOCUMENT_CHANGES: u64 = 10_000;

/// Keys of one document that the gate takes: a person has about 60, each visit adds one.
pub const DOCUMENT_KEYS: usize = 10_000;

/// Heads of one document that the gate takes. Whoever writes next names them all, so without a
/// bound one tablet could make a document that nobody can write to any more.
pub const DOCUMENT_HEADS: usize = CHANGE_DEPS - 2;

/// Values of one document beyond the first of each key that the gate takes, for the same reason:
/// whoever writes on those keys names them all.
pub const DOCUMENT_CONFLICTS: usize = 1_024;

/// What all changes of a document may weigh together. A snapshot is never larger, so it fits into
/// one frame even where nothing in it can be compressed. 240 visits weigh about 120 KiB.
pub const DOCUMENT_BYTES: u64 = 240 * 1024;

/// Bytes of a snapshot that is given to automerge: what the gate lets in stays far below.
pub const SNAPSHOT_BYTES: usize = 1024 * 1024;

/// Values of one column of a snapshot: operations and predecessors of all its changes.
pub const SNAPSHOT_ROWS: u64 = 131_072;

/// Seconds since 1970 UTC that a change may claim: from 0 to the year 36812.
///
/// Clocks of tablets are often wrong, so the range is wide; but automerge keeps times as
/// differences, and two times of opposite ends would overflow and make a document unreadable.
pub const TIME: std::ops::Range<i64> = 0..1 << 40;

// Even a document of which every change jumps as far as it may keeps within 32 bits.
const _: () = assert!(
    DOCUMENT_CHANGES * (START_OP_AHEAD + CHANGE_OPS as u64) < OP_COUNTER,
    "counters could run out"
);

/// Bytes of a control message: a page of news carries two frames at their largest.
pub const ENVELOPE_BYTES: usize = 1024 * 1024;

/// Bytes of a frame on the wire: four times what an adapting sender asks for.
pub const FRAME_BYTES: usize = 256 * 1024;

/// Bytes of a frame after inflating.
pub const FRAME_RAW_BYTES: usize = 1024 * 1024;

/// How many times larger than its compressed form a frame may be: ours reach about 15; a sender
/// whose frame would exceed it leaves the payload uncompressed.
pub const FRAME_RATIO: usize = 64;

/// Changes and snapshots of a frame: 16 KiB carry about 600 edits.
pub const FRAME_RECORDS: usize = 8_192;

/// Operations of all changes of a frame together.
pub const FRAME_OPS: usize = 65_536;

/// Different keys of a frame.
pub const FRAME_KEYS: usize = 8_192;

/// The size that a session starts with: at 3 KB/s and a cut every 10 to 60 seconds it costs the
/// least.
pub const FRAME_TARGET: usize = 16 * 1024;

/// The size that a session falls to on a bad link.
pub const FRAME_TARGET_MIN: usize = 4 * 1024;

/// The size that a session grows to on a good link.
pub const FRAME_TARGET_MAX: usize = 64 * 1024;
