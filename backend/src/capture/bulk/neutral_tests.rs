//! Formulas in cells.

use proptest::prelude::*;

use super::*;

#[test]
fn formulas_get_an_apostrophe_and_nothing_else_does() {
    for text in [
        "=1+1", "+52 55", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''+1",
    ] {
        assert_eq!(neutralised(text), format!("'{text}"));
    }
    for text in ["", "1", "Hola", "'Hola", "a=1", "https://x.mx/?a=1"] {
        assert_eq!(neutralised(text), text);
    }
}

proptest! {
    #[test]
    fn what_is_neutralised_is_read_back(text in "['=+@\\-\t\r\na ]{0,6}.{0,8}") {
        let (csv, sheet) = (neutralised(&text), guarded(&text));
        prop_assert_eq!(restored(&csv), text.as_str());
        prop_assert_eq!(restored(&sheet), text.as_str());
        prop_assert!(!starts_formula(&neutralised(&text)));
    }
}
