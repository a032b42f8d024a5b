//! One section of a visit, ready to draw.

use jangkau_domain::check::Level;

use super::findings;
use super::found::Found;
use super::groups;
use super::section::SectionKey;
use super::sheet::Sheet;
use super::typed;
use crate::device::Device;
use crate::error::DeviceError;
use crate::ffi::view::{FormAction, FormView, GroupView, SectionView};
use crate::words::visit as words;

/// Returns a section; an empty key gives the first that lacks something.
pub fn form(device: &Device, visit: &str, section: &str) -> Result<FormView, DeviceError> {
    let sheet = Sheet::load(device, visit)?;
    let found = findings::all(&device.db, &sheet)?;
    let shown: Vec<SectionKey> =
        SectionKey::ALL.into_iter().filter(|key| !key.needs_meeting() || sheet.met()).collect();
    let mut drawn = Vec::new();
    for key in &shown {
        drawn.push((*key, groups::groups(&device.db, &sheet, *key, &found)?));
    }
    let unfinished = || {
        let open = drawn.iter().find(|(key, _)| lacks(&found, *key));
        open.map_or(SectionKey::Finish, |(key, _)| *key)
    };
    let current = match SectionKey::from_key(section) {
        Some(key) if shown.contains(&key) => key,
        _ => unfinished(),
    };
    let sections =
        drawn.iter().map(|(key, groups)| rail(&sheet, *key, groups, &found, current)).collect();
    let groups = drawn.into_iter().find(|(key, _)| *key == current).map(|(_, groups)| groups);
    Ok(FormView {
        title: title(&sheet),
        subtitle: subtitle(&sheet),
        section: current.key().to_owned(),
        sections,
        groups: groups.unwrap_or_default(),
        saved_text: saved_text(&sheet, sheet.visit.saved_s),
        register_note: register_note(&sheet),
        actions: actions(&sheet, current),
        visit: sheet.visit.id,
    })
}

fn lacks(found: &[Found], section: SectionKey) -> bool {
    found.iter().any(|finding| finding.section == section && finding.level == Level::Error)
}

fn rail(
    sheet: &Sheet,
    key: SectionKey,
    groups: &[GroupView],
    found: &[Found],
    current: SectionKey,
) -> SectionView {
    let required = || groups.iter().flat_map(|group| &group.fields).filter(|field| field.required);
    let wrong = |finding: &&Found| {
        finding.section == key && finding.level == Level::Error && !finding.is_gap()
    };
    let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    SectionView {
        key: key.key().to_owned(),
        title: sheet.moment.say(key.label()).to_owned(),
        filled: count(required().filter(|field| !field.value.trim().is_empty()).count()),
        total: count(required().count()),
        errors: count(found.iter().filter(wrong).count()),
        current: key == current,
    }
}

/// Returns "Kunjungan: Keluarga SUMIATI".
fn title(sheet: &Sheet) -> String {
    format!("{}: {}", sheet.moment.say(words::VISIT), head_title(sheet))
}

/// Returns "Keluarga SUMIATI", also while the name stands in drafts or the register only.
pub fn head_title(sheet: &Sheet) -> String {
    match sheet.head_name() {
        name if name.is_empty() => sheet.moment.say(words::NEW_HOUSEHOLD).to_owned(),
        name => format!("{} {name}", sheet.moment.say(words::FAMILY)),
    }
}

fn subtitle(sheet: &Sheet) -> String {
    let moment = &sheet.moment;
    let purpose = typed::label("visit_purpose", sheet.answer("purpose"), moment.lang);
    let begun = moment.when(sheet.visit.started_s);
    format!("{purpose} · {} {begun} · {}", moment.say(words::BEGUN), sheet.scope.name)
}

/// Returns "Tersimpan di perangkat 09.41 WIB".
pub fn saved_text(sheet: &Sheet, saved_s: i64) -> String {
    if sheet.leaves.iter().all(|leaf| leaf.typed.is_empty()) {
        return sheet.moment.say(words::NOTHING_SAVED).to_owned();
    }
    format!("{} {}", sheet.moment.say(words::SAVED), sheet.moment.when(saved_s))
}

fn register_note(sheet: &Sheet) -> Option<String> {
    let pack = sheet.packs.first()?;
    let under = sheet.leaves.iter().any(|leaf| leaf.row.is_some());
    let name = sheet.moment.say(words::REGISTER);
    under.then(|| format!("{name}: {} {}", pack.source.to_uppercase(), pack.release))
}

fn actions(sheet: &Sheet, section: SectionKey) -> Vec<FormAction> {
    let action = |key: &str, label| FormAction {
        key: key.to_owned(),
        label: sheet.moment.say(label).to_owned(),
    };
    let known = sheet.leaves.iter().any(|leaf| leaf.register.is_some());
    let listed = sheet.leaves.iter().any(|leaf| leaf.row.is_some());
    let same = match (known, listed) {
        (true, _) => Some(action("same_as_before", words::SAME)),
        (false, true) => Some(action("same_as_before", words::TAKE_REGISTER)),
        (false, false) => None,
    };
    match section {
        SectionKey::Household => same.into_iter().collect(),
        SectionKey::Members => {
            [action("add_member", words::ADD_MEMBER)].into_iter().chain(same).collect()
        }
        SectionKey::Participation => {
            [action("add_program", words::ADD_PROGRAM)].into_iter().chain(same).collect()
        }
        SectionKey::Cases => vec![action("add_case", words::ADD_CASE)],
        SectionKey::Consent => Vec::new(),
        SectionKey::Finish => vec![action("finish", words::FINISH)],
    }
}
