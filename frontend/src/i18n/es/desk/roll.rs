//! Candidacies from a file.

use conoceles_shared::api::Length;

use super::{count, range};
use crate::i18n::macros::words;
use crate::i18n::numbers::number;

words! {
    Roll {
        open = "Cargar un archivo";
        title = "Cargar candidaturas por archivo";
        title_of(name: &str) = format!("Cargar candidaturas por archivo: {name}");
        lead = "Para registrar todas las candidaturas con el archivo de un sistema de registro. Primero se revisa completo y se dice qué corregir; solo se guarda si nada falla, y entonces todo a la vez.";
        file_step = "1. Elija el archivo";
        file = "Archivo de candidaturas";
        file_hint = "XLSX o CSV, con una candidatura por renglón y encabezados arriba. Hasta 16 MB y 20,000 renglones.";
        file_missing = "Archivo de candidaturas: elija el archivo.";
        file_changed = "Archivo de candidaturas: el archivo cambió o no se puede leer; elíjalo otra vez.";
        check = "Revisar el archivo";
        chosen(name: &str) = format!("Archivo revisado: {name}.");
        sheet(name: &str) = format!("Hoja «{name}».");
        sending = "Se envía el archivo…";
        stage(stage: &str) = format!("{stage}…");
        stage_rows(stage: &str, done: u32, total: u32) = format!("{stage}: {} de {} renglones…", number(done), number(total));
        columns_step = "2. Columnas del archivo";
        columns_lead = "Qué contiene cada columna se reconoce por su encabezado. Lo que usted cambie se guarda para esta elección y sirve para los archivos siguientes.";
        columns_open = "Ver y cambiar qué contiene cada columna";
        columns_missing = "Falta decir qué columnas del archivo son las que se necesitan.";
        col_heading = "Encabezado";
        col_holds = "Qué contiene";
        col_source = "Cómo se sabe";
        heading_at(letter: &str, heading: &str) = format!("Columna {letter}: {heading}");
        no_heading = "sin encabezado";
        not_read = "No se lee";
        keep = "Guardar las columnas y revisar de nuevo";
        kept = "Columnas guardadas.";
        stale = "Otra persona guardó las columnas mientras usted las cambiaba. Abajo está lo que se guardó; lo que usted había elegido distinto:";
        stale_same = "Otra persona guardó las columnas mientras usted las cambiaba. Abajo está lo que se guardó: revíselo y guarde otra vez si falta algo.";
        stale_row(heading: &str, theirs: &str, yours: &str) = format!("«{heading}»: se guardó «{theirs}» y usted eligió «{yours}».");
        result = "3. Resultado de la revisión";
        count_rows = "Candidaturas en el archivo";
        count_added = "Se registrarían";
        count_changed = "Cambiarían";
        count_unchanged = "Sin cambios";
        count_missing = "Registradas que no están en el archivo";
        errors(n: u32) = format!("{} por corregir.", count(n, "error", "errores"));
        nothing_saved = "No se guardó nada. Corrija el archivo y súbalo otra vez.";
        only_first(shown: usize, all: u32) = format!("Se muestran {shown} de {}.", number(all));
        all_issues = "Descargar todos los hallazgos (CSV)";
        errors_caption = "Errores por celda";
        remarks_caption = "Conviene revisar (no impide guardar)";
        added_caption = "Candidaturas que se registrarían";
        changed_caption = "Registros que cambiarían";
        missing_caption = "Candidaturas registradas que no están en el archivo";
        missing_text = "Se quedan como están: el archivo no cancela ni borra ninguna.";
        col_row = "Renglón";
        row_at(row: u32) = format!("Renglón {row}");
        col_name = "Nombre";
        col_place = "Cargo, territorio, calidad y actor político";
        col_changes = "Qué cambia";
        difference(label: &str, before: &str, after: &str) = format!("{label}: de «{before}» a «{after}»");
        private_difference(label: &str) = format!("{label}: cambia (dato privado, no se muestra)");
        nothing = "sin dato";
        nothing_to_save = "El archivo dice lo mismo que lo registrado: no hay nada que guardar.";
        save_step = "4. Guardar";
        reference = "Documento que sustenta los cambios";
        reference_hint(length: Length) = format!("El archivo cambia registros que ya existen. De {} caracteres, por ejemplo «Oficio IEEM/DPP/123/2029»; se avisa con él a cada actor político.", range(length));
        save(added: u32, changed: u32) = match (added, changed) {
            (added, 0) => format!("Registrar {}", count(added, "candidatura", "candidaturas")),
            (0, changed) => format!("Cambiar {}", count(changed, "registro", "registros")),
            (added, changed) => format!("Registrar {} y cambiar {}", count(added, "candidatura", "candidaturas"), count(changed, "registro", "registros")),
        };
        saved(added: u32, changed: u32) = format!("Guardado: {} y {}.", count(added, "candidatura registrada", "candidaturas registradas"), count(changed, "registro cambiado", "registros cambiados"));
        saved_next = "Ver las candidaturas de la elección";
    }
}
