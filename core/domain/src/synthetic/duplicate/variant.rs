//! The same name written by somebody else.

use crate::synthetic::draw::Draw;

/// Changes that leave the person the same: old spelling, abbreviations, spaces, sounds.
const CHANGES: &[(&str, &str)] = &[
    ("MUHAMMAD ", "MOCH. "),
    ("MOH. ", "MUHAMMAD "),
    ("ABDUL ", "ABD. "),
    ("ABD. ", "ABDUL "),
    ("SITI ", "STI "),
    ("ST. ", "SITI "),
    ("NURHA", "NUR HA"),
    ("SU", "SOE"),
    ("JO", "DJO"),
    ("JU", "DJU"),
    ("CAH", "TJAH"),
    ("IATI", "IYATI"),
    ("IYATI", "IATI"),
    ("UWA", "UA"),
    ("IYAH", "IAH"),
    ("FA", "PA"),
    ("SYA", "SA"),
    ("KH", "H"),
    ("ZA", "JA"),
    ("AI", "AE"),
    ("DDIN", "DIN"),
    ("SLA", "SELA"),
    ("TRI", "TERI"),
    ("YULI", "JULI"),
];

/// Returns the name in another spelling; at worst with its last letter doubled or its H dropped.
pub(in crate::synthetic) fn respelt(draw: &mut Draw, name: &str) -> String {
    let fitting: Vec<_> = CHANGES.iter().filter(|(from, _)| name.contains(from)).collect();
    if !fitting.is_empty() {
        let (from, to) = *draw.one_of(&fitting);
        return name.replacen(from, to, 1);
    }
    match name.strip_suffix('H') {
        Some(without) => without.to_owned(),
        None => format!("{name}{}", &name[name.len() - 1..]),
    }
}

/// Returns the name with one letter wrong, missing or swapped with its neighbour.
pub(super) fn mistyped(draw: &mut Draw, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() < 3 {
        return name.to_owned();
    }
    let place = 1 + draw.below(letters.len() as u32 - 2) as usize;
    match draw.below(3) {
        0 => letters.swap(place, place + 1),
        1 => letters[place] = *draw.one_of(&['A', 'I', 'U', 'E', 'N', 'R', 'S']),
        _ => {
            letters.remove(place);
        }
    }
    letters.into_iter().collect()
}

/// Returns the name with a title more or less.
pub(super) fn retitled(name: &str, title: &str) -> String {
    match name.strip_prefix("H. ").or_else(|| name.strip_prefix("HJ. ")) {
        Some(plain) => plain.to_owned(),
        None => format!("{title} {name}"),
    }
}
