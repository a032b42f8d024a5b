//! Every scenario of the tablet core against the server.

#![expect(clippy::unwrap_used, reason = "a scenario that cannot go on has failed")]

mod scenario;
