use conoceles_shared::api::roll::RollColumnSource;

use super::*;

fn column(heading: &str) -> RollColumn {
    RollColumn {
        letter: "A".to_owned(),
        heading: heading.to_owned(),
        field: None,
        source: RollColumnSource::Unread,
    }
}

#[test]
fn columns_without_a_heading_and_second_ones_are_left_out() {
    let columns = [
        column("Nombre"),
        column(""),
        column("NOMBRE"),
        column("Clave"),
    ];
    let chosen = BTreeMap::from([
        (0, Some(RollField::GivenNames)),
        (1, Some(RollField::Curp)),
        (2, None),
        (3, None),
    ]);
    let said = said_of(&columns, &chosen);
    let told: Vec<_> = said
        .iter()
        .map(|it| (it.heading.as_str(), it.field))
        .collect();
    assert_eq!(
        told,
        [("Nombre", Some(RollField::GivenNames)), ("Clave", None)]
    );
}
