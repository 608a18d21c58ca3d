use super::*;

fn at(minute: u32) -> Instant {
    format!("2026-03-01T12:{minute:02}:00Z").parse().unwrap()
}

/// A version saved at this minute; a digit stands for a picture, anything else for none.
fn version(number: usize, picture: char) -> VersionRow {
    let content = match picture.to_digit(10) {
        Some(_) => format!(r#"{{"sha256":"{}"}}"#, picture.to_string().repeat(64)),
        None => r#"{"not_provided":true,"reason":"No tiene"}"#.to_owned(),
    };
    VersionRow {
        candidacy: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
        section: Section::Photo,
        version: u32::try_from(number).unwrap() + 1,
        content,
        sha256: String::new(),
        account: None,
        saved_at: at(u32::try_from(number).unwrap()),
    }
}

/// The pictures that are shown beside the last of `pictures`, one a minute, first sent at `sent`.
fn shown(pictures: &str, sent: Option<u32>) -> String {
    let rows: Vec<_> = pictures
        .chars()
        .enumerate()
        .map(|(number, it)| version(number, it))
        .collect();
    let found = earlier_of(&rows, sent.map(at)).unwrap();
    found.iter().map(|it| &it.sha256[..1]).collect()
}

#[test]
fn what_was_sent_and_replaced_is_shown_newest_first() {
    assert_eq!(shown("123", Some(0)), "21");
    // Only the date changed in between.
    assert_eq!(shown("1123", Some(1)), "21");
    // Withdrawn, and back again.
    assert_eq!(shown("1-1", Some(0)), "");
    assert_eq!(shown("1-", Some(0)), "1");
}

#[test]
fn what_was_replaced_before_it_was_sent_is_not() {
    assert_eq!(shown("123", Some(2)), "");
    assert_eq!(shown("123", Some(1)), "2");
    assert_eq!(shown("12", None), "");
    assert_eq!(shown("", Some(0)), "");
}
