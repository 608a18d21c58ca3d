//! Checking a proof with nothing but what a witness has: RFC 9162 §2.1.3.2 and RFC 9162 §2.1.4.2.

use super::TreeHash;

/// Whether `proof` shows that `leaf` is the leaf `index`, from 0, of the tree of `size` leaves with this root.
#[must_use]
pub fn holds(leaf: TreeHash, index: u64, size: u64, proof: &[TreeHash], root: TreeHash) -> bool {
    if index >= size {
        return false;
    }
    let mut place = Place {
        own: index,
        last: size - 1,
    };
    let mut node = leaf;
    for beside in proof {
        if place.last == 0 {
            return false;
        }
        if place.is_right_or_last() {
            node = TreeHash::above(*beside, node);
            place.climb_over_missing();
        } else {
            node = TreeHash::above(node, *beside);
        }
        place.climb();
    }
    place.last == 0 && node == root
}

/// Whether `proof` shows that the tree of `to` leaves with root `later` continues that of `from` leaves with
/// root `earlier`. The empty tree is continued by every tree.
#[must_use]
pub fn continues(
    (from, earlier): (u64, TreeHash),
    (to, later): (u64, TreeHash),
    proof: &[TreeHash],
) -> bool {
    match from {
        _ if from > to => return false,
        _ if from == to => return proof.is_empty() && earlier == later,
        0 => return proof.is_empty() && earlier == TreeHash::of_nothing(),
        _ => {}
    }
    let mut rest = proof.iter();
    let first = if from.is_power_of_two() {
        Some(&earlier)
    } else {
        rest.next()
    };
    let Some(first) = first else { return false };
    let mut place = Place {
        own: from - 1,
        last: to - 1,
    };
    while place.own & 1 == 1 {
        place.climb();
    }
    let (mut of_earlier, mut of_later) = (*first, *first);
    for beside in rest {
        if place.last == 0 {
            return false;
        }
        if place.is_right_or_last() {
            of_earlier = TreeHash::above(*beside, of_earlier);
            of_later = TreeHash::above(*beside, of_later);
            place.climb_over_missing();
        } else {
            of_later = TreeHash::above(of_later, *beside);
        }
        place.climb();
    }
    place.last == 0 && of_earlier == earlier && of_later == later
}

/// A node and the last one, by their numbers on one level.
struct Place {
    own: u64,
    last: u64,
}

impl Place {
    const fn is_right_or_last(&self) -> bool {
        self.own & 1 == 1 || self.own == self.last
    }

    const fn climb(&mut self) {
        self.own >>= 1;
        self.last >>= 1;
    }

    /// The last node of a level may stand for itself on several.
    const fn climb_over_missing(&mut self) {
        while self.own & 1 == 0 && self.own != 0 {
            self.climb();
        }
    }
}
