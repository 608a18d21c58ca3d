use super::found;

#[test]
fn what_is_missing_is_told_by_its_name_and_what_is_there_is_not() {
    let mut told = Vec::new();
    assert_eq!(
        found(Some(1_u8), || 2, |name| told.push(name.to_owned())),
        1
    );
    assert_eq!(
        found(None::<u8>, || 2, |name| told.push(name.to_owned())),
        2
    );
    assert_eq!(told, ["u8"]);
}
