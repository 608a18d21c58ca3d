//! A sentence given to several sections of the same candidacy.

use std::collections::HashMap;

use super::Read;
use crate::api::hints::{Hint, HintKind};
use crate::questionnaire::Section;

/// One hint for each section that repeats an earlier one: its first sentence that does.
pub(super) fn find(texts: &[Read<'_>]) -> Vec<Hint> {
    let mut seen: HashMap<&str, Section> = HashMap::new();
    let mut hints = Vec::new();
    for text in texts {
        let repeated = text
            .sentences
            .iter()
            .find_map(|it| Some((it.bytes.clone(), *seen.get(it.said.as_str())?)));
        if let Some((passage, other)) = repeated {
            hints.push(text.hint(HintKind::Repeated, passage, Some(other)));
        }
        for it in &text.sentences {
            seen.entry(&it.said).or_insert(text.section);
        }
    }
    hints
}
