use super::*;

/// Sentences that say what is going on and what leads on from there.
fn is_told(text: &str) -> bool {
    let leads_on = [
        "podrá",
        "Para corregirla",
        "cuando",
        "avise",
        "acuda",
        "Consúltelo",
        "espere",
        "debe",
        "falta",
    ];
    text.ends_with('.')
        && !text.contains("..")
        && !text.contains("no procede")
        && leads_on.iter().any(|it| text.contains(it))
}

#[test]
fn every_state_says_what_leads_on() {
    for state in State::ALL {
        let text = Refusal::WrongState(*state).detail();
        assert!(is_told(&text), "{text}");
    }
    for state in SectionState::ALL {
        for section in Section::ALL {
            let text = Refusal::WrongSectionState(*section, *state).detail();
            assert!(text.contains(section.label()), "{text}");
            assert!(is_told(&text), "{text}");
        }
    }
}

#[test]
fn the_code_of_a_wrong_state_is_the_same_for_all() {
    for state in State::ALL {
        assert_eq!(Refusal::WrongState(*state).code(), Code::WrongState);
    }
}

#[test]
fn a_list_that_ends_with_a_question_has_no_full_stop() {
    let last = |sections: &[Section]| {
        let text = Refusal::Incomplete(sections.to_vec()).detail();
        text.chars().last().unwrap()
    };
    assert_eq!(last(&[Section::Photo, Section::Motivation]), '?');
    assert_eq!(last(&[Section::Motivation, Section::Photo]), '.');
}
