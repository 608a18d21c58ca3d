//! Which words of two texts differ, for whoever compares them.

/// A stretch of a text, with the white space after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// As it stands in its text.
    pub text: String,
    /// Whether the other text lacks it at this place.
    pub differs: bool,
}

/// Above this many pairs of words the middle of two texts is not compared word by word: all of it
/// differs.
const PAIRS_MAX: usize = 4_000_000;

/// Both texts in stretches that are alike or differ; joined, each is its text again.
#[must_use]
pub fn differing_words(one: &str, other: &str) -> (Vec<Stretch>, Vec<Stretch>) {
    let (a, b): (Vec<&str>, Vec<&str>) = (words(one), words(other));
    let same = |(x, y): &(&&str, &&str)| x.trim_end() == y.trim_end();
    let start = a.iter().zip(&b).take_while(same).count();
    let (rest_a, rest_b) = (&a[start..], &b[start..]);
    let end = rest_a
        .iter()
        .rev()
        .zip(rest_b.iter().rev())
        .take_while(same)
        .count();
    let middle_a = &rest_a[..rest_a.len() - end];
    let middle_b = &rest_b[..rest_b.len() - end];
    let (kept_a, kept_b) = alike(middle_a, middle_b);
    let marks = |kept: Vec<bool>| {
        let around = |n| std::iter::repeat_n(false, n);
        let middle = kept.into_iter().map(|it| !it);
        around(start).chain(middle).chain(around(end)).collect()
    };
    (stretches(&a, marks(kept_a)), stretches(&b, marks(kept_b)))
}

/// The words, each with the white space after it; what is before the first goes with it.
fn words(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut from = 0;
    let (mut seen_word, mut in_space) = (false, false);
    for (at, letter) in text.char_indices() {
        let is_space = letter.is_whitespace();
        if seen_word && in_space && !is_space {
            all.push(&text[from..at]);
            from = at;
        }
        seen_word |= !is_space;
        in_space = is_space;
    }
    if from < text.len() {
        all.push(&text[from..]);
    }
    all
}

/// Which words of each belong to the longest sequence that both have.
fn alike(a: &[&str], b: &[&str]) -> (Vec<bool>, Vec<bool>) {
    let mut kept = (vec![false; a.len()], vec![false; b.len()]);
    if a.len().saturating_mul(b.len()) > PAIRS_MAX {
        return kept;
    }
    let width = b.len() + 1;
    // At (i, j): how long that sequence is for what follows.
    let mut lengths = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i].trim_end() == b[j].trim_end() {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i].trim_end() == b[j].trim_end() {
            kept.0[i] = true;
            kept.1[j] = true;
            i += 1;
            j += 1;
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}

/// Neighbours that are marked alike as one.
fn stretches(words: &[&str], differ: Vec<bool>) -> Vec<Stretch> {
    let mut all: Vec<Stretch> = Vec::new();
    for (word, differs) in words.iter().zip(differ) {
        match all.last_mut() {
            Some(last) if last.differs == differs => last.text.push_str(word),
            _ => all.push(Stretch {
                text: (*word).to_owned(),
                differs,
            }),
        }
    }
    all
}

#[cfg(test)]
#[path = "differences_tests.rs"]
mod differences_tests;
