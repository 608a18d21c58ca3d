use super::*;

#[test]
fn headings_are_named_as_github_names_them() {
    let page = "# Marco legal: ¿qué dice?\n## One `code` & [a link](x.md)\n### 3.5 Motivos\n\
                ## Twice\ntext\n## Twice ##\n#no\n####### seven\n";
    let expected = [
        "35-motivos",
        "marco-legal-qué-dice",
        "one-code--a-link",
        "twice",
        "twice-1",
    ];
    assert_eq!(anchors(page), expected.map(str::to_owned).into());
}

#[test]
fn explicit_ids_count_and_code_does_not() {
    let page = "<a id=\"here\"></a>\n## <a name=\"there\"></a>Title\n```sh\n# no heading\n```\n~~~\n## nor\n~~~\n";
    assert_eq!(
        anchors(page),
        ["here", "there", "title"].map(str::to_owned).into()
    );
}
