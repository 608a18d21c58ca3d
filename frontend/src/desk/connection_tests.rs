use super::*;

#[test]
fn that_the_network_is_back_is_told_only_where_it_was_gone() {
    use Network::{Back, Gone, There};
    for (before, gone, after) in [
        (None, false, There),
        (None, true, Gone),
        (Some(There), false, There),
        (Some(There), true, Gone),
        (Some(Gone), true, Gone),
        (Some(Gone), false, Back),
        (Some(Back), false, Back),
        (Some(Back), true, Gone),
    ] {
        assert_eq!(Network::next(before, gone), after, "{before:?} {gone}");
    }
}
