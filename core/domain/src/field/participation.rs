//! Participation in a program: on the person or the household, whichever is the program's unit.

use super::FieldType::{DateApprox, Digits, List, Money, Text};
use super::Profile::Minimum;
use super::need::only;
use super::{Class, Field, Sens, When, Write};
use crate::check::CheckId;

const RECEIVING: When = When::Beside("status", &["receiving"]);
const CARD_PROBLEM: When = When::Beside("problem", &["no_card", "card_lost", "card_locked"]);
const STATUS_KNOWN: When = When::Beside("status", &["unknown", "never", "stopped", "receiving"]);

pub(super) static FIELDS: &[Field] = &[
    Field::new("prog/<code>/status", "Status kepesertaan", "Participation", List("participation"))
        .need(&[only(Minimum, When::Asked)])
        .checks(&[CheckId::DesilAbove])
        .class(Class::Best)
        .write(Write::RecSrv)
        .shown("CTP", "Guideline III.D.2.c"),
    Field::new("prog/<code>/source", "Dasar keterangan", "Known from", List("prog_source"))
        .need(&[only(Minimum, When::All(&[When::Asked, STATUS_KNOWN]))])
        .class(Class::High)
        .write(Write::RecSrv)
        .shown("CTP", "Guideline III.D.2.c"),
    Field::new("prog/<code>/since", "Sejak", "Since", DateApprox)
        .checks(&[CheckId::DateFuture])
        .class(Class::Fine)
        .write(Write::RecSrv)
        .shown("CT", "Regsosek 2022"),
    Field::new("prog/<code>/last", "Terakhir diterima", "Last received", DateApprox)
        .need(&[only(Minimum, RECEIVING)])
        .checks(&[CheckId::DateFuture, CheckId::LastOld])
        .class(Class::High)
        .write(Write::RecSrv)
        .shown("CT", "Regsosek 2022"),
    Field::new("prog/<code>/card", "Nomor kartu/pelanggan", "Card or customer number", Text(30))
        .need(&[only(Minimum, CARD_PROBLEM)])
        .checks(&[CheckId::CardShape])
        .class(Class::Review)
        .sens(Sens::Pers)
        .write(Write::RecSrv)
        .shown("CT", "BPNT guideline, change form"),
    Field::new("prog/<code>/account", "Nomor rekening", "Bank account", Digits(20))
        .checks(&[CheckId::AccountShort])
        .class(Class::Review)
        .sens(Sens::Spec)
        .shown("", "BPNT guideline, change form"),
    Field::new("prog/<code>/amount", "Jumlah terakhir", "Last amount", Money)
        .sens(Sens::Spec)
        .shown("", "practice"),
    Field::new("prog/<code>/problem", "Kendala", "Problem", List("prog_problem"))
        .shown("CT", "Guideline III.D.2.c.2"),
    Field::new("prog/<code>/holder", "Nama pengurus", "Card holder", Text(200))
        .checks(&[CheckId::HolderUnknown])
        .sens(Sens::Pers)
        .shown("C", "BPNT guideline, change form"),
    Field::new("prog/<code>/note", "Catatan kepesertaan", "Note on participation", Text(200))
        .class(Class::Both)
        .shown("C", "practice"),
];
