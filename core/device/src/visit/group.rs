//! One group of a section: fields of one document under one title.

use super::asked::Asked;
use super::fields;
use super::found::Found;
use super::leaf::Leaf;
use super::sheet::Sheet;
use crate::ffi::view::{FieldView, GroupView};

/// Draws a group.
pub fn of(
    sheet: &Sheet,
    leaf: &Leaf,
    key: String,
    title: String,
    asked: Vec<Asked>,
    found: &[Found],
) -> GroupView {
    let field = |asked: Asked| -> FieldView {
        fields::view(sheet, leaf, &asked.key, asked.field, found, asked.required)
    };
    let removable = key == leaf.doc && leaf.part.fresh;
    let fields = asked.into_iter().map(field).collect();
    GroupView { key, doc: leaf.doc.clone(), title, fields, removable }
}
