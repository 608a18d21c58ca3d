//! What the template says about itself: the sheet of instructions, and the message beside a cell.

use conoceles_shared::questionnaire::{FieldKind, FieldSpec, Limits};
use conoceles_shared::text::CountingMode;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::cells;
use super::columns::Column;

const INSTRUCTIONS: [&str; 10] = [
    "Cada fila de la hoja «Candidaturas» es una candidatura de su actor político. No cambie las \
     columnas grises ni los dos primeros renglones: con ellos se reconoce cada celda.",
    "Escriba en cada celda la respuesta. Si la persona decidió no responder, escriba: No proporcionó",
    "Una celda vacía deja la pregunta sin respuesta, también si antes la tenía. Si borra una columna \
     completa, esas respuestas se quedan como están.",
    "Cuando se admiten varios valores (correos, teléfonos, domicilios, cursos), sepárelos con un \
     salto de línea (Alt+Entrar) o con punto y coma.",
    "En «Grado máximo de estudios» y «Estatus» elija una opción de la lista.",
    "No use fórmulas: se rechazan. Los teléfonos se escriben como texto.",
    "La fotografía, el cuestionario de identidad y los consentimientos no se capturan aquí.",
    "En «Archivo de la fotografía» puede escribir el nombre del archivo de cada una, por ejemplo \
     ocampo.jpg, para subirlas después juntas en un ZIP. Ahí una celda vacía no borra nada: se conserva el \
     nombre guardado.",
    "Al subir el archivo primero se revisa, sin guardar nada. Solo se guarda completo y cuando no \
     tiene errores.",
    "Use una plantilla reciente: lo que se capturó en el sistema después de descargarla no se \
     reemplaza. Después de guardar, descárguela de nuevo para seguir.",
];

/// Writes the sheet of instructions.
///
/// # Errors
/// Never in practice.
pub fn write(sheet: &mut Worksheet, limits: &Limits) -> Result<(), XlsxError> {
    let title = Format::new().set_bold();
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_name("Instrucciones")?;
    sheet.set_column_width(0, 45)?.set_column_width(1, 90)?;
    let mut row = 0_u32;
    for line in INSTRUCTIONS {
        sheet.merge_range(row, 0, row, 1, line, &text)?;
        sheet.set_row_height(row, 32)?;
        row = row.saturating_add(1);
    }
    row = row.saturating_add(1);
    sheet.write_string_with_format(row, 0, "Columna", &title)?;
    sheet.write_string_with_format(row, 1, "Qué se pide", &title)?;
    for column in Column::all() {
        if let Column::Answer(field) = column {
            row = row.saturating_add(1);
            sheet.write_string_with_format(row, 0, field.label, &text)?;
            sheet.write_string_with_format(row, 1, asked(field, limits), &text)?;
        }
    }
    Ok(())
}

/// A short name of a field.
pub const fn short(field: &FieldSpec) -> &'static str {
    if field.section.is_text() {
        field.section.short_label()
    } else {
        field.label
    }
}

/// What a field asks for, with its limits in this election.
pub fn asked(field: &FieldSpec, limits: &Limits) -> String {
    let several = |what: &str| {
        let most = limits.contact_items_max;
        format!("Hasta {most} {what}, separados con salto de línea o punto y coma.")
    };
    let how = match field.kind {
        FieldKind::LongText => length(field, limits),
        FieldKind::Url => format!("Hasta {} caracteres.", limits.url_max),
        FieldKind::Emails => several("correos"),
        FieldKind::Phones => several(&format!("teléfonos de {} dígitos", limits.phone_digits)),
        FieldKind::Addresses => several("domicilios"),
        FieldKind::Lines => format!(
            "Hasta {} cursos de hasta {} caracteres, separados con salto de línea o punto y coma.",
            limits.courses_max_items, limits.course_max
        ),
        FieldKind::Catalogue(_) => "Elija una opción de la lista.".to_owned(),
        _ => String::new(),
    };
    let help = field.help.trim_end_matches('.');
    let dot = if help.is_empty() { "" } else { ". " };
    format!("{help}{dot}{how} O escriba: {}", cells::declined())
}

fn length(field: &FieldSpec, limits: &Limits) -> String {
    let (min, max) = limits.text_range(field.section).unwrap_or_default();
    let how = match limits.counting {
        CountingMode::Total => "",
        CountingMode::WithoutSpaces => ", sin contar espacios",
    };
    format!("Entre {min} y {max} caracteres{how}.")
}
