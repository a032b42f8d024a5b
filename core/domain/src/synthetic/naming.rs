//! Giving a person a name.

use super::culture::{CULTURES, Culture, JAVANESE, MODERN_MEN, MODERN_WOMEN, Style};
use super::draw::Draw;
use crate::nik::Sex;

/// What a name depends on.
pub(super) struct Naming<'a> {
    /// The place in [`CULTURES`].
    pub culture: usize,
    pub sex: Sex,
    pub birth_year: i16,
    /// Completed years.
    pub age: i32,
    /// The first word of the father's name.
    pub father: &'a str,
    /// The clan of the family, where the region has clans.
    pub clan: &'a str,
}

/// Returns a name as it stands on the card, upper case.
pub(super) fn name(draw: &mut Draw, naming: &Naming<'_>) -> String {
    let culture = &CULTURES[naming.culture];
    let plain = if naming.birth_year >= 2015 {
        modern(draw, naming, culture)
    } else {
        by_region(draw, naming, culture)
    };
    let shortened = if draw.happens(600) { shorten(draw, &plain) } else { plain };
    if naming.age > 50 && draw.happens(400) {
        let title = if naming.sex == Sex::Male { "H." } else { "HJ." };
        return format!("{title} {shortened}");
    }
    shortened
}

/// Returns a clan of the region; empty where there are none.
pub(super) fn clan(draw: &mut Draw, culture: usize) -> &'static str {
    match CULTURES[culture].style {
        Style::Clan => draw.one_of::<&str>(CULTURES[culture].second[0]),
        Style::Plain | Style::Patronymic | Style::Balinese => "",
    }
}

fn by_region(draw: &mut Draw, naming: &Naming<'_>, culture: &Culture) -> String {
    let (words, side) = match naming.sex {
        Sex::Male => (culture.men, 0),
        Sex::Female => (culture.women, 1),
    };
    let first = *draw.one_of(words);
    let own = match culture.style {
        Style::Clan => format!("{first} {}", naming.clan),
        Style::Patronymic if draw.happens(4000) => {
            let link = if naming.sex == Sex::Male { "BIN" } else { "BINTI" };
            format!("{first} {link} {}", naming.father)
        }
        Style::Patronymic => first.to_owned(),
        Style::Balinese => {
            let sex = if naming.sex == Sex::Male { "I" } else { "NI" };
            return format!("{sex} {} {first}", draw.one_of(culture.before[side]));
        }
        Style::Plain => plain(draw, naming, first, culture.second[side]),
    };
    let before = culture.before[side];
    if !before.is_empty() && draw.happens(2500) {
        format!("{} {own}", draw.one_of(before))
    } else {
        own
    }
}

/// One word for a fifth of older Javanese and one in ten others, else two.
fn plain(draw: &mut Draw, naming: &Naming<'_>, first: &str, second: &[&str]) -> String {
    let older_javanese = naming.culture == JAVANESE && naming.birth_year < 1980;
    let single = if older_javanese { 2000 } else { 1000 };
    if second.is_empty() || draw.happens(single) {
        return first.to_owned();
    }
    let other = *draw.one_of(second);
    if other == first { first.to_owned() } else { format!("{first} {other}") }
}

fn modern(draw: &mut Draw, naming: &Naming<'_>, culture: &Culture) -> String {
    let words = if naming.sex == Sex::Male { MODERN_MEN } else { MODERN_WOMEN };
    let count = draw.weighted(&[(2, 50), (3, 38), (4, 12)]);
    let mut chosen: Vec<&str> = Vec::with_capacity(count);
    while chosen.len() < count {
        let word = *draw.one_of(words);
        if !chosen.contains(&word) {
            chosen.push(word);
        }
    }
    if culture.style == Style::Clan {
        chosen[count - 1] = naming.clan;
    }
    chosen.join(" ")
}

/// Writes a part short, as cards do: MOH., ABD., ST., or a last letter.
fn shorten(draw: &mut Draw, name: &str) -> String {
    const SHORT: &[(&str, &[&str])] = &[
        ("MUHAMMAD", &["M.", "MOH.", "MUH.", "MOCH."]),
        ("ABDUL", &["ABD."]),
        ("SITI", &["ST.", "STI"]),
        ("AHMAD", &["ACH."]),
    ];
    let mut words: Vec<&str> = name.split(' ').collect();
    if let Some((_, forms)) = SHORT.iter().find(|(full, _)| words[0] == *full)
        && words.len() > 1
    {
        words[0] = *draw.one_of(forms);
        return words.join(" ");
    }
    let last = words.len() - 1;
    if words.len() < 2
        || words[last].len() < 3
        || words.contains(&"BIN")
        || words.contains(&"BINTI")
    {
        return name.to_owned();
    }
    let initial = &words[last][..1];
    words[last] = initial;
    words.join(" ")
}
