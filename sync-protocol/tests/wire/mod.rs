//! Frames, messages, rows and sessions: what travels between tablet and server.

mod budget;
mod frame;
mod golden;
mod sync;
