//! How each step is asked for: by the event of a tablet where it has one, else at a desk.

use jangkau_domain::DocKind;
use jangkau_domain::event::{Answer, Correct, EventBody, Note, Object, Withdraw};
use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, StepId};
use jangkau_sync::row::RowId;

use super::input;
use super::stage::Stage;
use crate::ingest::IngestError;
use crate::step::Decision;
use crate::step::tests::tablet::number;
use crate::step::tests::world::KAB;
use crate::store::{case_files, inform, returns};

impl Stage {
    /// Asks for a step as it mostly is asked for.
    pub(super) fn ask(&mut self, id: StepId) -> Result<(), IngestError> {
        match id {
            StepId::T1 | StepId::T4 | StepId::L1 => self.submit("review"),
            StepId::T1p => self.submit("private"),
            StepId::T2 | StepId::T2s => self.submit("own"),
            StepId::T3 => {
                let text = "Sembako dicairkan di agen".to_owned();
                self.tell(EventBody::Answer(Answer { text, catalogue: None }));
            }
            // Nobody asks: the number is filled in.
            StepId::T5 => {
                let nik = [("f/nik", "9901017112580003".into())];
                self.tablet.edit(DocKind::Person, self.visited.person, None, &nik);
                self.world.sync(&mut self.tablet);
            }
            StepId::T7 | StepId::L4 => self.correct(),
            StepId::T17r => {
                let request = self.open_request();
                let (purpose, text) = ("reply".to_owned(), "Lima orang".to_owned());
                self.tell(EventBody::Note(Note { purpose, text, request }));
            }
            StepId::T22d => {
                let wish = Withdraw { reason: "mistake".into(), text: None };
                self.tell(EventBody::Withdraw(wish));
            }
            StepId::T23o => {
                let text = "Warga masih membutuhkan".to_owned();
                self.tell(EventBody::Object(Object { text }));
            }
            StepId::T25 => {
                self.decide(id)?;
                self.case = self.copy();
            }
            _ => return self.decide(id),
        }
        Ok(())
    }

    /// Takes a step at a desk, upon the state that its page shows.
    pub(super) fn decide(&mut self, id: StepId) -> Result<(), IngestError> {
        let (login, role, input) = input::of(self, id);
        let decision = Decision::on_case(id, role, self.case, self.row().n, input);
        self.world.decide(login, &decision)
    }

    /// Takes a step as a person of choice, with an input of choice.
    pub(super) fn by(
        &mut self,
        (login, role): (&str, Role),
        id: StepId,
        input: Input,
    ) -> Result<(), IngestError> {
        let decision = Decision::on_case(id, role, self.case, self.row().n, input);
        self.world.decide(login, &decision)
    }

    pub(super) fn tell(&mut self, body: EventBody) {
        let id = self.ulid();
        self.tablet.tell(DocKind::Case, self.case, None, id, body);
        self.world.sync(&mut self.tablet);
    }

    fn submit(&mut self, route: &str) {
        self.tablet.submit(self.case, Some(self.visited.visit), 3, route);
        self.world.sync(&mut self.tablet);
    }

    fn correct(&mut self) {
        let case = self.case;
        let all = self.world.read(move |conn| returns::of_doc(conn, KAB, &case).unwrap());
        let open = all.iter().find(|row| row.state == "open").expect("a return row");
        let returned = RowId(open.id).to_string();
        self.tell(EventBody::Correct(Correct { returned, text: None }));
    }

    fn open_request(&self) -> Option<String> {
        let case = self.case;
        let all = self.world.read(move |conn| inform::requests(conn, KAB, &case).unwrap());
        let open = all.iter().find(|request| request.state == "open")?;
        Some(RowId(open.id).to_string())
    }

    /// Returns the position of the newest entry of the log.
    pub(super) fn newest(&self) -> i64 {
        self.world.read(|conn| {
            let sql = "SELECT max(pos) FROM log WHERE kab = ?1";
            conn.query_row(sql, [KAB.0], |row| row.get(0)).unwrap()
        })
    }

    /// Returns the only case that answers to the number.
    pub(super) fn copy(&self) -> jangkau_domain::DocId {
        let number = number(self.visited.case);
        let all = self.world.read(move |conn| case_files::with_number(conn, KAB, &number).unwrap());
        assert_eq!(all.len(), 1, "one case answers to the number");
        all[0].doc
    }
}
