//! Flat records: what a screen shows, nothing it could compute itself.

pub mod account;
pub mod case;
pub mod finish;
pub mod form;
pub mod home;
pub mod household;
pub mod office;
pub mod returned;
pub mod search;

pub use account::{Account, OpenConfig, SyncReport};
pub use case::CaseView;
pub use finish::{FindingView, Finish, Finished, NumberCard};
pub use form::{
    Choice, FieldKind, FieldSaved, FieldView, FormAction, FormView, GroupView, SectionView,
};
pub use home::{ChipState, Count, Home, ItemState, OutboxItem, SyncChip, TaskCard, TaskKind};
pub use household::{CaseRow, Fact, HouseholdView, MemberRow, VisitTarget};
pub use office::{OfficeAnswer, OfficeTask};
pub use returned::ReturnedView;
pub use search::{HitSource, SearchHit, SearchPage};
