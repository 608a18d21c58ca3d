//! Files of the INE and of others as they come: each goes in whole, or says by cell why not, and
//! nothing that it should not say is published or told.

use std::path::Path;

use super::*;
use conoceles_tests::sheets::{mac_roman, rows, twice_in_utf8, workbook};

const LIST: &str = "PARTIDO_COALICION,CARGO,ENTIDAD,DISTRITO LOCAL,CIRCUNSCRIPCION,MUNICIPIO,\
    NUM_LISTA_O_FORMULA,NOMBRE_CANDIDATO,TIPO_CANDIDATO,EDAD,SEXO,TELEFONO,ESCOLARIDAD,\
    HISTORIA_PROFESIONAL,TRAYECTORIA_POLITICA,PROPUESTA_1";

fn list(rows: &[&str]) -> String {
    let mut lines = vec![LIST];
    lines.extend(rows);
    lines.join("\n")
}

/// What the command says of a file: whether it took it, and all its words.
async fn import(server: &Server, name: &str, bytes: &[u8], more: &[&str]) -> (bool, String) {
    let file = server.folder().join(name);
    std::fs::write(&file, bytes).unwrap();
    let (ok, said) = imported(server, &file, name, more).await;
    std::fs::remove_file(&file).unwrap();
    (ok, said)
}

async fn imported(server: &Server, file: &Path, name: &str, more: &[&str]) -> (bool, String) {
    let election = format!("Prueba 2022 {name}");
    let file = file.to_str().unwrap();
    let mut arguments = vec!["import", "ine", file, "--election", &election];
    arguments.extend(more);
    let (code, out, err) = server.command(&arguments).await;
    assert!(
        [0, 1].contains(&code),
        "the process ended with {code}: {err}"
    );
    (code == 0, format!("{out}\n{err}"))
}

async fn records(server: &Server, with: &str) -> i64 {
    let query = format!("SELECT COUNT(*) FROM public_records WHERE record LIKE '%{with}%'");
    server.number(&query).await
}

const ONE: &str = "PARTIDO UNO,DIPUTACIÓN LOCAL MR,DURANGO,1-NORTE,,,901,ROCÍO PEÑALOZA IBÁÑEZ,\
    PROPIETARIA,41,MUJER,5510000000,Licenciatura,Fui maestra de niñas,Ninguna,Agua para mañana";
const TWO: &str = "PARTIDO DOS,DIPUTACIÓN LOCAL MR,DURANGO,1-NORTE,,,902,JOSÉ NÚÑEZ LEÓN,\
    PROPIETARIO,50,HOMBRE,5510000001.0,Maestría,Médico,Síndico,Más árboles";

on_both!(
    identity_is_neither_imported_nor_quoted,
    |server: Server| async move {
        let header: Vec<&str> = LIST.split(',').collect();
        let one: Vec<&str> = ONE.split(',').collect();
        let mut asked: Vec<&str> = header[..11].to_vec();
        asked.extend([
            "9. ¿Es usted una persona de la población LGBTTTIQ+?",
            "18. ¿Grupo de ingresos?",
        ]);
        let mut answers: Vec<&str> = one[..9].to_vec();
        answers.extend([
            "CANARIO-EDAD",
            "CANARIO-SEXO",
            "CANARIO-SI",
            "CANARIO-INGRESO",
        ]);
        let identity = (
            "CUESTIONARIO IDENTIDAD",
            rows(&[asked.clone(), answers.clone()], ""),
        );
        let candidacies = ("CANDIDATOS", rows(&[header, one], ""));
        let unnamed = ("Hoja1", identity.1.clone());
        for (at, sheets) in [
            vec![identity.clone(), candidacies.clone()],
            vec![candidacies.clone(), identity],
            vec![unnamed, candidacies],
        ]
        .into_iter()
        .enumerate()
        {
            let name = format!("hojas-{at}.xlsx");
            let (ok, said) = import(&server, &name, &workbook(&sheets), &[]).await;
            assert!(ok && said.contains("Hoja: CANDIDATOS"), "{said}");
            assert!(
                said.contains("es el cuestionario de identidad; no se importa"),
                "{said}"
            );
            assert!(!said.contains("CANARIO"), "{said}");
        }
        let alone = [asked.join(","), answers.join(",")].join("\n");
        let (ok, said) = import(&server, "sola.csv", alone.as_bytes(), &[]).await;
        assert!(
            !ok && said.contains("confidenciales") && !said.contains("CANARIO"),
            "{said}"
        );
        assert_eq!(server.rows("public_records").await, 3);
        assert_eq!(records(&server, "PEÑALOZA").await, 3);
        assert_eq!(records(&server, "CANARIO").await, 0);
    }
);

on_both!(a_federal_file_goes_in_whole, |server: Server| async move {
    let rows = [
        "UNO,PRESIDENCIA DE LA REPÚBLICA,No aplica,No aplica,No aplica,No aplica,1.0,ANA UNO,PROPIETARIA,50.0,MUJER,,,,,",
        "UNO,SENADURÍA FEDERAL RP,No aplica,No aplica,No aplica,No aplica,2.0,BEA DOS,PROPIETARIA,51,MUJER,,,,,",
        "UNO,SENADURÍA FEDERAL MR,YUCATÁN,No aplica,No aplica,No aplica,1,CARO TRES,PROPIETARIA,52,MUJER,,,,,",
        "UNO,DIPUTACIÓN FEDERAL RP,,,4.0,,12,DORA CUATRO,PROPIETARIA,53,MUJER,,,,,",
        "UNO,DIPUTACIÓN FEDERAL MR,YUCATÁN,III,,,1,DORA CUATRO,PROPIETARIA,53,MUJER,,,,,",
        "UNO,JEFATURA DE GOBIERNO,CIUDAD DE MÉXICO,,,,1,EVA CINCO,PROPIETARIA,54,MUJER,,,,,",
        "UNO,TITULAR DE ALCALDÍA,CIUDAD DE MÉXICO,,,TLALPAN,1,FLOR SEIS,PROPIETARIA,55,MUJER,,,,,",
        "UNO,CONCEJALÍA DE MAYORÍA RELATIVA,CIUDAD DE MÉXICO,,,TLALPAN,1,FLOR SEIS,PROPIETARIA,55,MUJER,,,,,",
        "CANDIDATURA INDEPENDIENTE,TITULAR DE ALCALDÍA,CIUDAD DE MÉXICO,,,TLALPAN,8,GIL SIETE,PROPIETARIO,56,HOMBRE,,,,,",
        "CANDIDATURA INDEPENDIENTE,TITULAR DE ALCALDÍA,CIUDAD DE MÉXICO,,,TLALPAN,9,HUGO OCHO,PROPIETARIO,57,HOMBRE,,,,,",
    ];
    let (ok, said) = import(&server, "federal.csv", list(&rows).as_bytes(), &[]).await;
    assert!(ok && said.contains("Candidaturas: 10"), "{said}");
    assert!(
        said.contains("«Jefatura de gobierno» no está en el catálogo"),
        "{said}"
    );
    for (text, many) in [
        ("\"Nacional\"", 2),
        ("\"Cuarta circunscripción\"", 1),
        ("\"Distrito 3, Yucatán\"", 1),
        ("\"jefatura_de_gobierno\"", 1),
        ("\"governorship\"", 0),
        ("DORA CUATRO", 2),
        ("FLOR SEIS", 2),
    ] {
        assert_eq!(records(&server, text).await, many, "{text}");
    }
    let independents = "SELECT COUNT(*) FROM actors WHERE name LIKE 'CANDIDATURA INDEPENDIENTE%'";
    assert_eq!(server.number(independents).await, 2);
});

on_both!(
    letters_signs_and_line_ends_of_any_program,
    |server: Server| async move {
        let text = list(&[ONE, TWO]);
        let other = |sign: &str| text.replace(',', sign);
        let wide = |mark: &str| -> Vec<u8> {
            let text = format!("{mark}{text}");
            text.encode_utf16().flat_map(u16::to_le_bytes).collect()
        };
        let mut mixed = list(&[ONE]).into_bytes();
        mixed.extend(b"\nPARTIDO DOS,DIPUTACI\xD3N LOCAL MR,DURANGO,1-NORTE,,,902,JOS\xC9 N\xDA\xD1EZ LE\xD3N,\
        PROPIETARIO,50,HOMBRE,5510000001,Maestr\xEDa,M\xE9dico,S\xEDndico,M\xE1s \xE1rboles");
        let files: Vec<(&str, Vec<u8>, &str)> = vec![
            ("mac.csv", mac_roman(&other(";")), "Mac Roman"),
            ("barras.csv", other("|").into_bytes(), "Unicode"),
            (
                "tabuladores.txt",
                other("\t").replace('\n', "\r\n").into_bytes(),
                "Unicode",
            ),
            (
                "separador.csv",
                format!("\u{feff}sep=;\r\n{}", other(";")).into_bytes(),
                "Unicode",
            ),
            (
                "titulo.csv",
                format!("Lista, con comas\n\n{}", other(";")).into_bytes(),
                "Unicode",
            ),
            ("ancho.csv", wide("\u{feff}"), "Unicode"),
            ("ancho-sin-marca.csv", wide(""), "Unicode"),
            ("doble.csv", twice_in_utf8(&text).into_bytes(), "Unicode"),
            ("mezcla.csv", mixed, "dos codificaciones"),
        ];
        let many = files.len();
        for (name, bytes, writing) in files {
            let (ok, said) = import(&server, name, &bytes, &[]).await;
            assert!(
                ok && said.contains(writing) && said.contains("Candidaturas: 2"),
                "{name}: {said}"
            );
        }
        let many = i64::try_from(many).unwrap();
        for text in [
            "ROCÍO PEÑALOZA IBÁÑEZ",
            "JOSÉ NÚÑEZ LEÓN",
            "Fui maestra de niñas",
            "Más árboles",
            "\"5510000001\"",
        ] {
            assert_eq!(records(&server, text).await, many, "{text}");
        }
    }
);

on_both!(
    what_is_wrong_is_told_by_its_cell_all_at_once,
    |server: Server| async move {
        let broken = list(&[
            "PARTIDO UNO,DIPUTACIÓN LOCAL MR,DURANGO,2024-01-01 00:00:00,,,02-ene,ANA UNO,PROPIETARIA/SUPLENTE,45 años,MUJER,5.51E+09,,#N/A,,",
            "PARTIDO UNO,DIPUTACIÓN FEDERAL RP,,,9,,3,MU?OZ DOS,PROPIETARIA,1979,MUJER,,,,,VERDADERO",
            "TOTAL,,,,,,2,,,,,,,,,",
        ]);
        let (ok, said) = import(&server, "errores.csv", broken.as_bytes(), &[]).await;
        assert!(!ok, "{said}");
        for line in [
            "D2, ",
            "G2, ",
            "I2, ",
            "J2, ",
            "L2, ",
            "N2, ",
            "E3, ",
            "H3, ",
            "J3, ",
            "P3, ",
            "Fila 4: es un total",
        ] {
            assert!(said.contains(line), "{line}: {said}");
        }
        assert!(said.contains("el archivo tiene 7 errores"), "{said}");
        for (name, bytes, what) in [
            ("pagina.xls", &b"<html><table><tr><td>CARGO"[..], "HTML"),
            (
                "hoja.xls",
                b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>",
                "XML 2003",
            ),
            (
                "partes.xls",
                b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n",
                "MHTML",
            ),
            (
                "comillas.csv",
                b"PARTIDO,CARGO,ENTIDAD,NOMBRE\nA,B,C,\"D\nE,F,G,\"H\"\n",
                "D2: ",
            ),
            ("nada.csv", b"uno,dos\n1,2\n", "NOMBRE_CANDIDATO"),
        ] {
            let (ok, said) = import(&server, name, bytes, &[]).await;
            assert!(!ok && said.contains(what), "{name}: {said}");
        }
        assert_eq!(server.rows("public_records").await, 0);
    }
);

on_both!(
    no_cell_wherever_it_is_ends_the_process,
    |server: Server| async move {
        let header: Vec<&str> = LIST.split(',').collect();
        let one: Vec<&str> = ONE.split(',').collect();
        let table = [header, one];
        let far = |cell: &str| {
            rows(
                &table,
                &format!("<row r=\"1048576\"><c r=\"XFD1048576\"{cell}</row>"),
            )
        };
        let merged: String = (0..2_048)
            .map(|at| format!("<mergeCell ref=\"AA{0}:AB{0}\"/>", at + 10))
            .collect();
        let announced = format!("<dimension ref=\"A0:AZ48943\"/>{}", rows(&table, ""));
        for (name, sheet) in [
            ("vacia.xlsx", far(" s=\"0\"/>")),
            (
                "espacio.xlsx",
                far(" t=\"inlineStr\"><is><t> </t></is></c>"),
            ),
            ("cero.xlsx", announced),
            (
                "muchas.xlsx",
                format!("{}<mergeCells>{merged}</mergeCells>", rows(&table, "")),
            ),
        ] {
            let file = workbook(&[("CANDIDATOS", sheet)]);
            let (ok, said) = import(&server, name, &file, &["--dry-run"]).await;
            assert!(ok && said.contains("Candidaturas: 1"), "{name}: {said}");
        }
        let file = workbook(&[("Mis datos", far(" t=\"inlineStr\"><is><t>x</t></is></c>"))]);
        let (ok, said) = import(&server, "lejos.xlsx", &file, &[]).await;
        assert!(!ok && said.contains("'Mis datos'!XFD1048576: "), "{said}");
    }
);

on_both!(
    /// Letters lost in answers, short rows, states by abbreviation and parties by acronym.
    what_programs_leave_out_is_told_or_read,
    |server: Server| async move {
        let row = |actor: &str, state: &str, name: &str, role: &str, answer: &str| {
            format!("{actor},DIPUTACIÓN LOCAL MR,{state},1-NORTE,,,,{name},{role},41,MUJER,,,,,{answer}")
        };
        let lost = list(&[
            &row("PARTIDO UNO", "DURANGO", "ANA RUIZ MORA", "PROPIETARIO", "M\u{FFFD}s ni\u{FFFD}as"),
            &row("PARTIDO DOS", "DURANGO", "EVA RUIZ MORA", "PROPIETARIO", "M?s ni?as en Pe??n"),
        ]);
        let (ok, said) = import(&server, "perdidas.csv", lost.as_bytes(), &[]).await;
        assert!(!ok && said.contains("P2, columna PROPUESTA_1: tiene letras que se perdieron"), "{said}");
        assert!(said.contains("P3, columna PROPUESTA_1: tiene un signo de interrogación"), "{said}");
        let admin = builders::first_admin(&server).await;
        let _ = builders::party(&admin, "Partido Alameda", "PAL", "#aa0000").await;
        let short = list(&[
            "PAL-PLAG,DIPUTACIÓN LOCAL MR,CDMX,1-NORTE,,,,ANA RUIZ MORA,PROPIETARIO,41,MUJER",
            "PARTIDO TRES,DIPUTACIÓN LOCAL MR,Edo. Mex.,1-NORTE,,,,VACANTE,PROPIETARIO,41,MUJER",
        ]);
        let (ok, said) = import(&server, "cortas.csv", short.as_bytes(), &[]).await;
        assert!(ok && said.contains("solo hay siglas: «PAL», «PLAG»"), "{said}");
        assert!(said.contains("H3, columna NOMBRE_CANDIDATO: «VACANTE» no parece"), "{said}");
        assert_eq!(records(&server, "Partido Alameda").await, 0);
        assert_eq!(records(&server, "\"Propietaria\"").await, 2);
        assert_eq!(records(&server, "Ciudad de México").await, 1);
    }
);

/// Reported files, how many candidacies each holds (none where it has to be corrected first), and
/// words of the report.
const CASES: [(&str, u32, &str); 14] = [
    (
        "16-proportional-lists-without-state/federal_rp.csv",
        4,
        "Nacional",
    ),
    (
        "03-ine-2024-federal-layout/ine_federal_2024.xls",
        9,
        "«Titular de alcaldía»",
    ),
    (
        "01-two-sheets-identity-first/identidad_primero.xlsx",
        6,
        "Hoja CUESTIONARIO IDENTIDAD",
    ),
    (
        "01-two-sheets-identity-first/ine_dos_hojas.xls",
        6,
        "Hoja CUESTIONARIO IDENTIDAD",
    ),
    (
        "06-surname-and-name-columns/edomex_2015.xlsx",
        4,
        "parece mal separado",
    ),
    ("10-mac-roman-csv/excel_mac.csv", 4, "Mac Roman"),
    (
        "14-excel-coercions/coerciones.csv",
        0,
        "G4, columna NUM_LISTA_O_FORMULA: es una fecha",
    ),
    ("14-excel-coercions/coerciones.xlsx", 0, "CANDIDATOS!V8"),
    (
        "15-merged-hidden-totals/partido.xlsx",
        7,
        "A2:A4 son celdas combinadas",
    ),
    ("08-stray-cell-in-xfd/dim_A0.xlsx", 4, ""),
    ("08-stray-cell-in-xfd/merges2048.xlsx", 4, ""),
    ("08-stray-cell-in-xfd/xfd2000.xlsx", 4, ""),
    ("08-stray-cell-in-xfd/xfd_last.xlsx", 4, ""),
    ("08-stray-cell-in-xfd/xfd_last_content.xlsx", 4, ""),
];

/// The cases that people reported, where their folder is given: `CONOCELES_CASES`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "reads reported files: CONOCELES_CASES=…/cases"]
async fn reported_files() {
    let server = Server::start(conoceles_tests::Engine::Sqlite).await;
    let cases = std::env::var("CONOCELES_CASES").expect("the folder of the cases");
    for (file, many, told) in CASES {
        let path = Path::new(&cases).join(file);
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let (ok, said) = imported(&server, &path, &name, &[]).await;
        assert_eq!(ok, many > 0, "{file}: {said}");
        let counted = format!("Candidaturas: {many};");
        assert!(
            said.contains(told) && (many == 0 || said.contains(&counted)),
            "{file}: {said}"
        );
        assert!(
            !said.contains("CANARIO") && !said.contains("NO PUBLICAR"),
            "{file}: {said}"
        );
    }
    for text in ["CANARIO", "NO PUBLICAR", "#NULO!"] {
        assert_eq!(records(&server, text).await, 0, "{text}");
    }
    assert_eq!(records(&server, "Laura Elizabeth Benítez Olvera").await, 1);
    assert_eq!(records(&server, "Distrito 1, Estado de México").await, 2);
}
