use super::*;

const PAGE: &str = r#"<link rel="icon" href="/pkg/desk/mark-1.svg">
<link rel="stylesheet" href="/pkg/desk/desk-2.css">
<link rel="modulepreload" href="/pkg/desk/desk-3.js"><link rel="preload" href="/pkg/desk/desk-3_bg.wasm">
<meta name="part:capture" content="/pkg/desk/desk-3-1.parts /pkg/desk/desk-3-2.parts">
<meta name="part:capture_start" content="/pkg/desk/desk-3-0.parts">
import init from '/pkg/desk/desk-3.js';
init('/pkg/desk/desk-3_bg.wasm');
"#;

#[test]
fn every_visit_loads_programs_and_styles_once_and_no_parts() {
    let names = files_for_all(PAGE);
    assert_eq!(names, ["desk-2.css", "desk-3.js", "desk-3_bg.wasm"]);
}

#[test]
fn a_part_is_its_own_files_and_not_those_of_a_part_whose_name_begins_alike() {
    assert_eq!(
        files_of_part(PAGE, "capture"),
        ["desk-3-1.parts", "desk-3-2.parts"]
    );
    assert_eq!(files_of_part(PAGE, "capture_start"), ["desk-3-0.parts"]);
    assert!(files_of_part(PAGE, "review").is_empty());
}
