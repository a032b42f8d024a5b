//! The transition table: what can happen to a case, a visit, a conflict …, and by whose hand.
//!
//! A step is legal only if it stands here. What a tablet asks for besides is answered by a visible
//! refusal, never dropped and never held.

pub mod asked;
pub mod check;
pub mod effect;
pub mod facts;
pub mod guard;
mod guards;
pub mod id;
pub mod input;
pub mod refusal;
pub mod row;
pub mod table;
pub mod thing;
pub mod who;

pub use asked::{Asked, asked_step};
pub use check::{check, legal, permitted};
pub use effect::{Effect, Letter, Time};
pub use facts::{CaseFacts, Register};
pub use guard::Guard;
pub use id::StepId;
pub use input::{Behalf, FieldNote, Input};
pub use refusal::{RefusalCode, Refused};
pub use row::{Closes, Step, To};
pub use table::{TABLE, of};
pub use thing::{Move, THINGS, Thing, thing};
pub use who::{Hand, Who};
