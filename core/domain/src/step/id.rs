//! The names of the steps, as in the tables.

use std::fmt;

macro_rules! steps {
    ($($id:ident)*) => {
        /// One step of the transition table; the names are those of the tables.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each step is described by its row in the table")]
        pub enum StepId { $($id),* }

        impl StepId {
            /// Every step.
            pub const ALL: &'static [Self] = &[$(Self::$id),*];

            /// Returns the name on the wire and in the log.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$id => stringify!($id)),* }
            }
        }
    };
}

steps! {
    T1 T1p T2 T2s T3 T4 T5 T5c T6 T7 T8 T9 T10 T20b T11 T11a T11b T12 T13 T13b T14 T15 T20
    T16 T16r T16f T17 T17r T18 T18d T19 T19n T21 T22 T22m T22d T22g T22u T23 T23o T23n T24 T25
    L1 L2 L3 L4 L5 L6 L7 L8 L9 L10
    V1 V2 V3 V4 V5 C1 C2 C4 D1 D2 D3 D4 D6 H1 H2 H3 I1 I2 P1 M1 E1 E2 E3 R1 R2 R3 A1 A2
    X1 X2 O1 O2 N1
}

impl StepId {
    /// Reads the name on the wire and in the log.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|step| step.key() == key)
    }
}

impl fmt::Display for StepId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
