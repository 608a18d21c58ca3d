//! A quality hint in words: the same for the operator and the reviewer.

use conoceles_shared::api::hints::{Hint, HintKind};
use conoceles_shared::questionnaire::Section;

use crate::i18n::desk::texts;

/// What a hint says, without the section it is on and without a full stop.
pub fn sentence(hint: &Hint) -> String {
    let t = texts().hints;
    let what = hint.excerpt.as_str();
    match hint.kind {
        HintKind::Capitals => (t.capitals)(what),
        HintKind::Padding => (t.padding)(what),
        HintKind::Repeated => {
            let other = hint.other.map(Section::short_label).unwrap_or_default();
            (t.repeated)(what, other)
        }
        HintKind::Mention => (t.mention)(what),
        HintKind::Similar => t.similar_to_another.to_owned(),
    }
}
