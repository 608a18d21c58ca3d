//! What holds for every wording that is offered, whatever the text.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::language::office_words;
use crate::lists::list_file;
use crate::text;

static BUILT_IN: LazyLock<Rules> = LazyLock::new(Rules::built_in);

/// Every word that a wording may be made of, folded: those of the rules and lists, inflected.
static BUILT: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let lists: [&[&str]; 4] = [
        list_file!("lists/both_forms.txt"),
        list_file!("lists/adjectives.txt"),
        list_file!("lists/before_offices.txt"),
        list_file!("lists/adjectives_before_nouns.txt"),
    ];
    let mut words: BTreeSet<String> = lists.concat().iter().map(|it| (*it).to_owned()).collect();
    for rule in BUILT_IN.all() {
        for entry in [&rule.nouns, &rule.articled, &rule.terms, &rule.suggestions] {
            words.extend(entry.iter().flat_map(|it| split(it)));
        }
    }
    for (masculine, feminine) in office_words::OFFICES.iter().chain(office_words::ADJECTIVES) {
        for word in [masculine, feminine] {
            words.extend([(*word).to_owned(), grammar::plural(word)]);
        }
    }
    words.extend(
        "el la los las un una unos unas y e a al de del más muy tan o todo toda todos todas"
            .split(' ')
            .map(str::to_owned),
    );
    let inflected: Vec<String> = words.iter().flat_map(|word| forms(word)).collect();
    words.extend(inflected);
    words.iter().map(|word| text::fold(word)).collect()
});

fn forms(word: &str) -> Vec<String> {
    let many = grammar::plural(word);
    let feminine = [grammar::feminine(word), grammar::feminine(&many)];
    let mut all = vec![
        many,
        grammar::singular(word),
        grammar::feminine_of_one(word),
        grammar::plural(&grammar::feminine_of_one(word)),
    ];
    all.extend(feminine.iter().map(|it| grammar::singular(it)));
    all.extend(feminine);
    all
}

fn split(written: &str) -> Vec<String> {
    written
        .split(|next: char| !next.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

const WHOLE: &str = "los las la el y o a de es fue mi hermana señora electa juez síndico presidente \
municipal público técnico primer regidora contadora niños jóvenes pequeños ciudadanos mexicanos \
trabajadores todos algunos no gobierno ciego inválido familiar como negros trabajan sus padres l@s \
les del más honestos discapacitados quedó años indito 15 , . agua servicios";
const STEMS: &str = "tod ciudadan niñ amig amigu trabajador fulan hij vecin ab señor español muert \
present chiqu x l";
const ENDINGS: &str = "@s xs x @ es os as (as) /as";

fn a_word() -> impl Strategy<Value = String> {
    let whole = prop::sample::select(WHOLE.split(' ').collect::<Vec<_>>());
    let stems = prop::sample::select(STEMS.split(' ').collect::<Vec<_>>());
    let endings = prop::sample::select(ENDINGS.split(' ').collect::<Vec<_>>());
    prop_oneof![
        3 => whole.prop_map(str::to_owned),
        1 => (stems, endings).prop_map(|(stem, ending)| format!("{stem}{ending}")),
    ]
}

fn a_text() -> impl Strategy<Value = String> {
    prop::collection::vec(a_word(), 1..25).prop_map(|words| words.join(" "))
}

fn without_accents(text: &str) -> String {
    let plain = |next| match next {
        'Á' => 'A',
        'É' => 'E',
        'Í' => 'I',
        'Ó' => 'O',
        'Ú' => 'U',
        'Ñ' => 'N',
        other => other,
    };
    text.chars().map(plain).collect()
}

proptest! {
    #[test]
    fn every_word_that_is_offered_is_in_the_text_or_was_built_on_purpose(text in a_text()) {
        let there: BTreeSet<String> = split(&text).iter().map(|it| text::fold(it)).collect();
        for finding in check(&text, &BUILT_IN) {
            for suggestion in &finding.suggestions {
                prop_assert!(!suggestion.contains('@'), "{finding:?}");
                for word in split(suggestion) {
                    let folded = text::fold(&word);
                    let whole = !folded.ends_with('x') && !folded.ends_with("xs");
                    let known = BUILT.contains(&folded) || (whole && there.contains(&folded));
                    prop_assert!(known, "{word} in {finding:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_offered_for_capitals_is_in_capitals(text in a_text()) {
        for finding in check(&text.to_uppercase(), &BUILT_IN) {
            for suggestion in &finding.suggestions {
                prop_assert_eq!(suggestion, &suggestion.to_uppercase());
            }
        }
    }

    #[test]
    fn a_text_without_accents_has_its_findings_at_its_own_places(text in a_text()) {
        let plain = without_accents(&text.to_uppercase());
        let chars: Vec<char> = plain.chars().collect();
        for finding in check(&plain, &BUILT_IN) {
            let there: String = chars[finding.start..finding.end].iter().collect();
            prop_assert_eq!(there, finding.text);
        }
    }

    #[test]
    fn a_text_in_capitals_has_one_remark_on_them_at_most(text in a_text(), again in a_text()) {
        let text = format!("{text}. Entonces {again}, {text}").to_uppercase();
        let remarks = check(&text, &BUILT_IN).into_iter().filter(|it| it.rule == CAPITALS);
        prop_assert!(remarks.count() <= 1);
    }

    #[test]
    fn what_asks_for_a_persons_attention_offers_no_wording(text in a_text()) {
        for text in [text.clone(), format!("{text} es una histérica, la puso su esposo")] {
            for finding in check(&text, &BUILT_IN) {
                let asks = finding.level == Level::HumanAttention;
                prop_assert!(!asks || finding.suggestions.is_empty());
            }
        }
    }
}

#[test]
fn letters_that_were_typed_without_their_mark_are_read_with_it() {
    let text = "LOS NINOS Y LAS SENORITAS DE 15 ANOS VENDEN PAPAS EN EL MERCADO";
    let found: Vec<_> = check(text, &BUILT_IN)
        .into_iter()
        .map(|it| (it.text, it.suggestions))
        .collect();
    assert_eq!(found[0].0, "LOS NINOS");
    assert_eq!(found[0].1[0], "LA NIÑEZ");
    assert!(
        found
            .iter()
            .all(|(_, offered)| offered.iter().all(|it| !it.contains("ANOS")))
    );
}
