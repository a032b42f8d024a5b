//! One case on its way, with the people and the tablet that move it.

use jangkau_domain::case::CaseState;
use jangkau_domain::step::StepId;
use jangkau_domain::{DocId, DocKind, Ulid, Value};
use jangkau_sync::message::ScopeKind;
use jangkau_sync::row::{CaseState as StateRow, FeedRow, Row, RowKind};

use crate::step::tests::tablet::{Tablet, Visited};
use crate::step::tests::world::{DESA, KAB, World};
use crate::store::case_state::CaseRow;
use crate::store::case_step::{self, Taken};
use crate::store::queue::{self, Waiting};
use crate::store::{rows, scopes};

/// What is recorded: the kind of case, and what makes it take another way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Subject {
    pub(super) kind: &'static str,
    pub(super) subcat: &'static str,
    /// The citizen's NIK was lost.
    pub(super) no_nik: bool,
    pub(super) urgent: bool,
    pub(super) private: bool,
}

/// The recorder is the front office of the Puskesos: its cases are reviewed by themselves.
pub(super) struct Stage {
    pub(super) world: World,
    pub(super) tablet: Tablet,
    pub(super) case: DocId,
    pub(super) visited: Visited,
    pub(super) subject: Subject,
    events: u8,
}

impl Subject {
    pub(super) fn read(words: &str) -> Self {
        let mut words = words.split(' ');
        let kind = words.next().unwrap_or_default();
        let subcat = match kind {
            "question" => "k15",
            "suggestion" => "k16",
            "grievance" => "k09",
            "need" => "k01",
            _ => "",
        };
        let mut subject = Self {
            kind: match kind {
                "question" => "question",
                "suggestion" => "suggestion",
                "grievance" => "grievance",
                "need" => "need",
                "listing" => "listing",
                other => panic!("{other} is no kind"),
            },
            subcat,
            no_nik: false,
            urgent: false,
            private: false,
        };
        for word in words {
            match word {
                "no_nik" => subject.no_nik = true,
                "urgent" => subject.urgent = true,
                "private" => (subject.private, subject.subcat) = (true, "k11"),
                other => panic!("{other} is unknown"),
            }
        }
        subject
    }
}

impl Stage {
    /// Records a family and a case; nothing is sent for a decision yet.
    pub(super) fn draft(subject: Subject) -> Self {
        Self::draft_in(World::new(), subject)
    }

    pub(super) fn draft_in(world: World, subject: Subject) -> Self {
        let mut tablet = world.tablet("fop", 4);
        let visited = tablet.visit(3, "", "");
        let mut stage = Self { case: visited.case, world, tablet, visited, subject, events: 0 };
        stage.fill();
        stage.world.sync(&mut stage.tablet);
        if subject.private {
            stage.go_private();
        }
        let visited = stage.visited;
        stage.tablet.case(&visited, subject.kind, subject.subcat, "puskesos");
        let mut more: Vec<(&str, Value)> = vec![("set/shown/ktp", Value::Bool(true))];
        more.push(("set/shown/kk", Value::Bool(true)));
        if subject.urgent {
            more.extend([("f/urgent", Value::Bool(true)), ("f/urgent_why", "food".into())]);
        }
        if subject.kind == "listing" {
            more.extend([("f/proposal", "new".into()), ("f/proposal_why", "Miskin".into())]);
        }
        if subject.private {
            more.push(("f/against", "fs".into()));
        }
        stage.tablet.edit(DocKind::Case, stage.case, Some(visited.visit), &more);
        stage.world.sync(&mut stage.tablet);
        stage
    }

    /// What a referral needs besides the family's first lines.
    fn fill(&mut self) {
        let (visit, person) = (Some(self.visited.visit), self.visited.person);
        let mut lines: Vec<(&str, Value)> = vec![
            ("f/birth_date", "1958-12-31".into()),
            ("f/sex", "female".into()),
            ("f/mother", "PAINEM".into()),
            ("f/presence", "present".into()),
            ("prog/pbi/status", "never".into()),
            ("prog/pbi/source", "said".into()),
        ];
        if self.subject.no_nik {
            lines.extend([("f/nik", "".into()), ("f/no_nik_why", "lost".into())]);
        }
        self.tablet.edit(DocKind::Person, person, visit, &lines);
        let family: &[(&str, Value)] = &[
            ("f/rt", "001".into()),
            ("f/rw", "002".into()),
            ("f/state", "stay".into()),
            ("f/size", Value::Int(3)),
            ("prog/sembako/status", "never".into()),
            ("prog/sembako/source", "said".into()),
            ("prog/lpg3/status", "never".into()),
            ("prog/lpg3/source", "said".into()),
        ];
        self.tablet.edit(DocKind::Household, self.visited.household, visit, family);
    }

    fn go_private(&mut self) {
        let owner = self.world.user("fop");
        let made = self.world.ingest.run_now(move |writer| {
            let kind = ScopeKind::Private;
            Ok(scopes::insert(writer.conn(), KAB, kind, Some(DESA), Some(owner), "Khusus")?)
        });
        self.tablet.scope = made.unwrap();
        self.tablet.sender.scopes.push(self.tablet.scope);
    }

    /// Names the next event.
    pub(super) fn ulid(&mut self) -> Ulid {
        self.events += 1;
        Ulid([7, self.events, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    }

    /// Records another complaint of the same family, sent for review.
    pub(super) fn another(&mut self) -> DocId {
        let other = Visited { case: DocId([0xcd; 16]), ..self.visited };
        let (kind, subcat) = (self.subject.kind, self.subject.subcat);
        self.tablet.case(&other, kind, subcat, "puskesos");
        if kind == "listing" {
            let proposal = [("f/proposal", "new".into()), ("f/proposal_why", "Miskin".into())];
            self.tablet.edit(DocKind::Case, other.case, None, &proposal);
        }
        self.tablet.submit(other.case, None, 9, "review");
        self.world.sync(&mut self.tablet);
        other.case
    }

    pub(super) fn row(&self) -> CaseRow {
        self.world.case(self.case)
    }

    pub(super) fn rows(&self) -> Vec<Waiting> {
        let case = self.case;
        self.world.read(move |conn| queue::of_case(conn, KAB, &case).unwrap())
    }

    pub(super) fn history(&self) -> Vec<Taken> {
        let case = self.case;
        self.world.read(move |conn| case_step::list(conn, KAB, &case).unwrap())
    }

    /// Returns what the tablets of its scope hear of its state.
    pub(super) fn told(&self) -> Option<(FeedRow, StateRow)> {
        let case = self.case;
        let id = rows::row_id(RowKind::CaseState, &case.to_string());
        let found = self.world.read(move |conn| rows::find(conn, KAB, id).unwrap())?;
        match Row::read(&found).unwrap() {
            Row::CaseState(state) => Some((found, state)),
            _ => None,
        }
    }

    /// Walks by steps, each asked as it mostly is.
    pub(super) fn walk(&mut self, path: &str) {
        for word in path.split_whitespace() {
            let id = StepId::from_key(word).unwrap_or_else(|| panic!("{word} is no step"));
            let before = self.row().n;
            self.ask(id).unwrap_or_else(|no| panic!("{path}: {no}"));
            assert!(self.row().n > before, "{path}: {id} was not taken, {:?}", self.refusals());
        }
    }

    /// Returns what the tablet was refused.
    pub(super) fn refusals(&self) -> Vec<String> {
        let case = self.case;
        let all =
            self.world.read(move |conn| crate::store::acted::refusals(conn, KAB, &case).unwrap());
        all.iter().map(|no| format!("{} {} {}", no.step, no.code, no.guard)).collect()
    }

    pub(super) fn state(&self) -> CaseState {
        self.row().state
    }
}
