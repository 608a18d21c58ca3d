//! The Merkle tree over a publication log, in the manner of RFC 9162 §2.1: who keeps one small root can check
//! that an entry is in the log, and that a later log only continues it.
//!
//! The data of a leaf are the 32 bytes of an entry's hash, which stands beside each entry in the database, so
//! that a tree is there after a start without reading the entries.

mod proofs;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

pub use proofs::{continues, holds};

/// The hash of a leaf or of an inner node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TreeHash([u8; 32]);

/// A text that is not the hash of a node: 64 hexadecimal digits in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MalformedHash;

impl fmt::Display for MalformedHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("se esperaban 64 cifras hexadecimales en minúsculas")
    }
}

impl std::error::Error for MalformedHash {}

impl TreeHash {
    /// The root of a tree without leaves: the hash of nothing.
    #[must_use]
    pub fn of_nothing() -> Self {
        Self(Sha256::digest([]).into())
    }

    /// The leaf of an entry, by the entry's own SHA-256.
    ///
    /// # Errors
    /// The text is no hash.
    pub fn leaf(entry_sha256: &str) -> Result<Self, MalformedHash> {
        let entry: Self = entry_sha256.parse()?;
        Ok(Self(
            Sha256::new()
                .chain_update([0])
                .chain_update(entry.0)
                .finalize()
                .into(),
        ))
    }

    /// The node above two others.
    #[must_use]
    pub fn above(left: Self, right: Self) -> Self {
        Self(
            Sha256::new()
                .chain_update([1])
                .chain_update(left.0)
                .chain_update(right.0)
                .finalize()
                .into(),
        )
    }
}

impl fmt::Display for TreeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for TreeHash {
    type Err = MalformedHash;

    fn from_str(text: &str) -> Result<Self, MalformedHash> {
        let digit = |it: u8| match it {
            b'0'..=b'9' => Ok(it - b'0'),
            b'a'..=b'f' => Ok(it - b'a' + 10),
            _ => Err(MalformedHash),
        };
        let mut bytes = [0; 32];
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != bytes.len() || !rest.is_empty() {
            return Err(MalformedHash);
        }
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for TreeHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TreeHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// A tree that only grows: appending costs as many hashes as the tree is high, at most, and every node that
/// is full is kept, 64 bytes a leaf in all.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// The leaves, then the full nodes above two, above four, and so on.
    levels: Vec<Vec<TreeHash>>,
}

impl Tree {
    /// How many leaves it has.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |it| it.len() as u64)
    }

    /// Adds a leaf.
    pub fn append(&mut self, leaf: TreeHash) {
        let mut node = leaf;
        for height in 0.. {
            if self.levels.len() == height {
                self.levels.push(Vec::new());
            }
            let Some(level) = self.levels.get_mut(height) else {
                return;
            };
            level.push(node);
            match level.as_slice() {
                [.., left, right] if level.len().is_multiple_of(2) => {
                    node = TreeHash::above(*left, *right);
                }
                _ => return,
            }
        }
    }

    /// The root of the first `size` leaves; none where there are not so many.
    #[must_use]
    pub fn root(&self, size: u64) -> Option<TreeHash> {
        if size == 0 {
            return Some(TreeHash::of_nothing());
        }
        self.node(0, size)
    }

    /// What shows that the leaf `index`, from 0, is in the tree of the first `size` leaves, from the leaf up;
    /// none where it is not.
    #[must_use]
    pub fn inclusion(&self, index: u64, size: u64) -> Option<Vec<TreeHash>> {
        if index >= size || size > self.size() {
            return None;
        }
        let mut proof = Vec::new();
        self.add_path(index, (0, size), &mut proof)?;
        Some(proof)
    }

    /// What shows that the tree of the first `to` leaves continues that of the first `from`; none where there
    /// are not so many. Of two equal trees, and of the empty one, nothing has to be shown.
    #[must_use]
    pub fn consistency(&self, from: u64, to: u64) -> Option<Vec<TreeHash>> {
        if from > to || to > self.size() {
            return None;
        }
        let mut proof = Vec::new();
        if from > 0 && from < to {
            self.add_continuation(from, (0, to), true, &mut proof)?;
        }
        Some(proof)
    }

    fn add_path(
        &self,
        index: u64,
        (start, end): (u64, u64),
        proof: &mut Vec<TreeHash>,
    ) -> Option<()> {
        if end - start == 1 {
            return Some(());
        }
        let middle = start + half(end - start);
        if index < middle {
            self.add_path(index, (start, middle), proof)?;
            proof.push(self.node(middle, end)?);
        } else {
            self.add_path(index, (middle, end), proof)?;
            proof.push(self.node(start, middle)?);
        }
        Some(())
    }

    /// `known` says whether whoever checks has the node of the first `from` leaves already.
    fn add_continuation(
        &self,
        from: u64,
        (start, end): (u64, u64),
        known: bool,
        proof: &mut Vec<TreeHash>,
    ) -> Option<()> {
        if from == end {
            if !known {
                proof.push(self.node(start, end)?);
            }
            return Some(());
        }
        let middle = start + half(end - start);
        if from <= middle {
            self.add_continuation(from, (start, middle), known, proof)?;
            proof.push(self.node(middle, end)?);
        } else {
            self.add_continuation(from, (middle, end), false, proof)?;
            proof.push(self.node(start, middle)?);
        }
        Some(())
    }

    /// The node above the leaves from `start` to before `end`.
    fn node(&self, start: u64, end: u64) -> Option<TreeHash> {
        let count = end.checked_sub(start).filter(|it| *it > 0)?;
        if count.is_power_of_two() && start.is_multiple_of(count) {
            let level = usize::try_from(count.trailing_zeros()).ok()?;
            let at = usize::try_from(start / count).ok()?;
            return self.levels.get(level)?.get(at).copied();
        }
        let middle = start + half(count);
        Some(TreeHash::above(
            self.node(start, middle)?,
            self.node(middle, end)?,
        ))
    }
}

/// The largest power of two below a count of two or more.
const fn half(count: u64) -> u64 {
    1 << (63 - (count - 1).leading_zeros())
}

#[cfg(test)]
#[path = "merkle_tests.rs"]
mod merkle_tests;
