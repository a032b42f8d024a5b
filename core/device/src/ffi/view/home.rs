//! Today's work and the chip that tells whether all is sent.

/// The first screen: what to do today.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Home {
    /// Name of the worker.
    pub greeting: String,
    /// Weekday, date and desa.
    pub date_text: String,
    /// Whether all is sent.
    pub chip: SyncChip,
    /// Figures beside the list.
    pub counts: Vec<Count>,
    /// What waits, the most urgent first.
    pub tasks: Vec<TaskCard>,
}

/// One figure with its title.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Count {
    /// `draft`, `ready`, `sent`, `action`, `visits` or `unvisited`.
    pub key: String,
    /// Title on the screen.
    pub title: String,
    /// The figure.
    pub number: i32,
}

/// Sum of all records' states in the app bar.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SyncChip {
    /// Which border and sign.
    pub state: ChipState,
    /// What is true, in words.
    pub text: String,
    /// Records that wait to be sent.
    pub waiting: i32,
    /// End of the last complete session, seconds since 1970 UTC; 0 for never.
    pub last_at: i64,
}

/// What the chip says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum ChipState {
    /// The server has confirmed everything.
    AllSent,
    /// Something waits for a network.
    Waiting,
    /// A session runs.
    Sending,
    /// A person must do something.
    NeedsAction,
    /// No session was ever complete.
    Never,
}

/// One piece of work.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct TaskCard {
    /// Visit, return row or task row.
    pub id: String,
    /// What kind of work.
    pub kind: TaskKind,
    /// Whom it concerns.
    pub title: String,
    /// What to do.
    pub subtitle: String,
    /// RT and RW.
    pub place: String,
    /// Last day, in words; empty for none.
    pub due_text: String,
    /// Whether it comes before all others.
    pub urgent: bool,
    /// The household it leads to.
    pub household: Option<String>,
    /// The open visit it leads to.
    pub visit: Option<String>,
}

/// What a task card leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum TaskKind {
    /// A listed household that nobody has visited.
    Unvisited,
    /// A record that came back with notes.
    Returned,
    /// A citizen to be told about an outcome.
    Inform,
    /// A visit that was begun.
    Draft,
    /// A question about a case, to be answered.
    Request,
    /// Anything else that the office asks.
    Task,
}

/// One record on its way to the server.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct OutboxItem {
    /// What it is.
    pub title: String,
    /// How far it has come.
    pub state: ItemState,
    /// The same in words.
    pub state_text: String,
    /// When.
    pub at_text: String,
}

/// How far a record has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum ItemState {
    /// Not finished.
    Draft,
    /// Finished; waits for a network.
    Ready,
    /// On its way.
    Sending,
    /// The server has it.
    Received,
    /// The server holds it back or sent it back.
    NeedsAction,
}
