use super::*;

/// A marker with its segment.
fn marked(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), content].concat()
}

/// A frame that says it has `count` components and lists `listed`, all of the same name.
fn frame(marker: u8, count: u8, listed: usize) -> Vec<u8> {
    let head = [8, 0, 90, 0, 72, count];
    marked(
        marker,
        &[head.as_slice(), &[1, 0x11, 0].repeat(listed)].concat(),
    )
}

/// A scan of `count` components of this name that sends the first bits of one coefficient.
fn scan(count: u8, name: u8) -> Vec<u8> {
    let listed = [name, 0].repeat(usize::from(count));
    marked(0xDA, &[&[count], listed.as_slice(), &[1, 1, 0x01]].concat())
}

fn survey_of(parts: &[Vec<u8>]) -> JpegSurvey {
    survey(&[&[0xFF, 0xD8], parts.concat().as_slice()].concat())
}

#[test]
fn a_frame_lists_as_many_components_as_it_says_and_at_most_four() {
    for (count, listed) in [(3, 21_000), (3, 4), (3, 2), (0, 1), (5, 5), (255, 255)] {
        let seen = survey_of(&[frame(0xC0, count, listed)]);
        assert!(seen.is_unusual(), "{count}, {listed}");
        assert!(seen.components.len() <= MOST_COMPONENTS);
    }
    for count in [1, 3, 4] {
        let seen = survey_of(&[frame(0xC0, count, usize::from(count))]);
        assert!(!seen.is_unusual(), "{count}");
        assert_eq!(seen.components.len(), usize::from(count));
    }
}

#[test]
fn a_later_frame_does_not_make_an_unusual_one_usual() {
    assert!(survey_of(&[frame(0xC2, 3, 400), frame(0xC2, 3, 3)]).is_unusual());
    assert!(survey_of(&[frame(0xC3, 3, 3), frame(0xC2, 3, 3)]).is_unusual());
}

#[test]
fn a_scan_has_at_most_four_components() {
    assert!(survey_of(&[frame(0xC2, 3, 3), scan(5, 1)]).is_unusual());
    assert!(survey_of(&[frame(0xC2, 3, 3), scan(255, 1)]).is_unusual());
    assert!(!survey_of(&[frame(0xC2, 4, 4), scan(4, 1)]).is_unusual());
}

#[test]
fn scans_without_end_are_not_looked_at() {
    let begin = frame(0xC2, 3, 3);
    let few = survey_of(&[begin.clone(), scan(1, 1).repeat(MOST_SCANS)]);
    assert!(!few.is_unusual() && few.lacks_scans());
    for kind in [0xC0, 0xC2] {
        // Of a component that the frame does not have: nothing is ever whole.
        let many = survey_of(&[frame(kind, 3, 3), scan(4, 9).repeat(600_000)]);
        assert!(many.is_unusual());
        assert_eq!(many.scans, MOST_SCANS + 1);
    }
}

#[test]
fn line_ends_of_a_text_are_told_from_chance() {
    let text = b"x\r\nyz".repeat(FEEDS_OF_A_TEXT);
    assert!(is_changed_as_text(&text));
    assert!(!is_changed_as_text(&[text.as_slice(), b"\n"].concat()));
    assert!(!is_changed_as_text(&b"x\r\n".repeat(FEEDS_OF_A_TEXT - 1)));
}
