use super::*;

fn parse(words: &[&str]) -> Result<(Vec<&'static str>, Vec<String>), String> {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    let selection = Selection::parse(&words).map_err(|failure| failure.to_string())?;
    Ok((
        selection.steps.iter().map(|step| step.name).collect(),
        selection.filter,
    ))
}

#[test]
fn without_names_every_step_runs_cheap_ones_first() {
    let (steps, filter) = parse(&[]).unwrap();
    assert_eq!(
        steps,
        [
            "fmt", "tidy", "crates", "clippy", "deny", "client", "weight", "unit", "openapi",
            "http", "contract", "browser"
        ]
    );
    assert!(filter.is_empty());
}

#[test]
fn named_steps_run_in_their_own_order_and_the_filter_follows_the_dashes() {
    let (steps, filter) = parse(&["contract", "http", "--", "capture", "--nocapture"]).unwrap();
    assert_eq!(steps, ["http", "contract"]);
    assert_eq!(filter, ["capture", "--nocapture"]);
}

#[test]
fn an_unknown_step_is_refused_with_the_list_of_steps() {
    let message = parse(&["http", "capture"]).unwrap_err();
    assert!(message.contains("no test step capture"), "{message}");
    assert!(message.contains("contract"), "{message}");
}
