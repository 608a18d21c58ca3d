//! How close what was typed is to a name.

/// How close what was typed is to a name, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// Every word is a word of the name; accents and case aside, letter by letter.
    Same,
    /// The same with `n` for `ñ`, words written together or apart, abbreviations.
    SameFolded,
    /// Words begin words of the name.
    Begins,
    /// The same with `n` for `ñ`, or an initial.
    BeginsFolded,
    /// One slip in a long word, or another spelling of the same sound.
    Near,
}

impl Closeness {
    /// Every one, the closest first.
    pub const ALL: [Self; 5] = [
        Self::Same,
        Self::SameFolded,
        Self::Begins,
        Self::BeginsFolded,
        Self::Near,
    ];

    /// Where it stands, as a cursor holds it.
    #[must_use]
    pub const fn rank(self) -> u8 {
        match self {
            Self::Same => 0,
            Self::SameFolded => 1,
            Self::Begins => 2,
            Self::BeginsFolded => 3,
            Self::Near => 4,
        }
    }

    /// The closeness of a rank.
    #[must_use]
    pub fn of_rank(rank: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.rank() == rank)
    }
}
