//! Telling the citizen (Guideline IV.C.3(5)): what to say, to whom, and how it went.

use jangkau_domain::case::Word;
use jangkau_domain::event::{EventBody, Inform};
use jangkau_domain::list;
use jangkau_sync::row::{InformTask, RowId};
use rusqlite::Connection;

use super::reply;
use crate::device::Device;
use crate::error::DeviceError;
use crate::family;
use crate::ffi::view::{Choice, FieldKind, Finished, OfficeTask};
use crate::home::due_text;
use crate::moment::Moment;
use crate::words::{home as home_words, office as words};

/// The field that takes the way.
pub const CHANNEL: &str = "channel";
/// The field that takes who was reached.
pub const REACHED: &str = "reached";

/// Returns what to tell.
pub fn item(device: &Device, id: &str) -> Result<OfficeTask, DeviceError> {
    let (row, task) = open(&device.db, id)?;
    let moment = device.moment();
    let about = family::of_doc(&device.db, task.person.unwrap_or(task.case), &moment)?;
    let tries = tried(&device.db, row, &task)?.len();
    let facts = [
        (words::NUMBER, task.number.clone()),
        (words::WORD, word(&task, &moment)),
        (words::PHONE, task.phone.clone().unwrap_or_default()),
        (words::PLACE, about.place),
        (words::DUE, due_text(task.due, &moment)),
        (words::TRIED, words::tries(tries, moment.lang)),
    ];
    let choice = |key, label, of| {
        let label = moment.say(label);
        reply::asked(row, key, label, FieldKind::Choice, choices(of, &moment))
    };
    Ok(OfficeTask {
        id: row.to_string(),
        title: about.name,
        subtitle: moment.say(home_words::INFORM).to_owned(),
        heading: moment.say(words::SAY).to_owned(),
        said: task.text.clone(),
        facts: reply::facts(&moment, facts),
        fields: vec![
            choice(CHANNEL, words::CHANNEL, "informed"),
            choice(REACHED, words::REACHED, "reached"),
        ],
        case: task.case.to_string(),
        household: about.household.map(|id| id.to_string()),
    })
}

/// Records how telling went: over which way, and who was reached.
pub fn answer(
    device: &mut Device,
    id: &str,
    channel: &str,
    reached: &str,
) -> Result<Finished, DeviceError> {
    let (row, task) = open(&device.db, id)?;
    let moment = device.moment();
    let way = code("informed", channel)
        .ok_or_else(|| DeviceError::refused(CHANNEL, words::NO_CHANNEL))?;
    let who =
        code("reached", reached).ok_or_else(|| DeviceError::refused(REACHED, words::NO_REACHED))?;
    let event = Inform {
        task: row.to_string(),
        channel: channel.to_owned(),
        reached: reached.to_owned(),
        on: moment.today().to_string(),
        word: task.word.clone(),
    };
    let told = event.tells();
    let about = family::of_doc(&device.db, task.person.unwrap_or(task.case), &moment)?;
    reply::save(device, row, task.case, about.household, EventBody::Inform(event))?;
    let recorded = [
        (words::WORD, word(&task, &moment)),
        (words::CHANNEL, moment.say(way).to_owned()),
        (words::REACHED, moment.say(who).to_owned()),
    ];
    let next = if told { words::TOLD_NEXT } else { words::NOT_TOLD_NEXT };
    Ok(reply::finished(&moment, next, reply::facts(&moment, recorded)))
}

/// Returns whether this tablet has nothing more to do for a task: the citizen was told, or as many
/// tries were made as the office waits for.
pub fn is_over(db: &Connection, row: RowId, task: &InformTask) -> Result<bool, DeviceError> {
    let tried = tried(db, row, task)?;
    Ok(tried.iter().any(Inform::tells) || tried.len() >= Inform::TRIES)
}

fn tried(db: &Connection, row: RowId, task: &InformTask) -> Result<Vec<Inform>, DeviceError> {
    let name = row.to_string();
    let events = reply::events(db, task.case)?.into_iter().filter_map(|body| match body {
        EventBody::Inform(inform) if inform.task == name => Some(inform),
        _ => None,
    });
    Ok(events.collect())
}

fn open(db: &Connection, id: &str) -> Result<(RowId, InformTask), DeviceError> {
    let (row, task) = reply::row::<InformTask>(db, id)?;
    if task.closed.is_some() || is_over(db, row, &task)? {
        return Err(DeviceError::NotFound);
    }
    Ok((row, task))
}

fn word(task: &InformTask, moment: &Moment) -> String {
    let word = Word::from_key(&task.word);
    word.map_or_else(|| task.word.clone(), |word| word.label().text(moment.lang).to_owned())
}

fn code(of: &str, key: &str) -> Option<jangkau_domain::Label> {
    let found = list::find(of)?.items.iter().find(|code| code.key == key);
    found.map(|code| code.label)
}

fn choices(of: &str, moment: &Moment) -> Vec<Choice> {
    let items = list::find(of).map(|list| list.items).unwrap_or_default();
    let choice = |code: &list::Code| Choice {
        key: code.key.to_owned(),
        label: code.label.text(moment.lang).to_owned(),
    };
    items.iter().map(choice).collect()
}
