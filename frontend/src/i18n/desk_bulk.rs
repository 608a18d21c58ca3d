//! Capture by sheet.

use super::{count, words};

words! {
    /// Capture by sheet.
    Bulk {
        title = "Captura por hoja de cálculo";
        lead = "Para llenar el cuestionario curricular de muchas candidaturas a la vez. Descargue la plantilla, llénela y súbala: primero se revisa toda y se dice qué corregir; solo se guarda si nada falla.";
        open = "Capturar por hoja de cálculo";
        template = "1. Descargue la plantilla";
        template_text = "Trae una fila por candidatura y lo que ya está guardado. La fotografía y el cuestionario de identidad se capturan aparte.";
        template_xlsx = "Plantilla de Excel (XLSX)";
        template_csv = "Plantilla en CSV";
        upload = "2. Suba la hoja llena";
        file = "Hoja de cálculo";
        file_hint = "XLSX o CSV con las columnas de la plantilla, en cualquier orden.";
        file_missing = "Hoja de cálculo: elija el archivo.";
        file_changed = "Hoja de cálculo: el archivo cambió o no se puede leer; elíjalo otra vez.";
        check = "Revisar la hoja";
        result = "3. Resultado de la revisión";
        nothing_saved = "No se guardó nada. Corrija la hoja y súbala otra vez.";
        annotated = "Descargar una copia con los errores señalados";
        saved_next = "Para seguir por hoja de cálculo, descargue la plantilla de nuevo: la que usó ya no corresponde a lo guardado.";
        errors_caption = "Errores por celda";
        remarks_caption = "Conviene revisar (no impide guardar)";
        changed_caption = "Qué se guardaría";
        deleted_caption = "Se borrarían respuestas";
        deleted_text = "Su celda está vacía en la hoja. Si no quiere borrarlas, descargue la plantilla de nuevo, que las trae.";
        col_cell = "Celda";
        col_field = "Columna";
        col_detail = "Qué pasa";
        whole_file = "Archivo";
        fetching = "Preparando el archivo…";
        checking = "Revisando la hoja…";
        under_way = "En curso";
        @functions
        fn saving(sections: u32) = format!("Guardando {sections} secciones en un solo paso…");
        fn row(row: u32) = format!("Fila {row}");
        fn found(read: usize, sections: usize, rows: usize) = format!(
            "Filas leídas: {read}. Con cambios: {}, de {}.",
            count(sections, "sección", "secciones"),
            count(rows, "candidatura", "candidaturas")
        );
        fn changed(row: u32, name: &str, sections: &str) = format!("Fila {row}, {name}: {sections}.");
        fn deleted(row: u32, name: &str, fields: &str) = format!(
            "Fila {row}, {name}. Borra lo capturado en: {fields}."
        );
        fn errors(n: usize) = format!("{} por corregir.", count(n, "error", "errores"));
        fn save(sections: usize) = format!("Guardar {}", count(sections, "sección", "secciones"));
        fn saved(sections: usize, rows: usize) = format!(
            "Guardado en el servidor: {} de {}.",
            count(sections, "sección", "secciones"),
            count(rows, "candidatura", "candidaturas")
        );
    }
}
