use super::*;

#[test]
fn shades_go_by_quarters() {
    let shades = [0.0, 0.1, 25.0, 50.0, 75.0, 99.9, 100.0].map(shade);
    let last: Vec<_> = shades.iter().map(|it| it.chars().last().unwrap()).collect();
    assert_eq!(last, ['e', '1', '2', '3', '4', '4', '5']);
}
