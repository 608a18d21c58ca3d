//! The rules, ready to be looked up by the first word of what they look for.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::built_in;
use super::grammar;
use super::office_words::OfficeWords;
use super::pattern::Pattern;
use super::rule::{ElectionRules, Rule};
use super::{capitals, exemptions};
use crate::lists::list_file;
use crate::text;

/// Masculine plurals for people, beside the nouns of the rules.
const BOTH_FORMS: &[&str] = list_file!("lists/both_forms.txt");

/// Rules of inclusive language, ready to check texts. Made once, used for every text.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    list: Vec<Rule>,
    except: Vec<Vec<Pattern>>,
    names: Vec<Pattern>,
    by_word: BTreeMap<String, Vec<Target>>,
    open: Vec<Target>,
    denouncing: Vec<Pattern>,
    /// Masculine plurals with a feminine of their own: folded, and as they are written.
    both: BTreeMap<String, String>,
    /// Words with ñ by what they are without it.
    enie: BTreeMap<String, &'static str>,
    offices: OfficeWords,
}

/// One thing that a rule looks for.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// The rule's place in the list.
    pub(super) rule: usize,
    pub(super) sought: Sought,
}

#[derive(Clone, Debug)]
pub(super) enum Sought {
    /// A plural noun, its words folded.
    Noun {
        words: Vec<String>,
        /// As the rule writes it.
        written: String,
        /// Whether it needs a masculine determiner.
        articled: bool,
    },
    /// A word for people in one of its four forms.
    Term {
        words: Vec<String>,
        feminine: bool,
        plural: bool,
    },
    Phrase(Arc<Pattern>),
}

impl Rules {
    /// The rules that come with the program.
    #[must_use]
    pub fn built_in() -> Self {
        Self::new(built_in::built_in_rules(), Vec::new())
    }

    /// The rules that come with the program and those of an election; one with the id of a built-in
    /// rule takes its place.
    #[must_use]
    pub fn with(added: Vec<Rule>) -> Self {
        let mut list = built_in::built_in_rules();
        list.retain(|rule| added.iter().all(|other| other.id != rule.id));
        Self::new(list, added)
    }

    /// The rules of an election.
    #[must_use]
    pub fn of(election: &ElectionRules) -> Self {
        let ElectionRules { added, off } = election;
        let mut list = built_in::built_in_rules();
        list.retain(|rule| !off.contains(&rule.id) && added.iter().all(|it| it.id != rule.id));
        Self::new(list, added.clone())
    }

    /// The rule of a finding: its explanation and its source.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.list.iter().find(|rule| rule.id == id)
    }

    /// Built-in ones in the order of their files, then those of the election.
    #[must_use]
    pub fn all(&self) -> &[Rule] {
        &self.list
    }

    fn new(mut list: Vec<Rule>, added: Vec<Rule>) -> Self {
        let first_added = list.len();
        list.extend(added);
        let mut rules = Self {
            names: patterns(&built_in::built_in_names()).collect(),
            denouncing: exemptions::DENOUNCING
                .iter()
                .filter_map(|phrase| Pattern::parse(phrase).ok())
                .collect(),
            enie: capitals::words_with_enie().collect(),
            offices: OfficeWords::new(),
            except: list
                .iter()
                .map(|rule| patterns(&rule.except).collect())
                .collect(),
            ..Self::default()
        };
        for written in BOTH_FORMS {
            rules.add_both(written);
        }
        // Of rules that find the same words the first one looked up speaks: that of the election.
        for at in (first_added..list.len()).chain(0..first_added) {
            let rule = &list[at];
            for (entries, articled) in [(&rule.nouns, false), (&rule.articled, true)] {
                for written in entries {
                    rules.add_noun(at, written, articled);
                }
            }
            for term in &rule.terms {
                rules.add_term(at, term);
            }
            for pattern in patterns(&rule.patterns) {
                rules.add_phrase(at, pattern);
            }
        }
        rules.list = list;
        rules
    }

    fn add_both(&mut self, written: &str) {
        let written = written.to_lowercase();
        if grammar::feminine(&written) != written && !written.contains(' ') {
            self.both.insert(text::fold(&written), written);
        }
    }

    fn add_noun(&mut self, rule: usize, written: &str, articled: bool) {
        self.add_both(written);
        let words = folded(written);
        let sought = Sought::Noun {
            words: words.clone(),
            written: written.to_lowercase(),
            articled,
        };
        self.add_target(&words, Target { rule, sought });
    }

    /// All four forms of a term; where two are one, the masculine.
    fn add_term(&mut self, rule: usize, term: &str) {
        let mut known: Vec<Vec<String>> = Vec::new();
        for (plural, feminine) in [(false, false), (false, true), (true, false), (true, true)] {
            let words: Vec<String> = folded(term)
                .iter()
                .map(|word| {
                    let many = grammar::plural(word);
                    let many = if feminine {
                        grammar::feminine(&many)
                    } else {
                        many
                    };
                    if plural {
                        many
                    } else {
                        grammar::singular(&many)
                    }
                })
                .collect();
            if known.contains(&words) {
                continue;
            }
            let sought = Sought::Term {
                words: words.clone(),
                feminine,
                plural,
            };
            self.add_target(&words, Target { rule, sought });
            known.push(words);
        }
    }

    fn add_target(&mut self, words: &[String], target: Target) {
        if let Some(first) = words.first() {
            self.by_word.entry(first.clone()).or_default().push(target);
        }
    }

    fn add_phrase(&mut self, rule: usize, pattern: Pattern) {
        let pattern = Arc::new(pattern);
        let target = || Target {
            rule,
            sought: Sought::Phrase(Arc::clone(&pattern)),
        };
        let Some(first) = pattern.first_words() else {
            self.open.push(target());
            return;
        };
        for word in first {
            let targets = self.by_word.entry(word.to_owned()).or_default();
            targets.push(target());
        }
    }

    /// What may begin with this folded word.
    pub(super) fn targets_from(&self, folded: &str) -> impl Iterator<Item = &Target> {
        self.by_word
            .get(folded)
            .into_iter()
            .flatten()
            .chain(&self.open)
    }

    /// Whether some rule takes this folded word for people in any form.
    pub(super) fn is_term(&self, folded: &str) -> bool {
        let is_term = |target: &Target| matches!(target.sought, Sought::Term { .. });
        self.by_word
            .get(folded)
            .is_some_and(|targets| targets.iter().any(is_term))
    }

    /// Whether some rule takes this folded word for a noun for people.
    pub(super) fn is_person(&self, folded: &str) -> bool {
        let is_noun = |target: &Target| matches!(target.sought, Sought::Noun { .. });
        self.by_word
            .get(folded)
            .is_some_and(|targets| targets.iter().any(is_noun))
    }

    /// The feminine and the masculine of a folded masculine plural, where both are known.
    pub(super) fn both(&self, masculine: &str) -> Option<(String, String)> {
        let written = self.both.get(masculine)?;
        Some((grammar::feminine(written), written.clone()))
    }

    /// The same from what both plurals have in common: `niñ`, `trabajador`.
    pub(super) fn both_from_stem(&self, stem: &str) -> Option<(String, String)> {
        self.both(&format!("{stem}os"))
            .or_else(|| self.both(&format!("{stem}es")))
    }

    /// A word with the ñ that it was written without.
    pub(super) fn with_enie(&self, folded: &str) -> Option<&'static str> {
        self.enie.get(folded).copied()
    }

    /// The feminine of an office in the masculine.
    pub(super) fn office_of_women(&self, folded: &str) -> Option<&str> {
        self.offices.feminine.get(folded).map(String::as_str)
    }

    /// Whether a folded word is an office in the feminine.
    pub(super) fn is_office_of_women(&self, folded: &str) -> bool {
        self.offices.of_women.contains(folded)
    }

    /// The feminine of an adjective that stands after an office.
    pub(super) fn office_adjective(&self, folded: &str) -> Option<&str> {
        self.offices.adjectives.get(folded).map(String::as_str)
    }

    /// The phrases of sentences that denounce.
    pub(super) fn denouncing(&self) -> &[Pattern] {
        &self.denouncing
    }

    /// A rule by its place.
    pub(super) fn rule_at(&self, rule: usize) -> Option<&Rule> {
        self.list.get(rule)
    }

    /// The phrases in which a rule is silent: its own, and the names.
    pub(super) fn silence(&self, rule: usize) -> impl Iterator<Item = &Pattern> {
        self.except
            .get(rule)
            .into_iter()
            .flatten()
            .chain(&self.names)
    }
}

fn folded(written: &str) -> Vec<String> {
    written.split_whitespace().map(text::fold).collect()
}

/// Phrases as they are written; one that cannot be read, which reading and tests refuse, is left out.
fn patterns(written: &[String]) -> impl Iterator<Item = Pattern> {
    written
        .iter()
        .filter_map(|phrase| Pattern::parse(phrase).ok())
}
