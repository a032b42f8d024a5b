//! One row of the table.

use super::{Class, Demand, FieldType, Need, Sens, Shown, Write};
use crate::Label;
use crate::check::CheckId;
use crate::role::Role;

/// Everything that form, gate, projection, page, print and export know of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key, or its pattern with `<item>`, `<code>` or `<sha256>`.
    pub key: &'static str,
    /// The words beside it on a screen.
    pub label: Label,
    /// What it holds.
    pub ty: FieldType,
    /// When it must be there.
    pub need: Need,
    /// What is checked on it, besides what its type asks.
    pub checks: &'static [CheckId],
    /// What becomes of a clash.
    pub class: Class,
    /// How it is guarded on display.
    pub sens: Sens,
    /// Who may put it.
    pub write: Write,
    /// Where it stands.
    pub shown: Shown,
    /// The rule behind it, in short form.
    pub source: &'static str,
}

impl Field {
    /// Tells whether a role may put the key; an admin only while the must-review key clashes or
    /// its document is being split.
    pub const fn may_put(&self, role: Role, in_conflict: bool) -> bool {
        let settles = matches!(role, Role::AdmKab) && in_conflict;
        self.write.may(role) || (settles && matches!(self.class, Class::Review))
    }

    pub(super) const fn new(
        key: &'static str,
        id: &'static str,
        en: &'static str,
        ty: FieldType,
    ) -> Self {
        let class = if matches!(ty, FieldType::SetItem(_)) { Class::Set } else { Class::Last };
        Self {
            key,
            label: Label::new(id, en),
            ty,
            need: Need::OPTIONAL,
            checks: &[],
            class,
            sens: Sens::Desa,
            write: Write::Rec,
            shown: Shown::of(""),
            source: "",
        }
    }

    pub(super) const fn need(mut self, demands: &'static [Demand]) -> Self {
        self.need = Need(demands);
        self
    }

    pub(super) const fn checks(mut self, checks: &'static [CheckId]) -> Self {
        self.checks = checks;
        self
    }

    pub(super) const fn class(mut self, class: Class) -> Self {
        self.class = class;
        self
    }

    pub(super) const fn sens(mut self, sens: Sens) -> Self {
        self.sens = sens;
        self
    }

    pub(super) const fn write(mut self, write: Write) -> Self {
        self.write = write;
        self
    }

    /// Says where it stands, by the letters CTEP, and which rule is behind it.
    pub(super) const fn shown(mut self, letters: &str, source: &'static str) -> Self {
        self.shown = Shown::of(letters);
        self.source = source;
        self
    }
}
