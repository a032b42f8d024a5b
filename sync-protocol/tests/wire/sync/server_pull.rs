//! The server's feed.

use std::collections::BTreeSet;

use jangkau_domain::{DeviceId, DocId};
use jangkau_sync::frame::{Form, FrameKind, FrameWriter, Heading};
use jangkau_sync::message::{self, ErrorCode, PullAnswer, PullRequest};
use jangkau_sync::row::{FeedRow, Notice, RowId, encode_frame};
use jangkau_sync::{Document, Register, genesis};

use super::server::{Answer, Doc, Entry, Server, refusal};

/// Documents with more changes travel as snapshots.
const SNAPSHOT_ABOVE: usize = 12;

impl Server {
    pub fn pull(&self, device: DeviceId, body: &[u8]) -> Answer {
        let Ok(asked) = message::decode::<PullRequest>(body) else {
            return refusal(400, ErrorCode::BadMessage);
        };
        let mut news: Vec<(u64, DocId, &Doc)> = self
            .docs
            .iter()
            .filter(|(_, doc)| doc.scope == asked.scope)
            .filter_map(|(id, doc)| Some((doc.log.last()?.position, *id, doc)))
            .filter(|(position, ..)| *position > asked.cursor)
            .collect();
        news.sort_unstable_by_key(|(position, id, _)| (*position, *id));
        let mut writer = FrameWriter::new(FrameKind::Pull);
        let mut next = asked.cursor;
        let mut left = news.len();
        for (position, id, doc) in news {
            if !writer.is_empty() && writer.is_full(asked.max_bytes as usize) {
                break;
            }
            self.write(&mut writer, device, &asked, id, doc);
            next = position;
            left -= 1;
        }
        let rows = [FeedRow::new(RowId([1; 16]), 1, 0, &notice().into())];
        let answer = PullAnswer {
            scope: asked.scope,
            cursor: asked.cursor,
            next,
            more: left > 0,
            epoch: self.epoch,
            digest: (left == 0).then(|| self.digest(asked.scope)),
            frame: if writer.is_empty() { Vec::new() } else { writer.finish(3) },
            rows: if asked.cursor == 0 { encode_frame(&rows, 3) } else { Vec::new() },
        };
        (200, message::encode(&answer))
    }

    fn write(
        &self,
        writer: &mut FrameWriter,
        device: DeviceId,
        asked: &PullRequest,
        id: DocId,
        doc: &Doc,
    ) {
        let (held, news) = self.parted(device, asked, id, doc);
        let mut heading = Heading::new(doc.kind, id, doc.scope);
        heading.receipt = Some(self.key.sign(&id, doc.register.heads()));
        heading.known = !asked.full && !held.is_empty();
        writer.document(&heading);
        if held.is_empty() && news.len() > SNAPSHOT_ABOVE {
            let mut document = Document::new(doc.kind, &id);
            let changes: Vec<Vec<u8>> = news.iter().map(|entry| entry.change.encode()).collect();
            document.apply(&changes).unwrap();
            writer.snapshot(&document.save());
            return;
        }
        let held = held.into_iter().map(|entry| entry.change.clone());
        let mut before = Register::replay(doc.kind, id, held).unwrap();
        let news: Vec<Vec<u8>> = news.iter().map(|entry| entry.change.encode()).collect();
        let form = if asked.full { Form::Raw } else { Form::Short };
        writer.changes(&mut before, &news, form);
    }
}

impl Server {
    /// Parts what the tablet holds from what it lacks. Its own changes it holds only where it
    /// holds what they depend on: a cursor may have gone back to 0.
    fn parted<'a>(
        &self,
        device: DeviceId,
        asked: &PullRequest,
        id: DocId,
        doc: &'a Doc,
    ) -> (Vec<&'a Entry>, Vec<&'a Entry>) {
        let mut there = BTreeSet::from([genesis::hash(doc.kind, &id)]);
        doc.log.iter().partition(|entry| {
            let own = !asked.full
                && entry.device == device
                && entry.change.deps.iter().all(|dep| there.contains(dep));
            let held = entry.position <= asked.cursor || own;
            held && there.insert(entry.change.hash)
        })
    }
}

pub fn notice() -> Notice {
    Notice { text: "Rapat hari Senin".to_owned(), by: "SPV".to_owned(), until: None }
}
