//! A name as it is searched, taken apart once.

use conoceles_shared::names::abbreviations;
use conoceles_shared::names::words::{WrittenWord, after_mc, gaelic_twin, written_words};
use conoceles_shared::text::without_enie;

use super::closeness::Closeness;
use super::spelling::sound;

/// A name and a nickname, taken apart.
#[derive(Debug, Clone, Default)]
pub struct SearchedName {
    words: Vec<NameWord>,
    /// The name and the nickname, each written as one word.
    together: Vec<Together>,
}

/// A word of a name, or what such a word may stand for.
#[derive(Debug, Clone)]
pub(super) struct NameWord {
    pub(super) folded: String,
    pub(super) plain: String,
    pub(super) sound: String,
    /// Whether it is not written so: part of a word, what an abbreviation means, `Mc` for `Mac`.
    pub(super) is_derived: bool,
    /// Whether it is the beginning of a longer word that nobody wrote out.
    pub(super) is_shortened: bool,
}

/// Words written as one, with where each begins and the last one ends.
#[derive(Debug, Clone)]
struct Together {
    letters: String,
    edges: Vec<usize>,
}

/// Initials that are registered without their full stop: José, María.
const BARE_INITIALS: [&str; 2] = ["j", "m"];

impl SearchedName {
    /// The words of a name and of a nickname.
    #[must_use]
    pub fn of(name: &str, nickname: Option<&str>) -> Self {
        let mut whole = Self::default();
        for text in [Some(name), nickname].into_iter().flatten() {
            let written = written_words(text);
            whole.together.push(Together::of(&written));
            for word in &written {
                whole.add(word);
            }
        }
        whole
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &NameWord> {
        self.words.iter()
    }

    fn add(&mut self, written: &WrittenWord) {
        let word = NameWord::of(&written.folded);
        let meanings = abbreviations::meanings(&word.plain);
        let is_initial = BARE_INITIALS.contains(&word.plain.as_str());
        let is_shortened = meanings.is_empty() && (written.is_shortened || is_initial);
        let mut derived: Vec<String> = written.parts.clone();
        derived.extend(meanings.iter().map(|it| (*it).to_owned()));
        derived.extend(gaelic_twin(&word.plain));
        derived.extend(after_mc(&word.plain));
        self.words.push(NameWord {
            is_shortened,
            ..word
        });
        self.words.extend(derived.iter().map(|it| NameWord {
            is_derived: true,
            ..NameWord::of(it)
        }));
    }

    /// How close words written as one are to words of the name that stand side by side.
    pub(super) fn closeness_of_run(&self, plain: &str) -> Option<Closeness> {
        let derived = self.words.iter().filter(|it| it.is_derived);
        let whole = derived.filter(|it| it.plain == plain);
        let whole = whole.map(|_| Closeness::SameFolded);
        let run = self.together.iter().filter_map(|it| it.closeness(plain));
        whole.chain(run).min()
    }
}

impl NameWord {
    fn of(folded: &str) -> Self {
        let plain = without_enie(folded);
        Self {
            sound: sound(&plain),
            folded: folded.to_owned(),
            plain,
            is_derived: false,
            is_shortened: false,
        }
    }
}

impl Together {
    fn of(words: &[WrittenWord]) -> Self {
        let mut letters = String::new();
        let mut edges = vec![0];
        for word in words {
            letters.push_str(&without_enie(&word.folded));
            edges.push(letters.len());
        }
        Self { letters, edges }
    }

    fn closeness(&self, plain: &str) -> Option<Closeness> {
        let begins = |from: &&usize| {
            let rest = self.letters.get(**from..);
            rest.is_some_and(|it| it.starts_with(plain))
        };
        let found = self.edges.iter().filter(begins).map(|from| {
            if self.edges.contains(&(from + plain.len())) {
                Closeness::SameFolded
            } else {
                Closeness::BeginsFolded
            }
        });
        // One letter is not words written as one.
        plain.chars().nth(1)?;
        found.min()
    }
}
