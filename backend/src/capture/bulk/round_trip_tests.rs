//! A template that comes back as it went out changes nothing, whatever is stored.

use conoceles_shared::questionnaire::{FieldKind, Limits, Section, SectionContent, parse};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::columns::Column;
use super::fixture_tests::{id, now, planned, roll, store};
use super::roll::Roll;
use super::{reading, template};

/// Texts with what trips sheets up: formulas, quotes, separators, escapes of XLSX, line ends.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("=1+1"),
        Just("'"),
        Just("'="),
        Just("+52"),
        Just("@x"),
        Just("-"),
        Just(";"),
        Just(","),
        Just("\""),
        Just("\n"),
        Just("\t"),
        Just("_x0041_"),
        Just("_x000D_"),
        Just("<&>"),
        Just("ñandú"),
        Just(" "),
        Just("\u{a0}"),
        Just("🙂"),
        Just("0012"),
        Just("TRUE"),
        Just("a"),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|it| it.concat())
}

/// An answer of each kind; what is not valid is left out below.
fn answer(kind: FieldKind) -> BoxedStrategy<Value> {
    let some = match kind {
        FieldKind::Url => text()
            .prop_map(|it| json!(format!("https://a.mx/{it}")))
            .boxed(),
        FieldKind::Emails => Just(json!(["a@b.mx", "=x+1@b.mx"])).boxed(),
        FieldKind::Phones => Just(json!(["5512345678", "0055667788"])).boxed(),
        FieldKind::Catalogue("degrees") => {
            prop_oneof![Just(json!("no_studies")), Just(json!("high_school"))].boxed()
        }
        FieldKind::Catalogue(_) => Just(json!("professional_licence")).boxed(),
        _ => proptest::collection::vec(text(), 0..3)
            .prop_map(|it| json!(it))
            .boxed(),
    };
    prop_oneof![
        3 => some.prop_map(|it| json!({ "value": it })),
        1 => Just(json!({ "not_provided": true })),
        1 => Just(Value::Null),
    ]
    .boxed()
}

fn content(section: Section) -> BoxedStrategy<Option<SectionContent>> {
    if section.is_text() {
        let body = prop_oneof![
            3 => text().prop_map(|it| json!({ "text": it })),
            1 => Just(json!({ "not_provided": true })),
        ];
        return body
            .prop_map(move |it| parse(section, &it, &Limits::unlimited()).ok())
            .boxed();
    }
    let fields: Vec<_> = Column::all()
        .into_iter()
        .filter_map(|it| match it {
            Column::Answer(field) if field.section == section => Some(field),
            _ => None,
        })
        .collect();
    let answers: Vec<_> = fields.iter().map(|it| answer(it.kind)).collect();
    answers
        .prop_map(move |answers| {
            let keys = fields.iter().map(|it| it.id.to_owned());
            let mut map: Map<String, Value> = keys.zip(answers).collect();
            // What the questionnaire does not take is not stored either.
            loop {
                match parse(section, &Value::Object(map.clone()), &Limits::unlimited()) {
                    Ok(content) => return Some(content),
                    Err(issues) => map.retain(|key, _| issues.iter().all(|it| it.field() != key)),
                }
            }
        })
        .boxed()
}

fn stored() -> impl Strategy<Value = Roll> {
    let sections: Vec<_> = Section::CURRICULAR
        .iter()
        .filter(|it| **it != Section::Photo)
        .map(|it| content(*it))
        .collect();
    proptest::collection::vec(sections, 1..4).prop_map(|all| {
        let mut roll = roll(u32::try_from(all.len()).unwrap());
        for (n, contents) in (1..).zip(all) {
            for content in contents.into_iter().flatten() {
                store(&mut roll, n, content);
            }
        }
        roll
    })
}

fn changes_nothing(bytes: &[u8], roll: &Roll) {
    let plan = planned(&reading::read_sheet(bytes).unwrap(), roll);
    assert!(plan.errors.is_empty(), "{:?}", plan.errors);
    assert!(plan.rows.is_empty(), "{:?}", plan.rows);
    assert_eq!(plan.rows_read, u32::try_from(roll.len()).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_csv_template_comes_back_unchanged(roll in stored()) {
        changes_nothing(&template::sheet(&roll).csv().unwrap(), &roll);
    }

    #[test]
    fn the_xlsx_template_comes_back_unchanged(roll in stored()) {
        let bytes = template::sheet(&roll).xlsx(&Limits::default(), now()).unwrap();
        changes_nothing(&bytes, &roll);
    }

    /// The same answers typed into an empty template are read as the same answers, but for texts
    /// that are themselves the literal «No proporcionó».
    #[test]
    fn what_is_shown_is_read_as_the_same_answer(stored in stored()) {
        let empty = roll(u32::try_from(stored.len()).unwrap());
        let bytes = template::sheet(&stored).csv().unwrap();
        let plan = planned(&reading::read_sheet(&bytes).unwrap(), &empty);
        for planned in plan.rows {
            for content in planned.contents {
                let known = &stored[&planned.candidacy].contents;
                assert_eq!(Some(&content), known.get(&content.section()));
            }
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = reading::read_sheet(&bytes);
        let mut zip = b"PK\x03\x04".to_vec();
        zip.extend(bytes);
        let _ = reading::read_sheet(&zip);
    }
}

#[test]
fn a_workbook_broken_at_any_byte_is_refused_or_read_never_a_panic() {
    let roll = roll(1);
    let good = template::sheet(&roll)
        .xlsx(&Limits::default(), now())
        .unwrap();
    for at in (0..good.len()).step_by(97) {
        let mut bad = good.clone();
        bad[at] ^= 0x55;
        let _ = reading::read_sheet(&bad);
        let _ = reading::read_sheet(&good[..at]);
    }
    assert!(roll.contains_key(&id(1)));
}
