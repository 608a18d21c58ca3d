use proptest::prelude::*;

use super::*;

fn leaf(number: u64) -> TreeHash {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&number.to_be_bytes());
    TreeHash::leaf(&TreeHash(bytes).to_string()).unwrap()
}

fn grown(size: u64) -> Tree {
    let mut tree = Tree::default();
    (0..size).for_each(|it| tree.append(leaf(it)));
    tree
}

/// The root as the RFC defines it, without anything kept.
fn defined_root(leaves: &[TreeHash]) -> TreeHash {
    match leaves {
        [] => TreeHash::of_nothing(),
        [one] => *one,
        many => {
            let mut middle = 1;
            while middle * 2 < many.len() {
                middle *= 2;
            }
            TreeHash::above(defined_root(&many[..middle]), defined_root(&many[middle..]))
        }
    }
}

#[test]
fn roots_are_those_that_the_rfc_defines() {
    let tree = grown(130);
    let leaves: Vec<_> = (0..130).map(leaf).collect();
    for size in 0..=130 {
        let root = tree.root(size as u64).unwrap();
        assert_eq!(root, defined_root(&leaves[..size]), "{size} leaves");
    }
    assert_eq!(tree.root(131), None);
}

#[test]
fn the_root_of_nothing_and_the_first_node_are_known_values() {
    let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(TreeHash::of_nothing().to_string(), nothing);
    // SHA-256 of a zero byte and the 32 bytes of that hash, by `sha256sum`.
    assert_eq!(
        TreeHash::leaf(nothing).unwrap().to_string(),
        "4e59bf27372b1304bc0b137d1be9d566ad58b154b6a6b5778af7f414b1d4b84c"
    );
}

#[test]
fn every_leaf_of_every_size_is_shown_to_be_in_it_and_nowhere_else() {
    let tree = grown(70);
    for size in 1..=70 {
        let root = tree.root(size).unwrap();
        for index in 0..size {
            let proof = tree.inclusion(index, size).unwrap();
            assert!(
                holds(leaf(index), index, size, &proof, root),
                "{index} of {size}"
            );
            assert!(!holds(leaf(index + 1), index, size, &proof, root));
            let other = (index + 1) % size;
            assert!(size == 1 || !holds(leaf(index), other, size, &proof, root));
            let longer = [proof.as_slice(), &[root]].concat();
            assert!(!holds(leaf(index), index, size, &longer, root));
            if let Some((_, shorter)) = proof.split_last() {
                assert!(!holds(leaf(index), index, size, shorter, root));
            }
        }
        assert_eq!(tree.inclusion(size, size), None);
    }
    assert_eq!(tree.inclusion(0, 71), None);
}

#[test]
fn every_size_is_shown_to_continue_every_earlier_one() {
    let tree = grown(70);
    let root = |size| tree.root(size).unwrap();
    for to in 0..=70 {
        for from in 0..=to {
            let proof = tree.consistency(from, to).unwrap();
            assert!(
                continues((from, root(from)), (to, root(to)), &proof),
                "{from} to {to}"
            );
            let other = TreeHash::above(root(from), root(to));
            assert!(!continues((from, other), (to, root(to)), &proof));
            assert!(!continues((from, root(from)), (to, other), &proof) || from == 0);
            let longer = [proof.as_slice(), &[other]].concat();
            assert!(!continues((from, root(from)), (to, root(to)), &longer));
        }
    }
    assert_eq!(tree.consistency(3, 2), None);
    assert_eq!(tree.consistency(3, 71), None);
}

proptest! {
    #[test]
    fn a_changed_entry_breaks_its_proof_and_what_continues_it(
        size in 2_u64..200, at in any::<prop::sample::Index>(), from in any::<prop::sample::Index>()
    ) {
        let (honest, changed) = (grown(size), at.index(usize::try_from(size).unwrap()) as u64);
        let mut forged = Tree::default();
        (0..size).for_each(|it| forged.append(leaf(if it == changed { it + 1000 } else { it })));
        let (root, other) = (honest.root(size).unwrap(), forged.root(size).unwrap());
        prop_assert_ne!(root, other);
        let proof = honest.inclusion(changed, size).unwrap();
        prop_assert!(!holds(leaf(changed), changed, size, &proof, other));
        let from = 1 + from.index(usize::try_from(size).unwrap()) as u64;
        let earlier = honest.root(from).unwrap();
        let claim = forged.consistency(from, size).unwrap();
        let is_before = from <= changed;
        prop_assert_eq!(continues((from, earlier), (size, other), &claim), is_before && from < size);
    }

    #[test]
    fn a_hash_is_read_as_it_is_written(bytes in any::<[u8; 32]>()) {
        let hash = TreeHash(bytes);
        prop_assert_eq!(hash.to_string().parse(), Ok(hash));
        prop_assert_eq!(hash.to_string().to_uppercase().parse::<TreeHash>().is_ok(), !hash.to_string().bytes().any(|it| it.is_ascii_lowercase()));
    }
}
