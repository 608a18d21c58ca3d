use super::{Column, columns};
use crate::ine::parse::parse;

fn file(header: &str) -> Vec<u8> {
    format!("{header}\n1,2,3,4,5,6\n").into_bytes()
}

#[test]
fn headers_are_known_whatever_their_accents_case_and_separators() {
    for header in [
        "PARTIDO_COALICION,CARGO,ENTIDAD,NOMBRE_CANDIDATO,DIRECCION_CASA_CAMPAÑA,DISTRITO LOCAL",
        "Partido/Coalición,cargo,Entidad,Nombre candidato,Dirección casa campaña,Distrito Federal",
        "partido coalicion,TipoCandidatura,ENTIDAD,NombreCandidato,DOMICILIO,DISTRITO",
    ] {
        let table = parse(&file(header)).unwrap();
        let (at, found, _) = columns(&table).unwrap();
        assert_eq!(at, 0);
        let row = &table.rows[1];
        let wanted = [
            Column::Actor,
            Column::Office,
            Column::Entity,
            Column::Name,
            Column::Address,
            Column::District,
        ];
        for (column, cell) in wanted.into_iter().zip(["1", "2", "3", "4", "5", "6"]) {
            assert_eq!(found.cell(row, column), cell, "{header} {column:?}");
        }
    }
}

#[test]
fn titles_above_the_header_are_passed_over() {
    let text = "Candidatas y Candidatos,,,\nPARTIDO,CARGO,ENTIDAD,NOMBRE\nA,B,C,D\n";
    let (at, _, _) = columns(&parse(text.as_bytes()).unwrap()).unwrap();
    assert_eq!(at, 1);
}

#[test]
fn missing_repeated_and_unknown_columns_are_named() {
    let table = parse(&file("PARTIDO,CARGO,EDAD,SEXO,cargo,COLOR")).unwrap();
    let errors: Vec<String> = columns(&table)
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        errors,
        [
            "Fila 1, columna cargo: la columna está repetida",
            "Fila 1: falta la columna ENTIDAD",
            "Fila 1: falta la columna NOMBRE_CANDIDATO",
        ]
    );
    let table = parse(&file("PARTIDO,CARGO,ENTIDAD,NOMBRE,COLOR,EDAD")).unwrap();
    let (_, _, remarks) = columns(&table).unwrap();
    assert_eq!(
        remarks[0].to_string(),
        "Columna COLOR: no se reconoce; se ignora"
    );
    let nothing = parse(b"uno,dos\n1,2\n").unwrap();
    assert!(
        columns(&nothing).unwrap_err()[0]
            .text
            .contains("encabezado")
    );
}
