//! Each check finds what it is for, and nothing on a family that is in order.

use jiff::civil::date;
use rstest::rstest;

use super::*;
use crate::form::Facts;
use crate::form::example::Example;
use crate::wilayah::{Area, Table};
use crate::{DocKind, Lang, Value};

fn edit(example: &mut Example, changes: &[(&str, &str)]) {
    for (key, text) in changes {
        let (slot, key) = key.split_once(':').unwrap();
        let target = match slot {
            "p" => &mut example.people[1],
            "h" => &mut example.household,
            _ => &mut example.case,
        };
        let value = match (*text, text.parse::<i64>()) {
            ("true", _) => Value::Bool(true),
            (_, Ok(number)) if key.ends_with("size") || key.ends_with("area") => Value::Int(number),
            (text, _) => Value::from(text),
        };
        target.insert(key.to_owned(), value);
    }
}

/// Returns what is found on Siti, her family and its case beyond what the family always shows.
fn found(changes: &[(&str, &str)], set: impl FnOnce(&mut Facts<'_>)) -> Vec<CheckId> {
    let mut example = Example::new();
    edit(&mut example, changes);
    example.look(1, |facts| {
        set(facts);
        let ids = all(facts).into_iter().map(|finding| finding.id);
        ids.filter(|id| *id != CheckId::PowerSubsidy).collect()
    })
}

#[test]
fn a_family_in_order_shows_nothing_but_the_hint_about_electricity() {
    assert_eq!(found(&[], |_| ()), []);
    assert_eq!(found(&[("h:prog/listrik/status", "receiving")], |_| ()), []);
}

#[rstest]
#[case::no_letter("p:f/name", "--", CheckId::NameNoLetter)]
#[case::digit("p:f/name", "SITI 2", CheckId::NameDigit)]
#[case::one_letter("p:f/name", "N", CheckId::NameOneLetter)]
#[case::short_nik("p:f/nik", "990101450490001", CheckId::NikLength)]
#[case::filler_nik("p:f/nik", "1111111111111111", CheckId::NikPattern)]
#[case::temporary_nik("p:f/nik", "0990101200100001", CheckId::NikTemporary)]
#[case::nik_date("p:f/nik", "9901013213900011", CheckId::NikDate)]
#[case::nik_province("p:f/nik", "0101014504900011", CheckId::NikProvince)]
#[case::nik_birth("p:f/birth_date", "1990-04-06", CheckId::BirthNik)]
#[case::nik_sex("p:f/sex", "male", CheckId::SexNik)]
#[case::temporary("p:f/temp_nik", "0990101200100001", CheckId::TempNik)]
#[case::far_future("p:f/birth_date", "next year", CheckId::BadDate)]
#[case::own_mother("p:f/mother", "siti  rahayu", CheckId::MotherIsSelf)]
#[case::short_phone("p:f/phone", "12345", CheckId::PhoneLength)]
#[case::filler_phone("p:f/phone", "6288888888888", CheckId::PhoneFiller)]
#[case::second_head("p:f/relation", "head", CheckId::SecondHead)]
#[case::dead_before_born("p:f/died_on", "1980", CheckId::DiedBeforeBirth)]
#[case::dead_tomorrow("p:f/died_on", "2025-07-15", CheckId::DateFuture)]
#[case::retired("p:f/job", "retired", CheckId::JobAge)]
#[case::at_school("p:f/school", "attending", CheckId::SchoolAge)]
#[case::private_ppks("p:set/ppks/hiv", "true", CheckId::PpksPrivate)]
#[case::newer_ppks("p:set/ppks/newer", "true", CheckId::UnknownCode)]
#[case::newer_code("p:f/marital", "engaged", CheckId::UnknownCode)]
#[case::nik_in_note("p:f/note", "NIK 9901 0171 1258 0003", CheckId::LooksLikeNumber)]
#[case::phone_in_note("p:f/note", "hubungi 0812-0000-0001", CheckId::LooksLikeNumber)]
#[case::short_kk("h:f/kk", "99010112031500", CheckId::KkLength)]
#[case::filler_kk("h:f/kk", "1234567890123456", CheckId::KkPattern)]
#[case::temporary_kk("h:f/kk", "0990101200100001", CheckId::KkTemporary)]
#[case::kk_date("h:f/kk", "9901013213150007", CheckId::KkDate)]
#[case::kk_future("h:f/kk", "9901011507250007", CheckId::KkDate)]
#[case::rt("h:f/rt", "3a", CheckId::BadDigits)]
#[case::long_rt("h:f/rt", "0003", CheckId::TooLong)]
#[case::geo("h:f/geo", "somewhere", CheckId::BadPlace)]
#[case::coarse("h:f/geo", "-7.41230,109.98210;101", CheckId::GeoCoarse)]
#[case::kecamatan("h:f/desa", "990101", CheckId::UnknownCode)]
#[case::members("h:f/size", "4", CheckId::SizeMembers)]
#[case::crowded("h:f/floor_area", "5", CheckId::FloorCrowded)]
#[case::text_for_number("h:f/floor_area", "36 m2", CheckId::BadType)]
#[case::negative("h:f/floor_area", "-1", CheckId::BadNumber)]
#[case::last_old("h:prog/lpg3/last", "2024-06", CheckId::LastOld)]
#[case::last_future("h:prog/lpg3/last", "2025-08", CheckId::DateFuture)]
#[case::card("h:prog/sembako/card", "123", CheckId::CardShape)]
#[case::account("h:prog/sembako/account", "1234567", CheckId::AccountShort)]
#[case::holder("h:prog/sembako/holder", "PAIJO", CheckId::HolderUnknown)]
#[case::misfit("c:f/subcat", "k02", CheckId::SubcatKind)]
#[case::number("c:f/number", "9901-2507-0K7-0012-H", CheckId::NumberWrong)]
#[case::reporter("c:f/reporter_phone", "1", CheckId::PhoneLength)]
#[case::program("c:f/program", "unknown-aid", CheckId::ProgramInvalid)]
#[case::story("c:f/story", "tolong 123456", CheckId::StoryShort)]
#[case::need_by("c:f/need_by", "2025-07-13", CheckId::NeedByPast)]
#[case::about_a_day("c:f/need_by", "2025-08", CheckId::BadDate)]
#[case::happened("c:f/happened_on", "2025-08", CheckId::DateFuture)]
#[case::against("c:f/against", "agent", CheckId::AgainstOpen)]
#[case::hiv("c:f/diagnosis", "suspek HIV/AIDS", CheckId::HivNamed)]
#[case::listed("c:f/proposal", "new", CheckId::ProposalListed)]
fn finds(#[case] key: &str, #[case] text: &str, #[case] id: CheckId) {
    let ids = found(&[(key, text)], |_| ());
    assert!(ids.contains(&id), "{ids:?}");
}

#[rstest]
#[case::estimated_year("p:f/birth_date", "1990~")]
#[case::holder("h:prog/sembako/holder", "Sumiati")]
#[case::card("h:prog/sembako/card", "9901-0000-0000-0001")]
#[case::rupiah("p:f/note", "Pinjaman Rp 1.000.000 sejak 01-02-2024")]
#[case::newer_key("p:f/newer", "x")]
#[case::word("c:f/diagnosis", "shivering")]
fn stays_silent(#[case] key: &str, #[case] text: &str) {
    assert_eq!(found(&[(key, text)], |_| ()), []);
}

#[test]
fn a_date_in_the_future_or_too_far_back() {
    let birth = |date| found(&[("p:f/birth_date", date)], |_| ());
    assert!(birth("2025-08").contains(&CheckId::BirthFuture));
    assert!(birth("1894").contains(&CheckId::BirthTooOld));
    assert!(birth("1890").contains(&CheckId::NikCentury));
    assert!(birth("1990-07-01").contains(&CheckId::BirthHeap));
    assert!(birth("1957-01-02").contains(&CheckId::ChildOlder));
}

#[test]
fn ages_that_do_not_fit() {
    let child = [("p:f/birth_date", "2018-04-05"), ("p:f/marital", "married")];
    let more = [("p:f/education", "smp"), ("p:f/job", "employee"), ("p:set/papers/ktp", "true")];
    let ids = found(&[child.as_slice(), &more].concat(), |_| ());
    for id in [CheckId::MaritalAge, CheckId::EducationAge, CheckId::JobAge, CheckId::KtpUnder17] {
        assert!(ids.contains(&id), "{ids:?}");
    }
}

#[test]
fn what_the_caller_looked_up() {
    let only = |set: fn(&mut Facts<'_>)| found(&[], set);
    assert_eq!(only(|facts| facts.known.nik_owner = Some("REKAAN")), [CheckId::NikUsed]);
    assert_eq!(only(|facts| facts.known.address_shared = true), [CheckId::AddressShared]);
    assert_eq!(only(|facts| facts.known.kind_legal = Some(false)), [CheckId::KindState]);
    assert_eq!(only(|facts| facts.household = None), [CheckId::HouseholdAbsent]);
    let old = date(2025, 3, 15);
    assert_eq!(found(&[], |facts| facts.register.released = Some(old)), [CheckId::RegisterOld]);
    let old = date(2025, 3, 16);
    assert_eq!(found(&[], |facts| facts.register.released = Some(old)), []);
    let place = [("p:f/birth_place", "Antah")];
    let known = |facts: &mut Facts<'_>| facts.known.birth_place_known = Some(false);
    assert_eq!(found(&place, known), [CheckId::BirthPlaceUnknown]);
    let receiving = [("h:prog/sembako/status", "receiving")];
    let above = |facts: &mut Facts<'_>| facts.register.desil = Some(6);
    assert_eq!(found(&receiving, above), [CheckId::DesilAbove]);
    let since = |facts: &mut Facts<'_>| facts.known.pregnant_since = Some(date(2024, 10, 13));
    assert_eq!(found(&[("p:f/pregnant", "true")], since), [CheckId::PregnancyStale]);
    let typist = |facts: &mut Facts<'_>| facts.known.typist = Some("Tumini");
    assert_eq!(found(&[("c:f/recorded_by", "TUMINI ")], typist), [CheckId::TypistIsWriter]);
    let used = |facts: &mut Facts<'_>| facts.known.paper_used = true;
    assert_eq!(found(&[("c:f/paper_no", "7")], used), [CheckId::PaperUsed]);
    let died = [("p:f/presence", "deceased"), ("h:f/size", "2")];
    let open = |facts: &mut Facts<'_>| facts.known.open_need = true;
    assert_eq!(found(&died, open), [CheckId::DeceasedNeed, CheckId::PersonGone]);
}

#[test]
fn the_wilayah_table_knows_areas_and_their_ends() {
    let area = |code: &str| Area::new(code.parse().unwrap(), "Rekaan");
    let whole = ["99", "9901", "990101", "9901012001"].map(area);
    let table = Table::new(whole.clone());
    assert_eq!(found(&[], |facts| facts.wilayah = Some(Box::leak(Box::new(table.clone())))), []);
    let desa = area("9901012001").closed(date(2025, 1, 1), None);
    let closed = Table::new(whole.into_iter().chain([desa]));
    let ids = found(&[], |facts| facts.wilayah = Some(Box::leak(Box::new(closed.clone()))));
    assert_eq!(ids, [CheckId::DesaClosed]);
    let real = Table::new([area("33"), area("3301"), area("9901012001")]);
    let ids = found(&[], |facts| facts.wilayah = Some(Box::leak(Box::new(real.clone()))));
    assert_eq!(ids, [CheckId::KkRegion, CheckId::NikProvince]);
}

#[test]
fn a_roof_is_another_family_s() {
    let roof = |own: u8, chained: bool| {
        let mut example = Example::new();
        example.household.insert("f/roof".into(), Value::Bytes(vec![9; 16]));
        example.look(1, |facts| {
            facts.known.household_id = Some(crate::DocId([own; 16]));
            facts.known.roof_has_roof = chained;
            let ids = all(facts).into_iter().map(|finding| finding.id);
            ids.filter(|id| *id != CheckId::PowerSubsidy).collect::<Vec<_>>()
        })
    };
    assert_eq!(roof(9, false), [CheckId::RoofSelf]);
    assert_eq!(roof(8, true), [CheckId::RoofChain]);
    assert_eq!(roof(8, false), []);
}

#[test]
fn anonymous_cases_name_nobody() {
    let question = [("c:f/anonymous", "true")];
    assert_eq!(found(&question, |_| ()), [CheckId::AnonymousKind, CheckId::AnonymousPerson]);
    let mut example = Example::new();
    edit(&mut example, &[("c:f/kind", "grievance"), ("c:f/subcat", "k08")]);
    edit(&mut example, &[("c:f/anonymous", "true"), ("c:f/against", "agent")]);
    example.case.remove("f/person");
    example.look(1, |facts| {
        facts.private = true;
        assert!(all(facts).iter().all(|finding| finding.level == Level::Info));
    });
}

#[test]
fn a_nik_that_is_the_kk_is_found_beside_the_person() {
    let change = [("p:f/nik", "9901014504900011"), ("h:f/kk", "9901014504900011")];
    let ids = found(&change, |_| ());
    assert!(ids.contains(&CheckId::KkDate) && !ids.contains(&CheckId::NikIsKk));
    let change = [("p:f/nik", "9901010504900011"), ("h:f/kk", "9901010504900011")];
    assert!(found(&change, |_| ()).contains(&CheckId::NikIsKk));
}

#[test]
fn what_is_missing_says_so_in_words() {
    let mut example = Example::new();
    example.household.remove("f/address");
    example.look(0, |facts| {
        let found = to_submit(facts);
        let gap = found.iter().find(|finding| finding.id == CheckId::Required).unwrap();
        assert_eq!((gap.doc, gap.key.as_str()), (DocKind::Household, "f/address"));
        assert_eq!(gap.text(facts, Lang::Id), "Alamat wajib diisi.");
        assert_eq!(gap.text(facts, Lang::En), "Address is required.");
    });
}

#[rstest]
#[case::photo(300 * 1024, &[0xff, 0xd8, 0xff, 0xe0], &[])]
#[case::letter(10, b"%PDF-1.7", &[])]
#[case::large(300 * 1024 + 1, b"%PDF-1.7", &[CheckId::AttachmentLong])]
#[case::page(10, b"<html>", &[CheckId::AttachmentKind])]
#[case::empty(0, b"", &[CheckId::AttachmentKind])]
fn attachments_are_small_photos_or_letters(
    #[case] bytes: u64,
    #[case] head: &[u8],
    #[case] ids: &[CheckId],
) {
    assert_eq!(attachment(bytes, head), ids);
}
