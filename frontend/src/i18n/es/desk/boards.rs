//! Boards and reports.

use crate::i18n::macros::words;

words! {
    /// Boards and reports.
    Boards {
        boards = "Tablero de avance";
        nav = "Tablero";
        lead = "Solo avance: ni respuestas ni datos personales.";
        choose = "Elecciones";
        no_elections = "Todavía no hay elecciones.";
        is_drill = "Simulacro";
        is_archive = "Archivo";
        open_board = "Ver tablero";
        wall = "Modo pared";
        leave_wall = "Salir del modo pared";
        wall_fresh(at: &str) = format!("Actualizado a las {at}. Se actualiza cada minuto.");
        wall_stale(at: &str) = format!("Sin conexión: estas cifras son de las {at}. Se intentará de nuevo en un minuto.");
        reports = "Informes";
        observations = "Observaciones";
        identity = "Estadística de identidad";
        evidence_hint = "El nombre de cada actor abre la evidencia de lo que le falta.";
        as_of(at: &str) = format!("Corte: {at}.");
        since(number: u32, at: &str) = format!("Cambio respecto del informe {number}, corte del {at}.");
        download_csv = "Descargar CSV";
        download_xlsx = "XLSX";
        download_pdf = "PDF";
        as_table = "Ver como tabla";
        total = "Total";
        published = "Publicadas";
        in_review = "En revisión o por publicarse";
        in_capture = "En captura o sin iniciar";
        sent_until = "Enviadas, acumulado";
        published_until = "Publicadas, acumulado";
        of_all(share: &str) = format!("de las registradas · {share}");
        soon = "actores a 3 días o menos de su término de captura";
        part_of(part: &str, whole: &str) = format!("{part} de {whole}");
        chart_of(title: &str, rows: &str) = format!("{title}. {rows}");
        row_published(name: &str, part: &str, whole: &str) = format!("{name}: {part} de {whole} publicadas");
        day_chart(first: &str, last: &str, sent: &str, published: &str) = format!("Envíos y publicaciones acumulados del {first} al {last}: {sent} enviadas y {published} publicadas");
        no_days = "Todavía no se ha enviado ninguna candidatura.";
        tiles = "Publicadas por distrito o municipio";
        tiles_hint = "Cada recuadro es un distrito o municipio; no es un mapa a escala. El porcentaje es de candidaturas publicadas.";
        no_rows = "Sin registros.";
        issued_lead = "Cada informe se elabora en su fecha de corte y se conserva como se emitió.";
        none_issued = "Todavía no se ha emitido ningún informe. El primero se elabora en la siguiente fecha de corte, después de entregada la primera cuenta.";
        read_report = "Leer";
        hash(sha256: &str) = format!("Huella SHA-256: {sha256}");
        technical = "Estado técnico";
        technical_lead = "Salud y versiones del sistema, sin contenido.";
        version = "Versión del programa";
        engine = "Base de datos";
        migration = "Última migración";
        started = "En marcha desde";
        last_sweep = "Último barrido de plazos";
        log_entries = "Asientos de la bitácora";
        review_queue = "Candidaturas y correcciones en espera de revisión o en ella, sin simulacros";
        mail_waiting = "Correos por enviar";
        mail_sent = "Correos enviados";
        mail_given_up = "Correos sin poder entregarse";
        last_report = "Último informe emitido";
        database_bytes = "Tamaño de la base de datos";
        objects = "Archivos guardados";
        object_bytes = "Tamaño de los archivos";
        last_backup = "Último respaldo";
        no_backup = "No hay ninguno registrado";
        never = "Ninguno";
        megabytes(bytes: u64) = format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10);
        warnings = "Advertencias";
        no_warnings = "Ninguna.";
    }
}
