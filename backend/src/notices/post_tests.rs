use super::*;

fn trouble(permanent: bool) -> Trouble {
    Trouble {
        code: "451".into(),
        permanent,
        unreached: false,
    }
}

/// Turns until it is given up, and the minutes that pass meanwhile.
fn course(permanent: bool) -> (i64, i64) {
    let mut now: Instant = "2026-11-02T18:00:00Z".parse().unwrap();
    let start = now;
    for turn in 1.. {
        match after_trouble(&trouble(permanent), turn, now) {
            TurnEnd::Again(_, at) => {
                assert!(at > now);
                now = at;
            }
            TurnEnd::GivenUp(code) => {
                assert_eq!(code, "451");
                return (turn, (now - start).num_minutes());
            }
            TurnEnd::Sent => unreachable!("trouble is no success"),
        }
    }
    unreachable!("a limit exists")
}

#[test]
fn trouble_is_tried_again_for_most_of_a_day_and_a_refusal_thrice() {
    let (turns, minutes) = course(false);
    assert_eq!(turns, MAX_TURNS);
    assert!((12 * 60..=36 * 60).contains(&minutes), "{minutes}");
    assert_eq!(course(true), (3, 3));
}

#[test]
fn waits_double_up_to_the_longest() {
    let waits: Vec<i64> = (1..=10).map(|it| wait_after(it).num_minutes()).collect();
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 240, 240]);
    assert_eq!(wait_after(i64::MAX).num_minutes(), 240);
}

#[test]
fn a_turn_lasts_longer_than_the_mail_server_may_take() {
    let turn = u64::try_from(TURN_MINUTES * 60).unwrap();
    assert!(turn > 2 * super::super::smtp::PATIENCE_SECONDS);
}
