//! The kinds of row; the number stands on the wire and is never given twice.

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $number:literal $key:literal),* $(,)?) => {
        /// What a row says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum RowKind {
            $($(#[$doc])* $name = $number,)*
        }

        impl RowKind {
            /// Every kind, in the order of its number.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Returns the word that stands in tables and logs.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }

            /// Reads the number; none for a kind that a newer server knows.
            pub const fn from_number(number: u8) -> Option<Self> {
                match number {
                    $($number => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

kinds! {
    /// Where a case stands.
    CaseState = 1 "case_state",
    /// Where the review of a visit stands.
    VisitState = 2 "visit_state",
    /// A visit or case came back with notes.
    Return = 3 "return",
    /// A request that the transition table forbids.
    Refusal = 4 "refusal",
    /// A change that is kept aside.
    Held = 5 "held",
    /// A citizen is to be told.
    InformTask = 6 "inform_task",
    /// A question about a case.
    DataRequest = 7 "data_request",
    /// Work for a named fasilitator.
    Task = 8 "task",
    /// Two documents are one.
    Alias = 9 "alias",
    /// A registration number was replaced.
    Number = 10 "number",
    /// Keys that wait for an admin's choice.
    Pending = 11 "pending",
    /// The choice.
    FieldChoice = 12 "field_choice",
    /// How a person stands in the register.
    RegisterStatus = 13 "register_status",
    /// A document went to another scope.
    Moved = 14 "moved",
    /// A document was erased by law.
    Purge = 15 "purge",
    /// Part of a register pack.
    Pack = 16 "pack",
    /// The programs.
    Catalogue = 17 "catalogue",
    /// An office.
    Office = 18 "office",
    /// Holidays.
    Calendar = 19 "calendar",
    /// A mode of emergency.
    Mode = 20 "mode",
    /// What a fasilitator should reach.
    Target = 21 "target",
    /// A message from the office.
    Notice = 22 "notice",
    /// Texts of SMS and prints.
    Text = 23 "text",
    /// The worker's account.
    Account = 24 "account",
    /// Until when the tablet may work.
    Lease = 25 "lease",
}
