//! Searching names as people remember and type them: one ranked answer.
//!
//! Whole words come before beginnings, letters as they were typed before folded ones (`n` for `ñ`,
//! words written together, abbreviations), near spellings last; nothing that is found hides
//! anything else ([0029](../../../../docs/decisions/0029-search-by-closeness.md)). Names are taken apart
//! once, when a record is read; a search only compares.

mod closeness;
mod name;
mod spelling;

use std::collections::BTreeSet;

use conoceles_shared::names::abbreviations;
use conoceles_shared::names::words::{self, WrittenWord, written_words};
use conoceles_shared::text::{one_slip, without_enie};

pub use closeness::Closeness;
pub use name::SearchedName;

use name::NameWord;
use spelling::sound;

/// A word must have this many letters before a slip is forgiven.
const SLIP_FROM: usize = 5;
/// The same where only the beginning of a name was typed.
const SLIP_IN_BEGINNING_FROM: usize = 7;
/// A word must have this many sounds before another spelling of its beginning counts.
const SOUND_FROM: usize = 4;
/// Words that are typed apart and written as one: `villa señor`, `mac gregor`, `o farrill`.
const LONGEST_RUN: usize = 3;

/// What is sought: the words of a search, in the order in which they were typed.
#[derive(Debug)]
pub struct SoughtWords {
    words: Vec<SoughtWord>,
    /// For each word, the two and three words that begin with it, as one.
    runs: Vec<Vec<SoughtWord>>,
    particles_may_miss: bool,
}

#[derive(Debug)]
struct SoughtWord {
    folded: String,
    plain: String,
    sound: String,
    /// The same with `Mac` for `Mc`, or the other way round.
    twin: Option<String>,
    /// What it may stand for, where it is an abbreviation.
    meanings: &'static [&'static str],
    is_particle: bool,
    /// Whether it may begin a word of the name.
    may_begin: bool,
}

impl SoughtWords {
    /// The words of a search; none where there is not one letter or digit in it.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let mut written = written_words(text);
        // A word that is typed twice asks for nothing more.
        let mut seen = BTreeSet::new();
        written.retain(|it| seen.insert(it.folded.clone()));
        if written.is_empty() {
            return None;
        }
        // One letter alone would find half of everybody: it is the name of the few who have it.
        let lone_letter =
            written.len() == 1 && written.iter().all(|it| it.folded.chars().count() == 1);
        let words: Vec<_> = written
            .iter()
            .map(|it| SoughtWord::of(it, !lone_letter))
            .collect();
        let runs = (0..words.len()).map(|at| runs_from(&words, at)).collect();
        let particles_may_miss = words.iter().any(|it| !it.is_particle);
        Some(Self {
            words,
            runs,
            particles_may_miss,
        })
    }

    /// How close they are to a name; none where a word is not in it. Their order does not matter.
    #[must_use]
    pub fn closeness(&self, name: &SearchedName) -> Option<Closeness> {
        // Each entry: how closely the words up to there are covered, alone or in runs.
        let mut covered = vec![Some(Closeness::Same)];
        for (at, word) in self.words.iter().enumerate() {
            let alone = covered.get(at).copied().flatten().and_then(|before| {
                let own = self.closeness_of_word(word, name)?;
                Some(before.max(own))
            });
            covered.push(alone);
            for length in 2..=LONGEST_RUN.min(at + 1) {
                let first = at + 1 - length;
                let run = self.runs.get(first).and_then(|it| it.get(length - 2));
                let before = covered.get(first).copied().flatten();
                let (Some(run), Some(before)) = (run, before) else {
                    continue;
                };
                let best = run.in_run_of(name).map(|it| before.max(it));
                if let (Some(best), Some(last)) = (best, covered.last_mut()) {
                    *last = Some(last.map_or(best, |it| it.min(best)));
                }
            }
            let out_of_reach = covered.len().saturating_sub(LONGEST_RUN);
            if covered.iter().skip(out_of_reach).all(Option::is_none) {
                return None;
            }
        }
        covered.last().copied().flatten()
    }

    fn closeness_of_word(&self, word: &SoughtWord, name: &SearchedName) -> Option<Closeness> {
        let written = name.words().filter_map(|it| word.closeness_to(it)).min();
        let found = match written {
            Some(Closeness::Same | Closeness::SameFolded) => written,
            _ if word.may_begin => written.into_iter().chain(word.in_run_of(name)).min(),
            _ => written,
        };
        found.or((word.is_particle && self.particles_may_miss).then_some(Closeness::Near))
    }
}

/// Two and three words from `at` on as one word.
fn runs_from(words: &[SoughtWord], at: usize) -> Vec<SoughtWord> {
    (2..=LONGEST_RUN)
        .filter_map(|length| {
            let run = words.get(at..at + length)?;
            let folded: String = run.iter().map(|it| it.folded.as_str()).collect();
            let joined = WrittenWord {
                folded,
                parts: Vec::new(),
                is_shortened: false,
            };
            Some(SoughtWord::of(&joined, true))
        })
        .collect()
}

impl SoughtWord {
    fn of(written: &WrittenWord, may_begin: bool) -> Self {
        let plain = without_enie(&written.folded);
        let is_particle = words::PARTICLES.contains(&plain.as_str());
        Self {
            sound: sound(&plain),
            twin: words::gaelic_twin(&plain),
            meanings: abbreviations::meanings(&plain),
            may_begin: may_begin && !is_particle,
            is_particle,
            folded: written.folded.clone(),
            plain,
        }
    }

    /// How close it is to words of the name that stand side by side.
    fn in_run_of(&self, name: &SearchedName) -> Option<Closeness> {
        let twin = self.twin.as_deref();
        let spellings = [Some(self.plain.as_str()), twin].into_iter().flatten();
        spellings.filter_map(|it| name.closeness_of_run(it)).min()
    }

    fn closeness_to(&self, name: &NameWord) -> Option<Closeness> {
        if name.folded == self.folded && !name.is_derived {
            return Some(Closeness::Same);
        }
        if name.plain == self.plain || self.meanings.contains(&name.plain.as_str()) {
            return Some(Closeness::SameFolded);
        }
        if self.is_particle {
            return None;
        }
        if self.may_begin && name.folded.starts_with(&self.folded) && !name.is_derived {
            return Some(Closeness::Begins);
        }
        let is_initial = name.is_shortened && self.plain.starts_with(&name.plain);
        if is_initial || (self.may_begin && name.plain.starts_with(&self.plain)) {
            return Some(Closeness::BeginsFolded);
        }
        self.resembles(name).then_some(Closeness::Near)
    }

    fn resembles(&self, name: &NameWord) -> bool {
        let (own, other) = (self.plain.as_bytes(), name.plain.as_bytes());
        if own.len() >= SLIP_FROM && one_slip(own, other) {
            return true;
        }
        if self.sound.len() + 1 >= SOUND_FROM && self.sound == name.sound {
            return true;
        }
        if self.sound.len() >= SOUND_FROM && name.sound.starts_with(&self.sound) {
            return true;
        }
        // The beginning of the name may be one letter shorter or longer than what was typed.
        own.len() >= SLIP_IN_BEGINNING_FROM
            && (own.len() - 1..=own.len() + 1)
                .filter_map(|length| other.get(..length))
                .any(|beginning| one_slip(own, beginning))
    }
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod search_tests;
