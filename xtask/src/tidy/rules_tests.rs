use super::*;
use crate::tidy::repository::Repository;

/// The lines that a file is told off for.
fn lines(path: &str, text: &str) -> Vec<usize> {
    let repository = Repository::of(&[(path, text)]);
    let mut lines: Vec<usize> = repository
        .files()
        .flat_map(complaints)
        .map(|complaint| complaint.line)
        .collect();
    lines.sort_unstable();
    lines
}

#[test]
fn a_long_file_is_refused_and_a_file_of_tests_may_be_longer() {
    let long = "\n".repeat(401);
    assert_eq!(lines("backend/src/a.rs", &long), [401]);
    assert!(lines("backend/src/a.rs", &"\n".repeat(400)).is_empty());
    assert!(lines("backend/src/a_tests.rs", &long).is_empty());
    assert!(lines("tests/http/main.rs", &long).is_empty());
    assert_eq!(lines("tests/http/main.rs", &"\n".repeat(601)), [601]);
}

#[test]
fn unfinished_work_is_found_in_comments_but_spanish_text_is_not_unfinished() {
    let note = concat!("//", " TO", "DO later");
    assert_eq!(
        lines("shared/src/a.rs", &format!("fn a() {{}}\n{note}\n")),
        [2]
    );
    assert_eq!(lines("shared/src/a.rs", concat!("/* FIX", "ME */")), [1]);
    assert!(lines("shared/src/a.rs", concat!("let a = \"TO", "DO MÉXICO\";")).is_empty());
    assert!(lines("shared/src/a.rs", concat!("// TO", "DOS")).is_empty());
}

#[test]
fn only_the_command_line_prints() {
    let text = "fn a() {\n    println!(\"a\");\n    dbg!(1);\n    eprintln!();\n}\n";
    assert_eq!(lines("backend/src/core/a.rs", text), [2, 3, 4]);
    assert!(lines("backend/src/cli/seed.rs", text).is_empty());
    assert!(lines("backend/src/main.rs", text).is_empty());
    assert!(lines("xtask/src/main.rs", text).is_empty());
    assert!(lines("backend/build.rs", text).is_empty());
    assert!(
        lines(
            "shared/src/a.rs",
            "// println!(\"a\")\nlet a = \"dbg!(1)\";"
        )
        .is_empty()
    );
}

#[test]
fn lints_are_expected_never_allowed() {
    assert_eq!(
        lines(
            "shared/src/a.rs",
            "#![allow(dead_code)]\n#[allow(unused)]\n"
        ),
        [1, 2]
    );
    assert!(lines("shared/src/a.rs", "#[expect(unused, reason = \"…\")]").is_empty());
}

#[test]
fn views_have_neither_raw_html_nor_inline_styles() {
    let view =
        "view! { <p inner_html=text></p>\n<p style=\"color: red\"></p>\n<p style:color=c/> }";
    assert_eq!(lines("frontend/src/ui/a.rs", view), [1, 2, 3]);
    assert!(lines("backend/src/a.rs", view).is_empty());
    assert!(
        lines(
            "frontend/src/ui/a.rs",
            "Theme { style: dark, class=\"style\" }"
        )
        .is_empty()
    );
    assert_eq!(
        lines("frontend/desk.html", "<p>\n<p style=\"top: 0\">\n<style>"),
        [2, 3]
    );
}

#[test]
fn sql_lives_in_stores() {
    let text = "f(\"SELECT 1\");\ng(r#\"\n  INSERT INTO a VALUES ($1)\"#);\nh(\"UPDATE a SET b = 1\");\n\
                i(\"DELETE FROM a\");\nj(\"\\\n   SELECT 2\");\n";
    assert_eq!(lines("backend/src/review/queue.rs", text), [1, 2, 4, 5, 6]);
    for place in [
        "review/store.rs",
        "review/store/claims.rs",
        "core/migrations.rs",
    ] {
        assert!(
            lines(&format!("backend/src/{place}"), text).is_empty(),
            "{place}"
        );
    }
    assert!(lines("tests/http/a.rs", text).is_empty());
    assert!(lines("backend/src/review/queue_tests.rs", text).is_empty());
}

#[test]
fn a_change_begins_with_its_grant() {
    let text = "use Grant;\nfn a() {\n    app.db.write();\n}\n";
    assert_eq!(lines("backend/src/review/turns.rs", text), [3]);
    assert!(lines("backend/src/core/change.rs", text).is_empty());
    assert!(lines("backend/src/review/turns_tests.rs", text).is_empty());
    let nobody = "fn a() {\n    app.db.write();\n}\n";
    assert!(lines("backend/src/steps/clock.rs", nobody).is_empty());
}

#[test]
fn words_that_only_look_like_sql_are_left_alone() {
    let text = "f(\"DELETE /api/v1/a\");\ng(\"SELECT\");\nh(\"UPDATE: done\");\ni(\"Selecting\");";
    assert!(lines("backend/src/a.rs", text).is_empty());
}

#[test]
fn sql_keeps_to_what_every_engine_accepts() {
    let store = "f(\"UPDATE a SET at = now()\");\ng(\"SELECT b,\n  CURRENT_TIMESTAMP\");\n\
                 h(\"SELECT pg_advisory_lock(1)\");\n// a TRIGGER would\nlisten();\n";
    assert_eq!(lines("backend/src/a/store.rs", store), [1, 3]);
    let sql = "-- no SERIAL here\nCREATE TABLE a (id BIGSERIAL);\nCREATE TRIGGER b;\n\
               CREATE TABLE c (serial_number TEXT);";
    assert_eq!(lines("backend/migrations/1.sql", sql), [2, 3]);
}
