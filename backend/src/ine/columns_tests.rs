use super::{Column, Columns};
use crate::ine::file_row::Row;
use crate::ine::finding::Finding;
use crate::ine::parse::parse;

fn columns(header: &str) -> Option<Columns> {
    let text = format!("{header}\n1,2,3,4,5,6\n");
    Columns::of(&parse(text.as_bytes()).unwrap().sheets[0])
}

fn said(found: &[Finding]) -> Vec<String> {
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn headers_are_known_whatever_their_accents_case_and_separators() {
    let row = Row {
        number: 2,
        cells: ["1", "2", "3", "4", "5", "6"]
            .map(ToOwned::to_owned)
            .to_vec(),
    };
    for header in [
        "PARTIDO_COALICION,CARGO,ENTIDAD,NOMBRE_CANDIDATO,DIRECCION_CASA_CAMPAÑA,DISTRITO LOCAL",
        "Partido/Coalición,cargo,Entidad,Nombre candidato,Dirección casa campaña,Distrito Federal",
        "partido coalicion,TipoCandidatura,ENTIDAD,NombreCandidato,DOMICILIO,DISTRITO",
    ] {
        let found = columns(header).unwrap();
        assert_eq!((found.at, found.errors().len()), (0, 0));
        let wanted = [
            Column::Actor,
            Column::Office,
            Column::Entity,
            Column::Name,
            Column::Address,
            Column::District,
        ];
        for (column, cell) in wanted.into_iter().zip(["1", "2", "3", "4", "5", "6"]) {
            assert_eq!(found.cell(&row, column), cell, "{header} {column:?}");
        }
    }
}

#[test]
fn titles_above_the_header_are_passed_over() {
    let titles = "Candidatas y Candidatos,,,\n\nProceso 2012,CARGO,,\n";
    let found = columns(&format!("{titles}PARTIDO,CARGO,ENTIDAD,NOMBRE")).unwrap();
    assert_eq!((found.at, found.header), (2, 4));
}

#[test]
fn missing_repeated_and_unknown_columns_are_named() {
    let found = columns("PARTIDO,CARGO,EDAD,SEXO,cargo,COLOR").unwrap();
    assert_eq!(
        said(&found.errors()),
        [
            "E1, columna cargo: la columna está repetida",
            "Fila 1: falta la columna ENTIDAD; agréguela y escriba en cada fila su valor",
            "Fila 1: falta la columna NOMBRE_CANDIDATO; agréguela y escriba en cada fila su valor",
        ]
    );
    let found = columns("PARTIDO,CARGO,ENTIDAD,NOMBRE,COLOR,EDAD").unwrap();
    assert_eq!(found.unknown, [(4, "COLOR".to_owned())]);
    assert_eq!(
        said(&found.absent())[0],
        "Archivo: no trae la columna TIPO_CANDIDATO"
    );
    assert!(columns("uno,dos").is_none());
}
