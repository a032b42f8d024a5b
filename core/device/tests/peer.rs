//! What a server would send: pages of the feed, acknowledgements.

use jangkau_device::edit;
use jangkau_device::store::documents;
use jangkau_device::sync::Tablet as Store;
use jangkau_domain::DocId;
use jangkau_sync::Hash;
use jangkau_sync::frame::{Form, Frame, FrameKind, FrameWriter, Heading};
use jangkau_sync::message::Outcome;
use jangkau_sync::receipt::ReceiptKey;
use jangkau_sync::register::Register;
use jangkau_sync::row::{FeedRow, Row, RowId};
use jangkau_sync::session::{Ack, DocAck, OutDoc, Page, PageOutcome, PushAcks, SyncStore};

use crate::fixture::{NOW, SCOPE, Tablet};

pub fn receipts() -> ReceiptKey {
    ReceiptKey::new(1, [9; 32])
}

/// Runs a step of a session on a tablet's store.
pub fn with_store<T>(tablet: &Tablet, step: impl FnOnce(&mut Store<'_>) -> T) -> T {
    tablet.app.on_device(|device| step(&mut Store { db: &mut device.db, now: NOW }))
}

/// Returns what the tablet would send.
pub fn outbox(tablet: &Tablet) -> Vec<OutDoc> {
    with_store(tablet, |store| store.outbox(&std::collections::BTreeSet::new(), 1_000)).unwrap()
}

/// Acknowledges everything that waits, as a server does that holds nothing else.
pub fn acknowledge(tablet: &Tablet) {
    for doc in outbox(tablet) {
        let acks = PushAcks {
            changes: doc
                .changes
                .iter()
                .map(|change| Ack { n: change.n, doc: doc.id, outcome: Outcome::Stored })
                .collect(),
            docs: vec![DocAck {
                doc: doc.id,
                heads: heads(tablet, doc.id),
                receipt: receipts().sign(&doc.id, &heads(tablet, doc.id)),
            }],
            digests: Vec::new(),
        };
        with_store(tablet, |store| store.acked(&acks)).unwrap();
    }
}

pub fn heads(tablet: &Tablet, doc: DocId) -> Vec<Hash> {
    let register = tablet.app.on_device(|device| documents::register(&device.db, doc));
    register.unwrap().unwrap().heads().to_vec()
}

/// Returns a document's changes.
pub fn changes(tablet: &Tablet, doc: DocId) -> Vec<Vec<u8>> {
    let stored = tablet.app.on_device(|device| documents::get(&device.db, doc)).unwrap().unwrap();
    edit::open(&stored).unwrap().changes()
}

/// How a document travels in a page.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    Short,
    Raw,
    Snapshot,
}

/// Builds a page with one tablet's document as the server would send it to another.
pub fn page(from: &Tablet, doc: DocId, before: &Register, way: Way, next: u64) -> Page {
    let stored = from.app.on_device(|device| documents::get(&device.db, doc)).unwrap().unwrap();
    let mut writer = FrameWriter::new(FrameKind::Pull);
    let mut heading = Heading::new(stored.kind, doc, SCOPE);
    heading.receipt = Some(receipts().sign(&doc, stored.register.heads()));
    writer.document(&heading);
    let known = edit::open(&stored).unwrap();
    match way {
        Way::Snapshot => writer.snapshot(&known.save()),
        Way::Short => {
            writer.changes(&mut before.clone(), &known.changes_since(before.heads()), Form::Short);
        }
        Way::Raw => writer.changes(&mut before.clone(), &known.changes(), Form::Raw),
    }
    let frame = Frame::decode(&writer.finish(3)).unwrap();
    Page { scope: SCOPE, epoch: 1, next, documents: Some(frame), rows: Vec::new() }
}

/// Gives a tablet a page and expects it to be stored.
pub fn give(tablet: &Tablet, page: &Page) -> u32 {
    match with_store(tablet, |store| store.store_page(page)).unwrap() {
        PageOutcome::Stored(count) => count,
        PageOutcome::NeedsFull => panic!("the page did not rebuild"),
    }
}

/// Gives a tablet one row of the feed.
pub fn give_row(tablet: &Tablet, id: u8, position: u64, row: impl Into<Row>) {
    let row = FeedRow::new(RowId([id; 16]), position, NOW, &row.into());
    let page = Page { scope: SCOPE, epoch: 1, next: position, documents: None, rows: vec![row] };
    give(tablet, &page);
}
