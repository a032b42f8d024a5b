//! A link that loses, doubles, delays and spoils, as its seed says.

use jangkau_sync::session::{Request, Response, Session, SessionConfig, Step, Summary};
use rand::seq::IndexedRandom;
use rand::{Rng, RngExt};

use super::server::Server;
use super::tablet::Tablet;

/// More steps than any session takes.
const STEPS: usize = 3_000;

/// How the link treats a request.
pub trait Link {
    /// A session begins: nobody is given another tablet's answers.
    fn begin(&mut self) {}

    /// Delivers a request; none where no whole answer comes back.
    fn deliver(&mut self, server: &mut Server, request: &Request) -> Option<(u16, Vec<u8>)>;
}

/// Delivers everything.
pub struct Calm;

impl Link for Calm {
    fn deliver(&mut self, server: &mut Server, request: &Request) -> Option<(u16, Vec<u8>)> {
        Some(server.handle(request))
    }
}

/// Does everything that a link, a proxy and a server in trouble do.
pub struct Storm<R> {
    pub random: R,
    late: Vec<Request>,
    answered: Vec<(&'static str, (u16, Vec<u8>))>,
}

impl<R: Rng> Storm<R> {
    pub fn new(random: R) -> Self {
        Self { random, late: Vec::new(), answered: Vec::new() }
    }
}

impl<R: Rng> Link for Storm<R> {
    fn begin(&mut self) {
        self.answered.clear();
    }

    fn deliver(&mut self, server: &mut Server, request: &Request) -> Option<(u16, Vec<u8>)> {
        if self.random.random_ratio(1, 8)
            && let Some(old) = self.late.pop()
        {
            server.handle(&old);
        }
        match self.random.random_range(0..24) {
            // The request is lost.
            0 | 1 => None,
            // The answer is lost.
            2..=4 => {
                server.handle(request);
                None
            }
            // The request arrives twice, and the second answer comes back.
            5 | 6 => {
                server.handle(request);
                Some(server.handle(request))
            }
            // A copy arrives much later.
            7 | 8 => {
                self.late.push(request.clone());
                Some(server.handle(request))
            }
            // The answer is cut where nobody notices, or spoilt.
            9 => self.spoil(server.handle(request)),
            10 => Some((503, b"<html>busy</html>".to_vec())),
            11 => Some((500, Vec::new())),
            // The server was started anew and has forgotten its sessions.
            12 => {
                server.tokens.clear();
                Some(server.handle(request))
            }
            // A cache answers with what an earlier request of the session was answered.
            13 => self.cached(request.path),
            _ => {
                let answer = server.handle(request);
                self.answered.push((request.path, answer.clone()));
                Some(answer)
            }
        }
    }
}

impl<R: Rng> Storm<R> {
    fn cached(&mut self, path: &str) -> Option<(u16, Vec<u8>)> {
        let alike = self.answered.iter().filter(|(answered, _)| *answered == path);
        let answers: Vec<_> = alike.map(|(_, answer)| answer.clone()).collect();
        answers.choose(&mut self.random).cloned()
    }

    fn spoil(&mut self, (status, mut body): (u16, Vec<u8>)) -> Option<(u16, Vec<u8>)> {
        let place = self.random.random_range(4..body.len().max(5));
        if self.random.random_bool(0.5) {
            body.truncate(place);
        } else if let Some(byte) = body.get_mut(place) {
            *byte ^= 1 << self.random.random_range(0..8);
        }
        Some((status, body))
    }
}

/// Runs one session to its end.
pub fn session(tablet: &mut Tablet, server: &mut Server, link: &mut impl Link) -> Summary {
    let config = SessionConfig {
        device: tablet.device,
        app_version: "0.1.0".to_owned(),
        device_time: 1_783_990_800,
    };
    let mut session = Session::new(config);
    link.begin();
    for _ in 0..STEPS {
        match session.next(tablet).unwrap_or_else(|never| match never {}) {
            Step::Send(request) => match link.deliver(server, &request) {
                Some((status, body)) => {
                    let response = Response::new(status, &body);
                    session.answer(tablet, response).unwrap_or_else(|never| match never {});
                }
                None => session.lost(),
            },
            Step::Wait { .. } => {}
            Step::Done(summary) => return summary,
        }
    }
    panic!("the session does not end");
}
