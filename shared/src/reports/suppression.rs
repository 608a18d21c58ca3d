//! Which cells of a table of one question may be shown, so that nobody is recognised
//! (`docs/decisions/0049-identity-statistics.md`).

/// The least threshold: cells of fewer are never shown, whatever an election sets.
pub const MIN_THRESHOLD: u64 = 5;

/// What of a table may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// All of it.
    All,
    /// All but the cells at these places, of which only the sum is known.
    AllBut(Vec<usize>),
    /// Nothing but how many were counted.
    Nothing,
}

/// Which of these cells may be shown; `complement` is the place of the one that is kept back beside a
/// small one. It is the same whatever the counts are: a choice that depended on them would tell of them.
///
/// A cell under the threshold is kept back whether it is zero or four. With it goes the complement, and
/// the sum of what is kept back must be so large that each small cell may be anything from 0 to one
/// under the threshold for all that anyone can reckon; else nothing is shown. Whether it is depends on
/// that sum and on the places alone, which can be seen: that nothing is shown tells no more.
#[must_use]
pub fn shown_cells(cells: &[u64], complement: usize, threshold: u64) -> Shown {
    let mut hidden: Vec<usize> = (0..cells.len())
        .filter(|it| cells.get(*it).is_some_and(|count| *count < threshold))
        .collect();
    if cells.iter().sum::<u64>() < threshold {
        return Shown::Nothing;
    }
    if hidden.is_empty() {
        return Shown::All;
    }
    if !hidden.contains(&complement) {
        hidden.push(complement);
        hidden.sort_unstable();
    }
    let sum: u64 = hidden.iter().filter_map(|it| cells.get(*it)).sum();
    let small = u64::try_from(hidden.len() - 1).unwrap_or(u64::MAX);
    let wanted = small
        .saturating_mul(threshold - 1)
        .saturating_add(threshold);
    if small > 0 && sum >= wanted && hidden.len() < cells.len() {
        Shown::AllBut(hidden)
    } else {
        Shown::Nothing
    }
}
