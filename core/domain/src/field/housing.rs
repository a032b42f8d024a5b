//! Household: the dwelling. Its items belong to the family at the root of `f/roof`.

use super::FieldType::{Int, List, SetItem};
use super::Profile::Basic;
use super::need::only;
use super::{Demand, Field, Sens, When};
use crate::DocKind::Household;
use crate::check::CheckId;

/// A family that lives under another's roof shows that family's dwelling.
const OWN_ROOF: When = When::Not(&When::Filled(Household, "f/roof"));

const ASKED: &[Demand] = &[only(Basic, OWN_ROOF)];

const fn housing(
    key: &'static str,
    id: &'static str,
    en: &'static str,
    list: &'static str,
) -> Field {
    Field::new(key, id, en, List(list)).need(ASKED).shown("C", "Regsosek 2022, 301–309")
}

pub(super) static FIELDS: &[Field] = &[
    housing("f/building", "Status bangunan", "Tenure", "building"),
    Field::new("f/floor_area", "Luas lantai (m²)", "Floor area (m²)", Int)
        .need(ASKED)
        .checks(&[CheckId::FloorCrowded])
        .shown("C", "DTKS Luas_lantai"),
    housing("f/floor", "Jenis lantai", "Floor", "floor"),
    housing("f/wall", "Jenis dinding", "Walls", "wall"),
    housing("f/roof_type", "Jenis atap", "Roofing", "roof_type"),
    housing("f/water", "Sumber air minum", "Drinking water", "water"),
    housing("f/light", "Sumber penerangan", "Lighting", "light"),
    Field::new("f/power", "Daya listrik", "Connected load", List("power"))
        .need(&[only(Basic, When::All(&[OWN_ROOF, When::Is(Household, "f/light", &["metered"])]))])
        .checks(&[CheckId::PowerSubsidy])
        .shown("C", "Regsosek 2022, 307"),
    housing("f/cooking", "Bahan bakar memasak", "Cooking fuel", "cooking"),
    housing("f/toilet", "Fasilitas buang air besar", "Toilet", "toilet"),
    Field::new("set/asset/<item>", "Aset", "Assets", SetItem("asset"))
        .sens(Sens::Spec)
        .shown("", "DTKS Ada_*"),
];
