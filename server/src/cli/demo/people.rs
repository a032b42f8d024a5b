//! Who works in the demo: one account a role built so far, a fasilitator a desa, a tablet each.

use jangkau_domain::role::Role;
use jangkau_domain::wilayah::{Area, Code, Level};
use jangkau_domain::{DeviceId, UserId};

use super::{Desa, Login, Tablet};
use crate::App;
use crate::access::{code, password};
use crate::ingest::{IngestError, make_room};
use crate::store::users::{self, Grant, User};

/// Twelve characters and more; the demo listens on the own machine only.
const PASSWORD: &str = "jangkau-rekaan-99";

/// Days for which the codes of the demo hold.
const DAYS: i64 = 30;

/// Names of the workers; invented as the province.
const NAMES: [&str; 12] = [
    "Sri Rejeki",
    "Bambang Rekayasa",
    "Yayah Komala",
    "Ujang Rekaan",
    "Tumini Asih",
    "Paijo Santosa",
    "Euis Rekawati",
    "Slamet Rekadi",
    "Made Rekani",
    "Rosma Rekaida",
    "Nur Rekana",
    "Asep Rekaman",
];

/// Accounts of the pages: role, login, name, and the level of their area.
const DESK: [(Role, &str, &str, Level); 8] = [
    (Role::Spv, "spv", "Wahyu Supervisor", Level::Kecamatan),
    (Role::Mj, "manajer", "Ratna Manajer", Level::Kab),
    (Role::Fo, "fo", "Dewi Loket", Level::Kab),
    (Role::Bo, "bo", "Hadi Layanan", Level::Kab),
    (Role::Fop, "fop", "Lestari Puskesos", Level::Desa),
    (Role::Bop, "bop", "Joko Puskesos", Level::Desa),
    (Role::Kp, "kp", "Sutrisno Koordinator", Level::Desa),
    (Role::AdmKab, "admin", "Indah Admin", Level::Kab),
];

/// Who answers at the Puskesos whose own tablet is the last one.
const OWN_PUSKESOS: [(Role, &str, &str); 2] =
    [(Role::Bop, "bop", "Sari Puskesos"), (Role::Kp, "kp", "Yusuf Koordinator")];

/// Makes the accounts and the places of the tablets.
pub(super) fn make(
    app: &App,
    desa: &[Area],
) -> Result<(Vec<Login>, Vec<Tablet>), Box<dyn std::error::Error>> {
    let hash = password::hash(PASSWORD)?;
    let first = desa.first().ok_or("the kecamatan has no desa")?.code;
    let mut logins = Vec::new();
    for (role, login, name, level) in DESK {
        let area = first.at(level).ok_or("an area is missing")?;
        account(app, login, name, role, &[area], &hash)?;
        logins.push(self::login(login, role, area));
    }
    // The Puskesos whose own tablet is the last one has its people too.
    let last = desa.last().ok_or("the kecamatan has no desa")?.code;
    for (role, login, name) in OWN_PUSKESOS {
        let login = format!("{login}{:02}", desa.len());
        account(app, &login, name, role, &[last], &hash)?;
        logins.push(self::login(&login, role, last));
    }
    let mut tablets = Vec::new();
    for n in 1..=desa.len() {
        let worker = Worker::of(n, desa);
        let user = account(app, &worker.login, worker.name, worker.role, &worker.areas(), &hash)?;
        logins.push(self::login(&worker.login, worker.role, worker.desa[0].code));
        tablets.push(tablet(app, user, &worker)?);
    }
    Ok((logins, tablets))
}

/// Who carries a tablet.
struct Worker<'d> {
    login: String,
    name: &'static str,
    role: Role,
    desa: Vec<&'d Area>,
}

impl<'d> Worker<'d> {
    /// Every second worker also records in the desa before his or her own, so that some families
    /// are visited by two. The last tablet is the Puskesos' own: it may send with route `own`.
    fn of(n: usize, desa: &'d [Area]) -> Self {
        let last = n == desa.len();
        let (role, prefix) = if last { (Role::Fop, "fop") } else { (Role::Fs, "fs") };
        let mut areas = vec![&desa[n - 1]];
        if n.is_multiple_of(2) {
            areas.push(&desa[n - 2]);
        }
        let name = NAMES[(n - 1) % NAMES.len()];
        Self { login: format!("{prefix}{n:02}"), name, role, desa: areas }
    }

    fn areas(&self) -> Vec<Code> {
        self.desa.iter().map(|area| area.code).collect()
    }
}

fn login(login: &str, role: Role, area: Code) -> Login {
    Login {
        login: login.to_owned(),
        password: PASSWORD.to_owned(),
        role: role.key().to_owned(),
        area: area.to_string(),
    }
}

fn account(
    app: &App,
    login: &str,
    name: &str,
    role: Role,
    areas: &[Code],
    hash: &str,
) -> Result<UserId, IngestError> {
    let user = User {
        id: UserId(0),
        login: login.to_owned(),
        name: name.to_owned(),
        password: Some(hash.to_owned()),
        ended: false,
        grants: areas.iter().map(|area| Grant { role, wilayah: area.to_string() }).collect(),
    };
    app.ingest.run_now(move |writer| {
        let (conn, kab) = (writer.conn(), writer.kab());
        // A demo that was stopped while it was made goes on.
        if let Some(known) = users::find_by_login(conn, kab, &user.login)? {
            return Ok(known.id);
        }
        Ok(users::insert(conn, kab, writer.now_s(), &user)?)
    })
}

fn tablet(
    app: &App,
    user: UserId,
    worker: &Worker<'_>,
) -> Result<Tablet, Box<dyn std::error::Error>> {
    let shown = code::draw()?;
    let kept = code::kept(&shown).ok_or("the code does not read back")?;
    let until = app.clock.now_s() + DAYS * 24 * 3600;
    let DeviceId(device) =
        app.ingest.run_now(move |writer| make_room(writer, user, &kept, until))?;
    let desa = |area: &&Area| Desa { code: area.code.to_string(), name: area.name.clone() };
    Ok(Tablet {
        device,
        login: worker.login.clone(),
        name: format!("Tablet {}", worker.name),
        role: worker.role.key().to_owned(),
        desa: worker.desa.iter().map(desa).collect(),
        code: shown,
    })
}
