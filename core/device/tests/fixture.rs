//! A tablet of fictitious province 99: the real core, no screen, no network.

use std::sync::Arc;

use jangkau_device::ffi::view::{Finish, Finished, OpenConfig, VisitTarget};
use jangkau_device::store::register::{Pack, RegisterRow};
use jangkau_device::store::scopes::{self, Scope};
use jangkau_device::sync::enrol;
use jangkau_device::{FieldApp, register};
use jangkau_domain::{DeviceId, Kab, ScopeId, UserId};
use jangkau_sync::keys::{RootKey, ScopeKey};
use jangkau_sync::message::enrol::{EnrolAnswer, NumberBlock};
use jangkau_sync::message::{ScopeGrant, ScopeKind};
use tempfile::TempDir;

/// Monday 14 July 2025, 09.41 in Jakarta.
pub const NOW: i64 = 1_752_460_860;
pub const DESA: &str = "9901012001";
pub const SCOPE: ScopeId = ScopeId(1);
pub const KEY: [u8; 32] = [7; 32];
pub const NIK: &str = "9901017112580003";
pub const KK: &str = "9901011203150007";

/// One tablet with its folder, which goes when it goes.
pub struct Tablet {
    pub dir: TempDir,
    pub app: Arc<FieldApp>,
}

/// Root key 00…1f, as in the golden vectors.
pub fn root() -> RootKey {
    RootKey::new(std::array::from_fn(|at| u8::try_from(at).unwrap()))
}

pub fn scope_key() -> ScopeKey {
    root().scope_key(SCOPE)
}

pub fn config(dir: &TempDir) -> OpenConfig {
    OpenConfig {
        dir: dir.path().to_str().unwrap().to_owned(),
        key: KEY.to_vec(),
        lang: "in".to_owned(),
        now_hint: NOW,
    }
}

impl Tablet {
    /// Makes an enrolled tablet of a fasilitator.
    pub fn new(device: u32, block: &str) -> Self {
        Self::with_roles(device, block, &["fs"])
    }

    pub fn with_roles(device: u32, block: &str, roles: &[&str]) -> Self {
        let dir = TempDir::new().unwrap();
        let app = FieldApp::open(config(&dir)).unwrap();
        let answer = answer(device, block, roles);
        app.on_device(|tablet| {
            tablet.write(|tx| enrol::keep(tx, "https://slrt.contoh.go.id", &answer, NOW))
        })
        .unwrap();
        Self { dir, app }
    }

    /// Ends the process and starts the app again on the same file.
    pub fn restart(self) -> Self {
        let Self { dir, app } = self;
        drop(app);
        let app = FieldApp::open(config(&dir)).unwrap();
        Self { dir, app }
    }

    /// Gives the tablet a register pack.
    pub fn take_register(&self, rows: Vec<RegisterRow>) {
        let pack = Pack {
            source: "dtsen".to_owned(),
            release: "dtsen-2025-2".to_owned(),
            released: "2025-07-02".to_owned(),
        };
        self.app
            .on_device(|tablet| {
                tablet.write(|tx| register::take(tx, SCOPE, &scope_key(), &pack, rows))
            })
            .unwrap();
    }

    /// Gives the tablet empty private scopes.
    pub fn grant_private(&self, scopes: &[u32]) {
        for id in scopes {
            let scope = Scope {
                id: ScopeId(*id),
                kind: ScopeKind::Private,
                code: DESA.to_owned(),
                name: "Khusus".to_owned(),
                key: None,
            };
            self.app.on_device(|tablet| tablet.write(|tx| scopes::put(tx, &scope))).unwrap();
        }
    }

    pub fn set(&self, visit: &str, doc: &str, key: &str, value: &str) {
        self.app
            .set_field(visit.to_owned(), doc.to_owned(), key.to_owned(), value.to_owned())
            .unwrap();
    }

    /// Begins a visit at a family that nobody knows; returns visit, household and head.
    pub fn new_visit(&self) -> (String, String, String) {
        let target = VisitTarget::NewHousehold { desa: String::new() };
        let visit = self.app.start_visit(target).unwrap();
        let household = self.group(&visit, "household");
        let head = self.group(&visit, "members");
        (visit, household, head)
    }

    fn group(&self, visit: &str, section: &str) -> String {
        let form = self.app.form(visit.to_owned(), section.to_owned()).unwrap();
        form.groups[0].doc.clone()
    }

    /// Fills what the minimum profile asks of a family with its head.
    pub fn fill(&self, (visit, household, head): (&str, &str, &str), nik: &str, kk: &str) {
        for (key, value) in [
            ("f/kk", kk),
            ("f/address", "Dsn. Krajan"),
            ("f/rt", "3"),
            ("f/rw", "1"),
            ("f/size", "1"),
            ("prog/sembako/status", "never"),
            ("prog/sembako/source", "said"),
            ("prog/lpg3/status", "never"),
            ("prog/lpg3/source", "said"),
        ] {
            self.set(visit, household, key, value);
        }
        for (key, value) in [
            ("f/name", "SUMIATI"),
            ("f/nik", nik),
            ("f/birth_date", "31/12/1958"),
            ("f/sex", "female"),
            ("prog/pbi/status", "never"),
            ("prog/pbi/source", "said"),
        ] {
            self.set(visit, head, key, value);
        }
        self.set(visit, visit, "consent", "thumb");
    }

    /// Adds a need for the staple food program.
    pub fn need(&self, visit: &str) -> String {
        let case = self.app.add_case(visit.to_owned(), "need".to_owned()).unwrap();
        for (key, value) in [
            ("f/subcat", "k01"),
            ("f/program", "sembako"),
            ("set/ppks", "poor"),
            ("f/story", "Belum pernah menerima sembako, desil 2"),
            ("f/no_listing_why", "Menunggu musyawarah desa"),
        ] {
            self.set(visit, &case, key, value);
        }
        case
    }

    /// Finishes a visit that nothing stands against.
    pub fn finish(&self, visit: &str) -> Finished {
        match self.app.finish(visit.to_owned()).unwrap() {
            Finish::Done(finished) => finished,
            Finish::Blocked(findings) => {
                let keys: Vec<_> = findings.iter().map(|found| (&found.key, &found.text)).collect();
                panic!("blocked by {keys:?}")
            }
        }
    }

    /// Records a family with a need and returns what the finish screen shows.
    pub fn record(&self, nik: &str, kk: &str) -> Finished {
        let (visit, household, head) = self.new_visit();
        self.fill((&visit, &household, &head), nik, kk);
        self.need(&visit);
        self.finish(&visit)
    }

    /// Counts the rows of a table.
    pub fn count(&self, sql: &str) -> i64 {
        self.app.on_device(|tablet| tablet.db.query_row(sql, [], |row| row.get(0))).unwrap()
    }
}

fn answer(device: u32, block: &str, roles: &[&str]) -> EnrolAnswer {
    EnrolAnswer {
        device: DeviceId(device),
        user: UserId(device + 100),
        user_name: "Wahyu Lestari".to_owned(),
        device_name: format!("Tablet {device}"),
        server_name: "SLRT Kabupaten Contoh".to_owned(),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        scopes: vec![ScopeGrant {
            id: SCOPE,
            kind: ScopeKind::Desa,
            desa: Some(DESA.to_owned()),
            name: "Desa Sidamukti".to_owned(),
            key: Some(*scope_key().as_bytes()),
        }],
        server_time: NOW,
        number_block: NumberBlock { kab: Kab(9901), block: block.to_owned() },
        nonce: vec![1; 16],
        epoch: 1,
        min_version: None,
        recovery_recipient: None,
        lease_until: None,
    }
}

/// Builds a register row.
pub fn row(row_id: &str, name: &str, nik: &str, kk: &str) -> RegisterRow {
    RegisterRow {
        row_id: row_id.to_owned(),
        name: name.to_owned(),
        nik: nik.to_owned(),
        kk: kk.to_owned(),
        rt: "003".to_owned(),
        rw: "001".to_owned(),
        desil: Some(2),
        programs: "pkh".to_owned(),
        ..RegisterRow::default()
    }
}
