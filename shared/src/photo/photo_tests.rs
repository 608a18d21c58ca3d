use proptest::prelude::*;

use super::*;

const LYING: (u32, u32) = (1600, 1000);
const STANDING: (u32, u32) = (800, 1000);

fn pairs(text: &str) -> Vec<(String, String)> {
    crate::api::query::decode_pairs(text)
}

fn pointers(text: &str) -> Vec<String> {
    let errors = Frame::from_pairs(&pairs(text)).unwrap_err();
    errors.into_iter().map(|it| it.pointer).collect()
}

#[test]
fn the_largest_frame_lies_in_the_middle() {
    let frame = Frame::centred(Turn::None, 1000, LYING);
    assert_eq!((frame.left, frame.top), (250, 0));
    let cut = frame.cut(1600, 1000);
    assert_eq!(
        (cut.left, cut.top, cut.width, cut.height),
        (400.0, 0.0, 800.0, 1000.0)
    );
}

#[test]
fn a_turn_changes_the_sides() {
    let frame = Frame::centred(Turn::Quarter, 1000, STANDING);
    let cut = frame.cut(800, 1000);
    assert_eq!((cut.width, cut.height), (640.0, 800.0));
    assert_eq!(Turn::ALL.map(Turn::next)[3], Turn::None);
    assert_eq!(Turn::from_degrees(270), Some(Turn::ThreeQuarters));
    assert_eq!(Turn::from_degrees(45), None);
}

#[test]
fn a_frame_outside_is_told_by_its_edges() {
    let outside = Frame {
        left: 900,
        top: 500,
        ..Frame::centred(Turn::None, 1000, LYING)
    };
    let errors = outside.check(LYING).unwrap_err();
    assert_eq!(errors.len(), 2);
    assert!(errors[0].detail.contains("50.0 %"), "{}", errors[0].detail);
    assert_eq!(outside.within(LYING).check(LYING), Ok(()));
}

#[test]
fn every_wrong_parameter_is_told() {
    assert_eq!(Frame::from_pairs(&[]), Ok(None));
    assert_eq!(pointers("left=1"), ["/top", "/size", "/turn"]);
    assert_eq!(
        pointers("left=-1&top=1001&size=99&turn=45&x=1"),
        ["/x", "/left", "/top", "/size", "/turn"]
    );
    assert_eq!(pointers("left=1&left=2&top=0&size=500&turn=0"), ["/left"]);
}

#[test]
fn a_fair_picture_is_not_remarked_on() {
    let fair = Measures {
        width: 1440,
        height: 1800,
        light: 150.0,
        contrast: 50.0,
        sharpness: 400.0,
    };
    assert!(fair.checks().iter().all(|it| it.fine));
    assert!(fair.checks()[0].text.contains("1,440 × 1,800"));
    let poor = Measures {
        width: 200,
        height: 250,
        light: 20.0,
        contrast: 3.0,
        sharpness: 1.0,
    };
    let texts: Vec<_> = poor.checks().into_iter().map(|it| it.text).collect();
    assert!(texts.iter().all(|it| it.ends_with("Puede enviarla así.")));
}

fn any_frame() -> impl Strategy<Value = (Frame, (u32, u32))> {
    (
        0usize..4,
        0u16..=1000,
        0u16..=1000,
        0u16..=1000,
        1u32..6000,
        1u32..6000,
    )
        .prop_map(|(turn, left, top, size, width, height)| {
            let turn = Turn::ALL[turn];
            (
                Frame {
                    turn,
                    left,
                    top,
                    size,
                },
                (width, height),
            )
        })
}

proptest! {
    /// Whatever is done to a frame, it stays within the picture and the server takes it.
    #[test]
    fn a_frame_stays_within(
        (frame, picture) in any_frame(),
        right in -1000i32..1000,
        down in -1000i32..1000,
        by in -1000i32..1000,
    ) {
        for frame in [
            frame.within(picture),
            frame.moved((right, down), picture),
            frame.within(picture).resized(by, picture),
        ] {
            prop_assert!(frame.check(picture).is_ok());
            let (width, height) = frame.turn.sides(picture.0, picture.1);
            let cut = frame.cut(picture.0, picture.1);
            prop_assert!(cut.left >= 0.0 && cut.top >= 0.0);
            prop_assert!(cut.left + cut.width <= f64::from(width) + 1e-6);
            prop_assert!(cut.top + cut.height <= f64::from(height) + 1e-6);
            prop_assert!((cut.width * 5.0 - cut.height * 4.0).abs() < 1e-6);
            let sent = pairs(&frame.to_query());
            prop_assert_eq!(Frame::from_pairs(&sent), Ok(Some(frame)));
        }
    }

    /// As far as a frame can be moved it lies within the picture; a thousandth more is outside.
    #[test]
    fn a_frame_can_be_moved_to_the_last_thousandth((frame, picture) in any_frame()) {
        let far = Frame { left: 1000, top: 1000, ..frame }.within(picture);
        let (width, height) = far.turn.sides(picture.0, picture.1);
        // Whole numbers: width / largest width is as 5 * width to the smaller of 5 * width and
        // 4 * height, and so with the height.
        let (across, down) = (u64::from(width) * 5, u64::from(height) * 4);
        let cut = u64::from(far.size) * across.min(down);
        let ends = |at: u16, whole: u64| u64::from(at) * whole + cut;
        prop_assert!(ends(far.left, across) <= 1000 * across);
        prop_assert!(ends(far.left + 1, across) > 1000 * across);
        prop_assert!(ends(far.top, down) <= 1000 * down);
        prop_assert!(ends(far.top + 1, down) > 1000 * down);
    }
}
