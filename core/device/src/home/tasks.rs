//! What waits for the worker: overdue first, then what came back, whom to tell, what was begun,
//! whom nobody has visited.

use jangkau_domain::case::Word;
use jangkau_sync::row::{self, RowId};
use rusqlite::Connection;

use crate::device::Device;
use crate::error::DeviceError;
use crate::family;
use crate::ffi::view::{TaskCard, TaskKind};
use crate::moment::Moment;
use crate::office;
use crate::returned;
use crate::store::register::RegisterRow;
use crate::store::rows::{self, StoredRow};
use crate::store::{register, visits};
use crate::visit::{Sheet, head_title};
use crate::words::{home as words, search as search_words};

/// The most families that nobody has visited.
const UNVISITED: u32 = 30;

/// Returns every piece of work.
pub fn all(device: &Device) -> Result<Vec<TaskCard>, DeviceError> {
    let (db, moment) = (&device.db, device.moment());
    let mut tasks = returned::list(device)?;
    tasks.extend(inform(db, &moment)?);
    tasks.extend(requests(db, &moment)?);
    tasks.extend(given(db, &moment)?);
    tasks.extend(drafts(device)?);
    let rows = register::unvisited(db, UNVISITED)?;
    tasks.extend(rows.iter().map(|row| unvisited(row, &moment)));
    tasks.sort_by_key(|task| !task.urgent);
    Ok(tasks)
}

/// Returns the visits that were begun.
pub fn drafts(device: &Device) -> Result<Vec<TaskCard>, DeviceError> {
    let moment = device.moment();
    let open = visits::open(&device.db)?;
    open.into_iter()
        .map(|visit| {
            let sheet = Sheet::load(device, &visit.id)?;
            let place = family::of_household(&device.db, visit.household, &moment)?.place;
            Ok(TaskCard {
                id: visit.id.clone(),
                kind: TaskKind::Draft,
                title: head_title(&sheet),
                subtitle: format!("{} · {}", moment.say(words::GO_ON), moment.when(visit.saved_s)),
                place,
                due_text: String::new(),
                urgent: false,
                household: None,
                visit: Some(visit.id),
            })
        })
        .collect()
}

fn inform(db: &Connection, moment: &Moment) -> Result<Vec<TaskCard>, DeviceError> {
    let open = rows::read_all::<row::InformTask>(db)?;
    let mut tasks = Vec::new();
    for (row, task) in open.into_iter().filter(|(_, task)| task.closed.is_none()) {
        let id = RowId(row.id.as_slice().try_into().map_err(|_| DeviceError::Stored("row"))?);
        if office::is_over(db, id, &task)? {
            continue;
        }
        let title = family::of_doc(db, task.person.unwrap_or(task.case), moment)?;
        let word = Word::from_key(&task.word);
        let word = word.map_or(task.word, |word| word.label().text(moment.lang).to_owned());
        let text = format!("{}: {word}", moment.say(words::INFORM));
        tasks.push(card(&row, TaskKind::Inform, title, text, task.due, moment));
    }
    Ok(tasks)
}

fn requests(db: &Connection, moment: &Moment) -> Result<Vec<TaskCard>, DeviceError> {
    let open = rows::read_all::<row::DataRequest>(db)?;
    let mut tasks = Vec::new();
    for (row, request) in open.into_iter().filter(|(_, request)| request.closed.is_none()) {
        if office::is_replied(db, &row.id)? {
            continue;
        }
        let title = family::of_doc(db, request.doc.unwrap_or(request.case), moment)?;
        let text = format!("{}: {}", moment.say(words::DATA_REQUEST), request.question);
        tasks.push(card(&row, TaskKind::Request, title, text, request.due, moment));
    }
    Ok(tasks)
}

fn given(db: &Connection, moment: &Moment) -> Result<Vec<TaskCard>, DeviceError> {
    let open = rows::read_all::<row::Task>(db)?;
    let open = open.into_iter().filter(|(_, task)| task.closed.is_none());
    let cards = open.map(|(row, task)| {
        let title =
            family::Title { name: task.card.name, place: task.card.address, household: None };
        card(&row, TaskKind::Task, title, task.card.text, task.due, moment)
    });
    Ok(cards.collect())
}

fn card(
    row: &StoredRow,
    kind: TaskKind,
    title: family::Title,
    subtitle: String,
    due: Option<i64>,
    moment: &Moment,
) -> TaskCard {
    TaskCard {
        id: hex::encode(&row.id),
        kind,
        title: title.name,
        subtitle,
        place: title.place,
        due_text: due_text(due, moment),
        urgent: due.is_some_and(|due| due < moment.now),
        household: title.household.map(|id| id.to_string()),
        visit: None,
    }
}

/// Writes the last day of a task.
pub fn due_text(due: Option<i64>, moment: &Moment) -> String {
    match due {
        None => String::new(),
        Some(due) if due < moment.now => {
            format!("{} {}", moment.say(words::OVERDUE), moment.date(due))
        }
        Some(due) => moment.date(due),
    }
}

fn unvisited(row: &RegisterRow, moment: &Moment) -> TaskCard {
    let never = moment.say(words::NEVER_VISITED);
    let subtitle = match row.desil {
        Some(desil) => format!("{never} · {} {desil}", moment.say(words::DESIL)),
        None => never.to_owned(),
    };
    let family = moment.say(crate::words::visit::FAMILY);
    TaskCard {
        id: row.row_id.clone(),
        kind: TaskKind::Unvisited,
        title: format!("{family} {}", row.name),
        subtitle,
        place: search_words::place(&row.rt, &row.rw, "", moment.lang),
        due_text: String::new(),
        urgent: false,
        household: row.household.map(|id| id.to_string()),
        visit: None,
    }
}
