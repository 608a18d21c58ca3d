use super::*;

const PAGE: (&str, &str) = (
    "docs/domain/process.md",
    "# Process\n## Roles\n<a id=\"s54\"></a>\n",
);

/// What is said of one file beside a page of the documents.
fn said(path: &str, text: &str) -> Vec<String> {
    let mut repository = Repository::of(&[PAGE, ("README.md", "# Read me\n"), (path, text)]);
    repository.add_name("docs/images/a.png");
    let found = complaints(&repository);
    found
        .into_iter()
        .map(|complaint| complaint.advice)
        .collect()
}

#[test]
fn a_comment_names_a_document_that_is_there() {
    for text in [
        "//! See `docs/domain/process.md`.",
        "//! (docs/domain/process.md#roles).",
        "/// [Roles](docs/domain/process.md#s54)",
        "// README.md, https://example.org/gone.md, every *.md, x.mdx",
        "let a = \"docs/gone.md\";",
    ] {
        assert!(said("shared/src/a.rs", text).is_empty(), "{text}");
    }
}

#[test]
fn a_dead_document_is_refused_in_every_kind_of_comment() {
    for (path, text) in [
        ("shared/src/a.rs", "//! See docs/domain/gone.md."),
        ("shared/src/a.rs", "/// (`process.md`, the second table)"),
        ("backend/migrations/1.sql", "SELECT '--'; -- docs/gone.md"),
        ("Cargo.toml", "[a] # docs/gone.md"),
        (
            "frontend/styles/a.css",
            "a {}\n/* first\n docs/gone.md */ b {}",
        ),
        ("docs/a.md", "As `domain.md` says."),
    ] {
        let said = said(path, text);
        assert_eq!(said.len(), 1, "{path}: {said:?}");
        assert!(said[0].contains("is not there"), "{said:?}");
    }
    assert!(said("Cargo.toml", "a = \"docs/gone.md\"").is_empty());
    assert!(said("frontend/styles/a.css", "a { b: url(docs/gone.md) }").is_empty());
}

#[test]
fn a_dead_heading_is_refused() {
    let expected = "docs/domain/process.md has no heading #rules: name one that is there";
    assert_eq!(
        said("shared/src/a.rs", "// docs/domain/process.md#rules"),
        [expected]
    );
    assert_eq!(
        said("docs/a.md", "[rules](domain/process.md#rules)"),
        [expected]
    );
    assert_eq!(said("docs/a.md", "# Here\n[there](#there)").len(), 1);
}

#[test]
fn links_of_pages_lead_to_files() {
    for text in [
        "[a](domain/process.md) ![b](images/a.png \"title\")",
        concat!("[up](.", "./README.md#read-me)"),
        "[site](https://example.org/x) [mail](mailto:a@b.mx) [portal](/mesa) [folder](domain)",
        "# Here\n[here](#here)",
        "`[no](gone.md)` is\n```\n[no](gone.md)\n```",
        "[name]: domain/process.md",
    ] {
        let said = said("docs/a.md", text);
        assert!(said.is_empty(), "{text}: {said:?}");
    }
    for text in [
        "[a](process.md)",
        "![b](images/gone.png)",
        concat!("[too far up](.", "./.", "./README.md)"),
        "[name]: gone.png",
    ] {
        assert_eq!(said("docs/a.md", text).len(), 1, "{text}");
    }
}

#[test]
fn a_section_mark_stands_beside_its_document() {
    for text in [
        "/// Why it is observed (§3.5).",
        "// Sections § 4 and 5.",
        "// No public source [U].",
    ] {
        let said = said("shared/src/a.rs", text);
        assert_eq!(said.len(), 1, "{text}");
        assert!(said[0].contains("of what?"), "{said:?}");
    }
    for text in [
        "// docs/domain/process.md#roles §3.5",
        "// docs/domain/process.md#roles says in\n// §3.5 and [U]",
        "// NIST SP 800-63B-4 §3.1.1.2",
        "// `[T]`, [A](docs/domain/process.md), [U]: x, a[I][J] by [`U`], [USA], §",
        "let a = \"§3.5 [U]\";",
    ] {
        assert!(
            said("shared/src/a.rs", text).is_empty(),
            "{text}: {:?}",
            said("shared/src/a.rs", text)
        );
    }
}
