//! Codes: written one way, read in any way that a person types them.

use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn a_code_is_read_however_it_is_typed(bytes: [u8; 10]) {
        let code = ReceiptCode::from_bytes(bytes);
        prop_assert_eq!(code.as_str().len(), 19);
        let sloppy = code.as_str().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        prop_assert_eq!(sloppy.parse::<ReceiptCode>(), Ok(code.clone()));
        prop_assert_eq!(code.as_str().parse::<ReceiptCode>(), Ok(code));
    }

    #[test]
    fn other_bytes_are_another_code(one: [u8; 10], other: [u8; 10]) {
        prop_assume!(one != other);
        prop_assert_ne!(ReceiptCode::from_bytes(one), ReceiptCode::from_bytes(other));
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(text: String) {
        if let Ok(code) = text.parse::<ReceiptCode>() {
            prop_assert_eq!(code.as_str().parse::<ReceiptCode>(), Ok(code));
        }
    }
}

#[test]
fn what_is_no_code_is_refused() {
    for text in [
        "",
        "7K3M-9QWX-2BTR-V0H",
        "7K3M-9QWX-2BTR-V0HNN",
        "7K3M-9QWX-2BTR-V0HU",
        "{code}",
    ] {
        assert_eq!(text.parse::<ReceiptCode>(), Err(MalformedCode), "{text}");
    }
}
