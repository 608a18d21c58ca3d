use super::*;

const SOMEBODY: &str = "00000000-0000-7000-8000-000000000001";
const SOMEWHERE: &str = "00000000-0000-7000-8000-000000000002";
const ELSEWHERE: &str = "00000000-0000-7000-8000-000000000003";

fn told(election: &str) -> (Option<RollStage>, u32, u32) {
    let it = progress_of(&SOMEBODY.parse().unwrap(), &election.parse().unwrap());
    (it.stage, it.done, it.total)
}

#[test]
fn progress_is_told_while_it_is_held_and_only_of_its_own_election() {
    let begin = || RollRun::begin(&SOMEBODY.parse().unwrap(), &SOMEWHERE.parse().unwrap());
    assert_eq!(told(SOMEWHERE), (None, 0, 0));
    let run = begin();
    assert_eq!(told(SOMEWHERE), (Some(RollStage::Waiting), 0, 0));
    run.enter(RollStage::Comparing, 10_000);
    run.reach(250);
    assert_eq!(told(SOMEWHERE), (Some(RollStage::Comparing), 250, 10_000));
    assert_eq!(told(ELSEWHERE), (None, 0, 0));
    run.enter(RollStage::Storing, 0);
    assert_eq!(told(SOMEWHERE), (Some(RollStage::Storing), 0, 0));
    // The one that ends first takes nothing from the one that began last.
    let second = begin();
    drop(run);
    assert_eq!(told(SOMEWHERE), (Some(RollStage::Waiting), 0, 0));
    drop(second);
    assert_eq!(told(SOMEWHERE), (None, 0, 0));
}
