//! Phrases as a rule writes them.
//!
//! Words apart by spaces, each folded: `a|b` either, `word?` may be missing, `*ense` and `discapacit*`
//! any beginning or ending, `..3` up to three other words, `(word)` must stand there but is not part
//! of what is found.

use std::ops::Range;

use super::words::{Gap, Word};
use crate::text;

/// A phrase to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    One {
        any_of: Vec<Form>,
        optional: bool,
        context: bool,
    },
    /// Up to so many words, whatever they are.
    Skip(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    Exact(String),
    /// Begins so; the rest is not empty.
    Begins(String),
    /// Ends so; the rest is not empty.
    Ends(String),
}

/// The longest stretch of other words within a phrase.
const LONGEST_SKIP: usize = 6;

impl Pattern {
    /// Reads a phrase.
    ///
    /// # Errors
    /// What is wrong with it, in Spanish.
    pub(super) fn parse(written: &str) -> Result<Self, &'static str> {
        let steps = written
            .split_whitespace()
            .map(parse_step)
            .collect::<Result<Vec<_>, _>>()?;
        let kept = |step: &Step| {
            matches!(
                step,
                Step::One {
                    optional: false,
                    context: false,
                    ..
                }
            )
        };
        if !steps.iter().any(kept) {
            return Err("no tiene ninguna palabra fija");
        }
        let skips = |step: Option<&Step>| matches!(step, Some(Step::Skip(_)));
        if skips(steps.first()) || skips(steps.last()) {
            return Err("no puede empezar ni terminar con «..»");
        }
        Ok(Self { steps })
    }

    /// The words it can begin with; `None` where one of them is open.
    pub(super) fn first_words(&self) -> Option<Vec<&str>> {
        let mut first = Vec::new();
        for step in &self.steps {
            let Step::One {
                any_of, optional, ..
            } = step
            else {
                return None;
            };
            for form in any_of {
                let Form::Exact(word) = form else {
                    return None;
                };
                first.push(word.as_str());
            }
            if !optional {
                return Some(first);
            }
        }
        None
    }

    /// Where it is found from this word on, as a range of words.
    pub(super) fn find_from(&self, words: &[Word], at: usize) -> Option<Range<usize>> {
        // Nearly every word fails here, before anything is tried.
        if let Some(Step::One {
            any_of,
            optional: false,
            ..
        }) = self.steps.first()
        {
            let word = words.get(at)?;
            any_of.iter().find(|form| form.fits(&word.folded))?;
        }
        let mut span = None;
        steps_fit(&self.steps, words, at, true, &mut span).then_some(())?;
        span
    }

    /// What a beginning or ending left open stands for in a word.
    pub(super) fn open_part<'w>(&self, word: &'w str) -> Option<&'w str> {
        self.steps.iter().find_map(|step| match step {
            Step::One { any_of, .. } => any_of.iter().find_map(|form| match form {
                Form::Exact(_) => None,
                Form::Begins(start) => word.strip_prefix(start.as_str()),
                Form::Ends(end) => word.strip_suffix(end.as_str()),
            }),
            Step::Skip(_) => None,
        })
    }
}

fn parse_step(token: &str) -> Result<Step, &'static str> {
    if let Some(count) = token.strip_prefix("..") {
        return match count.parse() {
            Ok(count @ 1..=LONGEST_SKIP) => Ok(Step::Skip(count)),
            _ => Err("«..» lleva un número del 1 al 6"),
        };
    }
    let (token, optional) = match token.strip_suffix('?') {
        Some(token) => (token, true),
        None => (token, false),
    };
    let (token, context) = match token.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        Some(token) => (token, true),
        None => (token, false),
    };
    Ok(Step::One {
        any_of: token.split('|').map(parse_form).collect::<Result<_, _>>()?,
        optional,
        context,
    })
}

fn parse_form(written: &str) -> Result<Form, &'static str> {
    let (word, form): (&str, fn(String) -> Form) =
        match (written.strip_prefix('*'), written.strip_suffix('*')) {
            (Some(end), _) => (end, Form::Ends),
            (None, Some(start)) => (start, Form::Begins),
            (None, None) => (written, Form::Exact),
        };
    let letter = |next: char| next.is_alphanumeric() || next == '@' || text::is_combining(next);
    if word.is_empty() || !word.chars().all(letter) {
        return Err("tiene signos que no se admiten");
    }
    Ok(form(text::fold(word)))
}

impl Form {
    fn fits(&self, folded: &str) -> bool {
        match self {
            Self::Exact(word) => word == folded,
            Self::Begins(start) => folded.len() > start.len() && folded.starts_with(start.as_str()),
            Self::Ends(end) => folded.len() > end.len() && folded.ends_with(end.as_str()),
        }
    }
}

/// Whether the steps fit the words from `at` on; `span` grows over the words that count.
fn steps_fit(
    steps: &[Step],
    words: &[Word],
    at: usize,
    first: bool,
    span: &mut Option<Range<usize>>,
) -> bool {
    let Some((step, later)) = steps.split_first() else {
        return true;
    };
    let before = span.clone();
    let fits = match step {
        Step::Skip(most) => steps_fit_after_skip(*most, later, words, at, span),
        Step::One {
            any_of,
            optional,
            context,
        } => {
            let here = words.get(at).is_some_and(|word| {
                (first || word.gap == Gap::Space)
                    && any_of.iter().any(|form| form.fits(&word.folded))
            });
            if here && !context {
                let start = span.as_ref().map_or(at, |span| span.start);
                *span = Some(start..at + 1);
            }
            (here && steps_fit(later, words, at + 1, false, span)) || {
                span.clone_from(&before);
                *optional && steps_fit(later, words, at, first, span)
            }
        }
    };
    if !fits {
        *span = before;
    }
    fits
}

/// Tries the later steps after none, one, two… other words of the same sentence.
fn steps_fit_after_skip(
    most: usize,
    later: &[Step],
    words: &[Word],
    at: usize,
    span: &mut Option<Range<usize>>,
) -> bool {
    for skipped in 0..=most {
        let Some(word) = words.get(at + skipped) else {
            return false;
        };
        // The phrase may resume after a comma or a bracket, never in another sentence.
        if word.gap == Gap::Break {
            return false;
        }
        let resumes = matches!(word.gap, Gap::Comma | Gap::Slash);
        if steps_fit(later, words, at + skipped, resumes, span) {
            return true;
        }
    }
    false
}

#[cfg(test)]
#[path = "pattern_tests.rs"]
mod pattern_tests;
