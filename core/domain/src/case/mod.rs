//! What a citizen said or needs: its kind, its state, who holds it, how it ends.

pub mod ask;
pub mod kind;
pub mod merge;
pub mod outcome;
pub mod reason;
pub mod state;
pub mod subcat;
pub mod unit;
pub mod word;

pub use ask::Ask;
pub use kind::{CaseKind, Kinds};
pub use outcome::Outcome;
pub use reason::Reason;
pub use state::CaseState;
pub use subcat::Subcat;
pub use unit::Unit;
pub use word::Word;
