use conoceles_shared::api::hints::HintKind;
use conoceles_shared::hints;
use conoceles_shared::questionnaire::Section;

use super::*;

const SHOUTED: &str = "APOYAREMOS A LOS NIÑOS DE TODAS LAS COLONIAS DE LA CIUDAD";

#[test]
fn capitals_are_told_once_on_the_desk() {
    let rules = Rules::built_in();
    assert!(check(SHOUTED, &rules).iter().any(|it| it.rule == CAPITALS));
    let findings = findings_for_desk(SHOUTED, &rules, &[]);
    let words: Vec<_> = findings.iter().map(|it| it.finding.text.as_str()).collect();
    assert_eq!(words, ["LOS NIÑOS"]);
    let hints = hints::check(&[(Section::Motivation, SHOUTED)], &hints::Names::default());
    let kinds: Vec<_> = hints.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [HintKind::Capitals]);
}
