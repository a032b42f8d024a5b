//! What a finding says to the person who records.

use crate::check::CheckId;
use crate::{Label, Lang};

/// Returns a check's sentence with the field's words and, where it speaks of one, the other
/// person's name.
pub fn sentence(check: CheckId, field: Label, name: Option<&str>, lang: Lang) -> String {
    let name = name.unwrap_or(match lang {
        Lang::Id => "warga lain",
        Lang::En => "another citizen",
    });
    let (field_place, name_place) = match lang {
        Lang::Id => ("{bidang}", "{nama}"),
        Lang::En => ("{field}", "{name}"),
    };
    check.label().text(lang).replace(field_place, field.text(lang)).replace(name_place, name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::check::Level;

    #[test]
    fn every_check_has_both_texts_and_no_place_is_left_empty() {
        let keys: BTreeSet<_> = CheckId::ALL.iter().map(|id| id.key()).collect();
        assert_eq!(keys.len(), CheckId::ALL.len());
        let field = Label::new("Alamat", "Address");
        for id in CheckId::ALL {
            assert_eq!(CheckId::from_key(id.key()), Some(*id));
            for lang in [Lang::Id, Lang::En] {
                let text = sentence(*id, field, None, lang);
                assert!(text.len() > 10 && !text.contains(['{', '}']), "{}: {text}", id.key());
                assert!(text.ends_with(['.', '?']), "{}: {text}", id.key());
            }
            let (id_text, en_text) = (id.label().id, id.label().en);
            assert_eq!(id_text.contains("{bidang}"), en_text.contains("{field}"), "{}", id.key());
            assert_ne!(id_text, en_text);
        }
    }

    #[test]
    fn names_the_field_and_the_other_person() {
        let field = Label::new("Alamat", "Address");
        assert_eq!(sentence(CheckId::Required, field, None, Lang::Id), "Alamat wajib diisi.");
        assert_eq!(sentence(CheckId::Required, field, None, Lang::En), "Address is required.");
        let used = sentence(CheckId::NikUsed, field, Some("REKAAN {bidang}"), Lang::Id);
        assert_eq!(used, "NIK ini sudah tercatat atas nama REKAAN {bidang}.");
    }

    #[test]
    fn only_errors_block() {
        let of = |level| CheckId::ALL.iter().filter(move |id| id.level() == level).count();
        assert_eq!(CheckId::Required.level(), Level::Error);
        assert_eq!(CheckId::NikRegion.level(), Level::Warning);
        assert!(of(Level::Error) > 0 && of(Level::Warning) > 0 && of(Level::Info) > 0);
    }
}
