//! Reading news, scope by scope, and comparing both sides at the end of each.

use jangkau_domain::ScopeId;

use super::machine::Session;
use super::step::Request;
use super::store::{Page, PageOutcome, SyncStore};
use crate::message::pull::PATH;
use crate::message::{self, PullAnswer, PullRequest};

/// A scope that is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PullTask {
    scope: ScopeId,
    full: bool,
}

impl PullTask {
    pub(super) const fn new(scope: ScopeId) -> Self {
        Self { scope, full: false }
    }
}

impl Session {
    /// Returns the next request with its task and cursor, none where every scope was read.
    pub(super) fn pull_request<S: SyncStore>(
        &mut self,
        store: &S,
    ) -> Result<Option<(Request, PullTask, u64)>, S::Error> {
        while let Some(task) = self.to_pull.front().copied() {
            let state = store.state(task.scope)?;
            let news = self.touched.contains(&task.scope) || !self.server.contains(&state);
            if !news {
                self.to_pull.pop_front();
                continue;
            }
            let body = message::encode(&PullRequest {
                scope: task.scope,
                epoch: self.epoch,
                cursor: state.position,
                max_bytes: u32::try_from(self.size.target()).unwrap_or(u32::MAX),
                full: task.full,
            });
            let bearer = Some(self.token.clone());
            let request = Request { path: PATH, bearer, signature: None, body };
            return Ok(Some((request, task, state.position)));
        }
        Ok(None)
    }

    /// Stores a page; returns false where the answer cannot be used.
    pub(super) fn pulled<S: SyncStore>(
        &mut self,
        store: &mut S,
        task: PullTask,
        cursor: u64,
        body: &[u8],
    ) -> Result<bool, S::Error> {
        let Ok(answer) = message::decode::<PullAnswer>(body) else {
            return Ok(false);
        };
        let stuck = answer.more && answer.next <= cursor;
        if answer.scope != task.scope || answer.cursor != cursor || stuck {
            return Ok(false);
        }
        if answer.epoch != self.epoch {
            self.hello_again();
            return Ok(true);
        }
        let (Ok(documents), Ok(rows)) = (answer.documents(), answer.feed_rows()) else {
            return Ok(false);
        };
        let (scope, epoch, next) = (answer.scope, answer.epoch, answer.next);
        match store.store_page(&Page { scope, epoch, next, documents, rows })? {
            PageOutcome::Stored(count) => {
                self.summary.received += count;
                self.size.succeeded();
                self.page_stored(store, task, &answer)?;
            }
            PageOutcome::NeedsFull => self.ask_full(task),
        }
        Ok(true)
    }

    fn ask_full(&mut self, task: PullTask) {
        if task.full {
            self.to_pull.pop_front();
            self.differing.insert(task.scope);
        } else if let Some(front) = self.to_pull.front_mut() {
            front.full = true;
        }
    }

    fn page_stored<S: SyncStore>(
        &mut self,
        store: &mut S,
        task: PullTask,
        answer: &PullAnswer,
    ) -> Result<(), S::Error> {
        if answer.more {
            return Ok(());
        }
        let mine = store.state(task.scope)?.digest;
        if answer.digest.is_none_or(|theirs| theirs == mine) {
            self.differing.remove(&task.scope);
            self.to_pull.pop_front();
        } else if self.reread.insert(task.scope) {
            store.reread(task.scope)?;
            self.ask_full(PullTask::new(task.scope));
            self.touched.insert(task.scope);
        } else {
            self.differing.insert(task.scope);
            self.to_pull.pop_front();
        }
        Ok(())
    }
}
