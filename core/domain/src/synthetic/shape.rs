//! Who lives in a family: relations, sex and ages, before names and numbers.
//!
//! The chances are set so that a large sample meets the published shares: sizes with a mean of 3.07
//! (DTSEN 2025), ages 0–14 23.33 %, 65+ 5.95 %, men 50.58 % (SP2020).

use super::draw::Draw;
use crate::nik::Sex;

/// A member before being named.
#[derive(Clone, Copy)]
pub(super) struct Member {
    /// `list:relation`.
    pub relation: &'static str,
    pub sex: Sex,
    /// Completed years.
    pub age: i32,
    /// Whether born with the member before.
    pub twin: bool,
}

impl Member {
    const fn new(relation: &'static str, sex: Sex, age: i32) -> Self {
        Self { relation, sex, age, twin: false }
    }
}

/// Returns the members of a family, its head first.
pub(super) fn family(draw: &mut Draw) -> Vec<Member> {
    match draw.weighted(&[(1, 14), (2, 22), (3, 27), (4, 23), (5, 9), (6, 4), (7, 1)]) {
        1 => vec![single(draw)],
        2 if draw.happens(6000) => couple(draw, 0).to_vec(),
        size => with_children(draw, size),
    }
}

fn single(draw: &mut Draw) -> Member {
    let sex = if draw.happens(5500) { Sex::Female } else { Sex::Male };
    let age = if draw.happens(3400) { draw.between(65, 86) } else { draw.between(22, 64) };
    Member::new("head", sex, age)
}

/// Returns husband and wife who are old enough for an eldest child.
fn couple(draw: &mut Draw, eldest: i32) -> [Member; 2] {
    let husband = match eldest {
        0 if draw.happens(2500) => draw.between(66, 82),
        0 => draw.between(24, 64),
        _ => (eldest + draw.between(22, 34)).min(64),
    };
    let youngest_wife = (eldest + 18).max(19);
    let wife = (husband - draw.between(-1, 7)).max(youngest_wife);
    [Member::new("head", Sex::Male, husband), Member::new("wife", Sex::Female, wife)]
}

fn with_children(draw: &mut Draw, size: i32) -> Vec<Member> {
    let single_parent = size == 2 || draw.happens(1100);
    let mut seats = size - if single_parent { 1 } else { 2 };
    let grandparent = !single_parent && draw.happens(1250);
    if grandparent {
        seats -= 1;
    }
    let children = children(draw, seats);
    let eldest = children.first().map_or(0, |child| child.age);
    let mut members = if single_parent {
        let sex = if draw.happens(5500) { Sex::Female } else { Sex::Male };
        vec![Member::new("head", sex, (eldest + draw.between(20, 34)).min(64))]
    } else {
        couple(draw, eldest).to_vec()
    };
    members.extend(children);
    if grandparent {
        let relation = if draw.happens(6000) { "parent" } else { "parent_in_law" };
        let sex = if draw.happens(6000) { Sex::Female } else { Sex::Male };
        let age = (members[0].age + draw.between(20, 30)).clamp(58, 92);
        members.push(Member::new(relation, sex, age));
    }
    members
}

/// Returns children from the eldest; 1.2 % of births are twins.
fn children(draw: &mut Draw, count: i32) -> Vec<Member> {
    let mut children: Vec<Member> = Vec::new();
    let mut age = draw.between(3 * (count - 1), 25 + count / 2);
    for place in 0..count {
        let sex = if draw.happens(5320) { Sex::Male } else { Sex::Female };
        let twin = place > 0 && draw.happens(120);
        if place > 0 && !twin {
            age = (age - draw.weighted(&[(2, 35), (3, 30), (4, 20), (5, 15)])).max(0);
        }
        children.push(Member { twin, ..Member::new("child", sex, age) });
    }
    children
}
