//! Server-rendered pages: each works without JavaScript, by keyboard and with a screen reader.
//!
//! A page's handler takes [`session::SignedIn`], asks the policy, reads, builds the page's struct and
//! draws it. What a person decides goes to `ingest`; nothing is written here.

pub mod account;
pub mod assets;
mod bulk;
pub mod case;
pub mod case_asked;
mod case_file;
mod case_input;
mod case_offer;
mod case_person;
mod case_referral;
mod clash;
mod clash_side;
pub mod conflict;
pub mod csrf;
pub mod decide;
pub mod desk;
mod dressed;
pub mod edit;
pub mod headers;
mod hold;
pub mod household;
pub mod login;
pub mod page;
pub mod person;
pub mod place;
pub mod queue;
pub mod queue_row;
pub mod rail;
pub mod read;
mod resume;
pub mod reveal;
pub mod review;
pub mod say;
pub mod search;
pub mod session;
pub mod show;
pub mod sign;
pub mod throttle;
mod typed;
pub mod url;
pub mod view;
pub mod viewer;
pub mod visit;
pub mod when;
pub mod words;

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use jangkau_domain::Lang;
use jangkau_domain::calendar::{Calendar, WorkWeek, Zone, national_seed};
use jangkau_domain::catalogue::{self, Catalogue};
use tokio::sync::Semaphore;

use crate::app::App;
use throttle::Throttle;

/// Passwords checked at once: each takes 19 MiB.
const HASHING: usize = 2;

/// What the pages' handlers share. Cheap to clone.
#[derive(Clone)]
pub struct Pages {
    /// The running server.
    pub app: App,
    /// Failed logins.
    pub throttle: Arc<Throttle>,
    /// Permits for password checks.
    pub hashing: Arc<Semaphore>,
    /// Working days of the kabupaten.
    pub calendar: Arc<Calendar>,
    /// Programs of the kabupaten.
    pub catalogue: Arc<Catalogue>,
}

impl Pages {
    /// Joins the running server with what only pages need.
    pub fn new(app: App) -> Self {
        let kab = app.config.kab;
        let zone = Zone::of_province((kab.0 / 100) as u8);
        let area =
            kab.to_string().parse().expect("the code was checked when the settings were read");
        let calendar = Calendar::new(national_seed(), WorkWeek::default(), zone, area);
        Self {
            app,
            calendar: Arc::new(calendar),
            catalogue: Arc::new(catalogue::seed()),
            throttle: Arc::new(Throttle::default()),
            hashing: Arc::new(Semaphore::new(HASHING)),
        }
    }

    /// Returns the name of the kabupaten as its wilayah row has it, or its code.
    pub fn kab_name(&self, lang: Lang) -> String {
        place::kab(&self.app.wilayah, self.app.config.kab, lang)
    }
}

macro_rules! table {
    ($($method:ident $path:literal => $handler:path,)*) => {
        /// Every route of the pages: method and path. The router is built from the same lines, so
        /// none can be forgotten by whoever checks them.
        pub const ROUTES: &[(&str, &str)] = &[$((stringify!($method), $path)),*];

        fn table() -> Router<Pages> {
            Router::new()$(.route($path, $method($handler)))*
        }
    };
}

table! {
    get "/" => queue::start,
    get "/masuk" => login::show,
    post "/masuk" => login::enter,
    post "/keluar" => login::leave,
    post "/bahasa" => login::language,
    get "/akun" => account::show,
    post "/akun" => account::save,
    get "/antrean/{queue}" => queue::show,
    post "/antrean/{queue}" => bulk::accept,
    get "/kunjungan/{visit}" => visit::show,
    post "/kunjungan/{visit}" => visit::take,
    get "/kasus/{doc}" => case::show,
    post "/kasus/{doc}" => case::take,
    get "/data-berbeda" => conflict::first,
    get "/data-berbeda/{doc}/{*key}" => conflict::show,
    post "/data-berbeda/{doc}/{*key}" => conflict::settle,
    get "/keluarga" => search::list,
    get "/keluarga/{doc}" => household::show,
    get "/orang/{doc}" => person::show,
    get "/ubah/{doc}/{*key}" => edit::show,
    post "/ubah/{doc}/{*key}" => edit::save,
    get "/buka/{doc}/{*key}" => reveal::ask,
    post "/buka/{doc}/{*key}" => reveal::open,
    get "/cari" => search::empty,
    post "/cari" => search::find,
    get "/static/jangkau.css" => assets::style,
    get "/static/keys.js" => assets::script,
}

/// Returns the routes of all pages.
pub fn routes(app: App) -> Router {
    let pages = Pages::new(app);
    table()
        .fallback(desk::nowhere)
        .layer(from_fn_with_state(pages.clone(), resume::keep))
        .layer(from_fn(csrf::same_origin))
        .layer(from_fn(dressed::plain))
        .layer(from_fn(headers::secure))
        .with_state(pages)
}
