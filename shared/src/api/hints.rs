//! Quality hints: what looks doubtful in a text and never blocks.

use serde::{Deserialize, Serialize};

use crate::ids::CandidacyId;
use crate::questionnaire::Section;

/// What looks doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum HintKind {
    /// Much of the text is in capitals.
    Capitals,
    /// Characters, words or sentences that only make the text longer.
    Padding,
    /// A sentence that another section of the same candidacy has too.
    Repeated,
    /// Another party, coalition or common candidacy is named.
    Mention,
    /// The text is near-identical to another candidacy's.
    Similar,
}

/// One hint on one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hint {
    /// On which section.
    pub section: Section,
    /// What looks doubtful.
    pub kind: HintKind,
    /// The words it is about, from the section's own text, shortened; empty for
    /// [`HintKind::Similar`], which tells nobody but the reviewer of whose text it is.
    pub excerpt: String,
    /// The section that has the same sentence, for [`HintKind::Repeated`].
    pub other: Option<Section>,
}

/// The hints on a candidacy as its reviewer sees them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewHints {
    /// All but the similar texts.
    pub hints: Vec<Hint>,
    /// Texts of other candidacies that are near-identical, the most similar first.
    pub similar: Vec<SimilarText>,
}

/// A section that is near-identical to one of another candidacy. For reviewers only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SimilarText {
    /// The section under review.
    pub section: Section,
    /// The other candidacy.
    pub candidacy: CandidacyId,
    /// The name of its candidate.
    pub name: String,
    /// Its actor's name.
    pub actor_name: String,
    /// Whether both are of the same actor, as titular and alternate of a formula are.
    pub same_actor: bool,
    /// The other candidacy's section.
    pub other_section: Section,
    /// How much of the shorter of both texts the other one holds, in percent.
    pub percent: u8,
    /// The longest run of words that both have, as the section under review writes it.
    pub fragment: Fragment,
}

/// A passage with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Fragment {
    /// A few words before.
    pub before: String,
    /// The passage, shortened.
    pub matched: String,
    /// A few words after.
    pub after: String,
}
