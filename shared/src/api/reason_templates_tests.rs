use super::*;

fn template(ground: Ground, text: &str) -> ReasonTemplate {
    ReasonTemplate {
        ground,
        text: text.to_owned(),
    }
}

#[test]
fn every_error_of_every_template_is_told_at_once() {
    let good = template(
        Ground::DoesNotAnswer,
        "  No dice los plazos de la meta. \r\n",
    );
    let all = ReasonTemplates {
        templates: vec![
            good.clone(),
            template(Ground::DoesNotAnswer, "corto"),
            template(Ground::DoesNotAnswer, "NO DICE LOS PLAZOS de la meta."),
            template(Ground::SexistLanguage, "No dice los plazos de la meta."),
            template(Ground::SexistLanguage, "con \u{7} una campana dentro"),
        ],
    };
    let errors = all.tidied().unwrap_err();
    let pointers: Vec<&str> = errors.iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/templates/1/text",
            "/templates/2/text",
            "/templates/4/text"
        ]
    );
    let kept = ReasonTemplates {
        templates: vec![good],
    };
    assert_eq!(
        kept.tidied().unwrap().templates[0].text,
        "No dice los plazos de la meta."
    );
}

#[test]
fn an_election_has_at_most_a_hundred() {
    let many = |n: usize| ReasonTemplates {
        templates: (0..n)
            .map(|it| {
                template(
                    Ground::PhotoDate,
                    &format!("La fotografía es anterior, caso {it}."),
                )
            })
            .collect(),
    };
    assert!(many(ReasonTemplates::MOST).tidied().is_ok());
    assert_eq!(
        many(ReasonTemplates::MOST + 1).tidied().unwrap_err().len(),
        1
    );
}
