//! The names of other actors in a text: full official names, acronyms in capitals, and the few
//! short forms that everybody knows. Common words such as «verde» or «trabajo» are no names.

use std::ops::Range;

use crate::language::{Token, tokens};
use crate::lists::{part, table_file};
use crate::text::fold;

/// An official name, folded, with the short form that everybody knows.
#[derive(Clone, Copy)]
struct ShortName {
    official: &'static str,
    short: &'static str,
}

impl ShortName {
    const fn of_line(line: &'static str) -> Self {
        let (official, short) = part(line, b',');
        Self { official, short }
    }
}

const SHORT_NAMES: &[ShortName] = table_file!("lists/short_names.csv", ShortName::of_line);

/// What actors without a name of their own are called.
const NAMELESS: [&str; 4] = [
    "candidatura independiente",
    "candidatura comun",
    "independiente",
    "coalicion",
];

/// What stands before an acronym of two letters, which alone may mean anything.
const BEFORE: [&str; 6] = ["el", "del", "al", "partido", "partidos", "coalicion"];

/// Links within a name, written in lower case even where the name has capitals.
const LINKS: [&str; 12] = [
    "a", "con", "de", "del", "e", "el", "en", "la", "las", "los", "por", "y",
];

/// What an actor or a party is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorNames {
    /// The official one; of one word, it counts only in capitals, as an acronym does.
    pub name: String,
    /// Of one letter or with spaces it is no mention.
    pub acronym: Option<String>,
}

/// The names that are mentions of another actor.
#[derive(Clone, Debug, Default)]
pub struct Names {
    phrases: Vec<Vec<String>>,
    acronyms: Vec<String>,
}

impl Names {
    /// The names of `others` less those of `own`, which is the actor itself and its parties.
    #[must_use]
    pub fn new(others: &[ActorNames], own: &[ActorNames]) -> Self {
        let ours = Self::of_actors(own);
        let mut names = Self::of_actors(others);
        names.phrases.retain(|name| !ours.phrases.contains(name));
        names.acronyms.retain(|name| !ours.acronyms.contains(name));
        names
    }

    fn of_actors(actors: &[ActorNames]) -> Self {
        let mut names = Self::default();
        for actor in actors {
            names.add_actor(actor);
        }
        names
    }

    fn add_actor(&mut self, actor: &ActorNames) {
        let name = phrase(&actor.name);
        let whole = name.join(" ");
        if NAMELESS.contains(&whole.as_str()) {
            return;
        }
        let known = SHORT_NAMES.iter().filter(|it| it.official == whole);
        self.phrases.extend(known.map(|it| phrase(it.short)));
        match name.as_slice() {
            // A single word is a name only in capitals, as an acronym is.
            [word] => self.acronyms.push(word.clone()),
            _ => self.phrases.push(name),
        }
        let acronym = actor.acronym.as_deref().map(fold);
        self.acronyms
            .extend(acronym.filter(|it| it.chars().count() > 1 && !it.contains(' ')));
    }

    /// Where the words name one of them first.
    pub(super) fn first_mention(&self, words: &[Token]) -> Option<Range<usize>> {
        (0..words.len()).find_map(|at| {
            let end = self
                .phrase_at(&words[at..])
                .or_else(|| self.acronym_at(words, at).then_some(1))?;
            Some(words[at].bytes.start..words[at + end - 1].bytes.end)
        })
    }

    /// How many words the official name has that begins here.
    fn phrase_at(&self, words: &[Token]) -> Option<usize> {
        let found = self.phrases.iter().filter(|name| {
            let length = name.len();
            words.len() >= length
                && name
                    .iter()
                    .zip(words)
                    .all(|(said, word)| *said == word.folded)
                && words[1..length].iter().all(|word| word.goes_on)
                && is_written_as_a_name(&words[..length])
        });
        found.map(Vec::len).max()
    }

    fn acronym_at(&self, words: &[Token], at: usize) -> bool {
        let word = &words[at];
        if !word.upper || word.shouted || word.glued || !self.acronyms.contains(&word.folded) {
            return false;
        }
        let before = at.checked_sub(1).map(|it| words[it].folded.as_str());
        word.folded.chars().count() > 2 || before.is_some_and(|it| BEFORE.contains(&it))
    }
}

fn phrase(name: &str) -> Vec<String> {
    tokens(name).into_iter().map(|word| word.folded).collect()
}

/// «movimiento ciudadano» may be any movement; «Movimiento Ciudadano» is a party. What begins with
/// «partido» is one however it is written.
fn is_written_as_a_name(words: &[Token]) -> bool {
    let begins = words.first().is_some_and(|it| it.folded == "partido");
    let links = |word: &Token| LINKS.contains(&word.folded.as_str());
    (begins && words.len() > 1) || words.iter().all(|word| word.capital || links(word))
}
