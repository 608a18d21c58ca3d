use super::*;

fn literals(text: &str) -> Vec<(usize, String)> {
    let found = Source::parse(text).literals;
    found
        .into_iter()
        .map(|literal| (literal.line, literal.text))
        .collect()
}

#[test]
fn code_comments_and_literals_are_told_apart_and_keep_their_lines() {
    let source = Source::parse("let a = \"// no\"; // yes \"no\"\n/* b\n /* c */ */ let d;\n");
    assert_eq!(
        source.code.lines().next().unwrap().trim(),
        "let a = \"     \";"
    );
    assert_eq!(source.code.lines().nth(2).unwrap().trim(), "let d;");
    assert_eq!(
        source.comments.lines().next().unwrap().trim(),
        "// yes \"no\""
    );
    assert_eq!(source.comments.lines().count(), 3);
    assert_eq!(
        source.literals,
        [Literal {
            line: 1,
            text: "// no".to_owned()
        }]
    );
}

#[test]
fn raw_byte_and_many_line_strings_are_literals() {
    let text = "f(r#\"a \"b\" c\"#, b\"d\",\n \"e\n  f\", r\"g\\\")";
    let expected = [(1, "a \"b\" c"), (1, "d"), (2, "e\n  f"), (3, "g\\")];
    assert_eq!(
        literals(text),
        expected.map(|(line, text)| (line, text.to_owned()))
    );
}

#[test]
fn escapes_and_characters_do_not_end_or_begin_a_string() {
    let text = r#"f::<'a>("a\"b\\", '"', '\'', '\u{22}', 'é'); g(for"x")"#;
    let expected = [(1, r#"a\"b\\"#), (1, "x")];
    assert_eq!(
        literals(text),
        expected.map(|(line, text)| (line, text.to_owned()))
    );
}

#[test]
fn an_unfinished_file_is_read_to_its_end() {
    for text in ["\"abc", "r#\"abc\"", "/* abc", "'", "'\\", "// é"] {
        Source::parse(text);
    }
}
