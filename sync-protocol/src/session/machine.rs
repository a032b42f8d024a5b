//! The states of a session, and what each answer means.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use jangkau_domain::{DeviceId, DocId, ScopeId};

use super::pull::PullTask;
use super::push::{self, SentFrame};
use super::size::FrameSize;
use super::step::{Request, Response, Step, Stop, Summary};
use super::store::SyncStore;
use crate::dictionary;
use crate::message::hello::{self, ability};
use crate::message::{
    self, ErrorAnswer, ErrorCode, Hello, HelloAnswer, MessageType, ScopeState, StaleNonce,
};
use crate::signing;

/// Failures in a row after which a session ends.
const FAILURES: u32 = 6;

/// Times that a session opens itself again: the server restarted, or the token ran out.
const HELLOS: u32 = 6;

/// The longest pause that a session waits for, in seconds; beyond it ends as busy.
const LONGEST_WAIT: u32 = 120;

/// What does not change during a session.
#[derive(Clone, Debug)]
pub struct SessionConfig {
    /// The tablet's number.
    pub device: DeviceId,
    /// The version of the app.
    pub app_version: String,
    /// The tablet's clock, seconds since 1970 UTC.
    pub device_time: i64,
}

/// One sync session.
pub struct Session {
    config: SessionConfig,
    phase: Phase,
    in_flight: Option<InFlight>,
    wait: Option<u32>,
    failures: u32,
    hellos: u32,
    pub(super) size: FrameSize,
    pub(super) token: String,
    pub(super) epoch: u64,
    pub(super) meaning: bool,
    /// The dictionary for frames.
    pub(super) dictionary: u8,
    /// Changes of the next frame at most.
    pub(super) batch: usize,
    /// The server's scopes that are still to be read.
    pub(super) to_pull: VecDeque<PullTask>,
    /// The server's states as its `hello` told them.
    pub(super) server: Vec<ScopeState>,
    /// Scopes to which something was pushed.
    pub(super) touched: BTreeSet<ScopeId>,
    /// Scopes that still differ after everything was read again.
    pub(super) differing: BTreeSet<ScopeId>,
    /// Scopes that were read again from the start.
    pub(super) reread: BTreeSet<ScopeId>,
    /// Documents that are not sent again in this session.
    pub(super) blocked: BTreeSet<DocId>,
    /// Documents that travel with their whole id and whole changes.
    pub(super) fuller: BTreeSet<DocId>,
    /// How often the server has asked for more of a document.
    pub(super) again: BTreeMap<DocId, u8>,
    pub(super) summary: Summary,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Hello,
    Push,
    Pull,
    Done,
}

pub(super) enum InFlight {
    Hello,
    Push(SentFrame),
    Pull(PullTask, u64),
}

impl Session {
    /// Starts a session.
    pub fn new(config: SessionConfig) -> Self {
        Self {
            config,
            phase: Phase::Hello,
            in_flight: None,
            wait: None,
            failures: 0,
            hellos: 0,
            size: FrameSize::new(),
            token: String::new(),
            epoch: 0,
            meaning: true,
            dictionary: dictionary::NEWEST,
            batch: push::BATCH,
            to_pull: VecDeque::new(),
            server: Vec::new(),
            touched: BTreeSet::new(),
            differing: BTreeSet::new(),
            reread: BTreeSet::new(),
            blocked: BTreeSet::new(),
            fuller: BTreeSet::new(),
            again: BTreeMap::new(),
            summary: Summary::default(),
        }
    }

    /// Returns what to do next.
    ///
    /// # Errors
    /// Where the tablet's store fails; the session is over then.
    pub fn next<S: SyncStore>(&mut self, store: &mut S) -> Result<Step, S::Error> {
        if let Some(seconds) = self.wait.take() {
            return Ok(Step::Wait { seconds });
        }
        self.in_flight = None;
        if self.phase == Phase::Hello {
            return self.send_hello(store).map(Step::Send);
        }
        if self.phase == Phase::Push {
            if let Some((request, sent)) = self.push_request(store)? {
                self.in_flight = Some(InFlight::Push(sent));
                return Ok(Step::Send(request));
            }
            self.phase = Phase::Pull;
        }
        if self.phase == Phase::Pull {
            if let Some((request, task, cursor)) = self.pull_request(store)? {
                self.in_flight = Some(InFlight::Pull(task, cursor));
                return Ok(Step::Send(request));
            }
            self.phase = Phase::Done;
        }
        self.summary(store).map(Step::Done)
    }

    /// Takes an answer that arrived whole.
    ///
    /// # Errors
    /// Where the tablet's store fails; the session is over then.
    pub fn answer<S: SyncStore>(
        &mut self,
        store: &mut S,
        response: Response<'_>,
    ) -> Result<(), S::Error> {
        let Some(in_flight) = self.in_flight.take() else {
            return Ok(());
        };
        let found = message::type_of(response.body);
        match (response.status, found) {
            (200, Ok(_)) => self.good_answer(store, in_flight, response.body),
            (200, Err(_)) => {
                self.end(Stop::NotOurServer);
                Ok(())
            }
            (409, Ok(MessageType::StaleNonce)) => self.stale(store, response.body),
            _ => {
                self.refused(&in_flight, response);
                Ok(())
            }
        }
    }

    /// Takes note that no whole answer came.
    pub fn lost(&mut self) {
        if self.in_flight.take().is_some() {
            self.failed();
        }
    }

    /// Ends the session before its time: `next` then says how far it got.
    pub fn cancel(&mut self) {
        self.wait = None;
        self.end(Stop::NoNetwork);
    }

    fn good_answer<S: SyncStore>(
        &mut self,
        store: &mut S,
        in_flight: InFlight,
        body: &[u8],
    ) -> Result<(), S::Error> {
        let understood = match in_flight {
            InFlight::Hello => match message::decode::<HelloAnswer>(body) {
                Ok(answer) => self.opened(store, answer).map(|()| true)?,
                Err(_) => false,
            },
            InFlight::Push(sent) => self.pushed(store, &sent, body)?,
            InFlight::Pull(task, cursor) => self.pulled(store, task, cursor, body)?,
        };
        if understood {
            self.failures = 0;
        } else {
            self.failed();
        }
        Ok(())
    }

    fn send_hello<S: SyncStore>(&mut self, store: &S) -> Result<Request, S::Error> {
        let nonce = store.nonce()?;
        let body = message::encode(&Hello {
            device: self.config.device,
            nonce: nonce.clone(),
            abilities: ability::ALL.to_vec(),
            dictionaries: dictionary::ALL.to_vec(),
            scopes: store.states()?,
            app_version: self.config.app_version.clone(),
            device_time: Some(self.config.device_time),
            waiting: Some(store.waiting()?),
        });
        let signature = store.sign(&signing::message("POST", hello::PATH, &body, &nonce))?;
        self.in_flight = Some(InFlight::Hello);
        Ok(Request {
            path: hello::PATH,
            bearer: None,
            signature: Some(hex::encode(signature)),
            body,
        })
    }

    fn opened<S: SyncStore>(&mut self, store: &mut S, answer: HelloAnswer) -> Result<(), S::Error> {
        store.opened(&answer)?;
        self.token = hex::encode(&answer.token);
        self.epoch = answer.epoch;
        self.meaning = answer.abilities.contains(&ability::MEANING);
        self.dictionary = answer.dictionary;
        self.to_pull = answer.scopes.iter().map(|grant| PullTask::new(grant.id)).collect();
        self.server = answer.states;
        self.phase = Phase::Push;
        Ok(())
    }

    fn stale<S: SyncStore>(&mut self, store: &mut S, body: &[u8]) -> Result<(), S::Error> {
        match message::decode::<StaleNonce>(body) {
            Ok(stale) => {
                store.keep_nonce(&stale.nonce)?;
                self.hello_again();
            }
            Err(_) => self.failed(),
        }
        Ok(())
    }

    pub(super) fn hello_again(&mut self) {
        self.phase = Phase::Hello;
        self.hellos += 1;
        if self.hellos > HELLOS {
            self.end(Stop::Broken);
        }
    }

    fn refused(&mut self, in_flight: &InFlight, response: Response<'_>) {
        let refusal = message::decode::<ErrorAnswer>(response.body).ok();
        let code = refusal.as_ref().map(|refusal| refusal.code);
        let said = refusal.as_ref().and_then(|refusal| refusal.retry_after);
        match (response.status, in_flight) {
            (401, InFlight::Push(_) | InFlight::Pull(..)) => self.hello_again(),
            _ if code == Some(ErrorCode::NotYourScope) => self.hello_again(),
            (401 | 403, _) if refusal.is_some() => self.end(Stop::Revoked),
            (426, _) => {
                self.end(Stop::TooOld(refusal.and_then(|refusal| refusal.min_version)));
            }
            (429 | 503, _) => self.pause(response.retry_after.or(said)),
            (400 | 413 | 422, InFlight::Push(sent)) => self.frame_refused(sent),
            (500.., _) => self.failed(),
            _ if refusal.is_some() => self.end(Stop::Broken),
            _ => self.end(Stop::NotOurServer),
        }
    }

    fn pause(&mut self, seconds: Option<u32>) {
        self.failures += 1;
        let seconds = seconds.unwrap_or(1 << self.failures.min(6));
        if self.failures > FAILURES || seconds > LONGEST_WAIT {
            self.end(Stop::Busy);
        } else {
            self.wait = Some(seconds);
        }
    }

    pub(super) fn failed(&mut self) {
        self.size.failed();
        self.failures += 1;
        if self.failures > FAILURES {
            self.end(Stop::NoNetwork);
        } else {
            self.wait = Some(1 << (self.failures - 1));
        }
    }

    pub(super) fn end(&mut self, stop: Stop) {
        self.summary.stop = Some(stop);
        self.phase = Phase::Done;
    }

    fn summary<S: SyncStore>(&mut self, store: &S) -> Result<Summary, S::Error> {
        self.summary.waiting = store.waiting()?;
        self.summary.complete =
            self.summary.stop.is_none() && self.summary.waiting == 0 && self.differing.is_empty();
        Ok(self.summary.clone())
    }
}
