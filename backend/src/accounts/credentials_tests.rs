//! One-time passwords.

use super::*;

#[test]
fn one_time_passwords_are_readable_and_differ() {
    let one = one_time_password().unwrap();
    assert_eq!(one.len(), 23);
    assert_eq!(
        one.split('-').map(str::len).collect::<Vec<_>>(),
        [5, 5, 5, 5]
    );
    assert_ne!(one, one_time_password().unwrap());
}
