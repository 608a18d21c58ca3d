//! Receipts, and the signed consent form.

use super::words;
use crate::i18n::number;

words! {
    /// Receipts, and the signed consent form.
    Receipts {
        title = "Acuses";
        hint = "Cada envío tiene el suyo, con fecha, hora y huellas de lo recibido. Cualquiera puede verificarlo con su código, sin ver datos personales.";
        download = "Descargar acuse en PDF";
        of_account = "Acuse de recibo de la cuenta";
        signed = "Consentimiento expreso firmado";
        signed_text = "Descargue el formato con los datos de la candidatura, imprímalo, recabe la firma y entregue aquí una copia. Se guarda cifrada y solo la consulta la Unidad de Transparencia.";
        form = "Descargar el formato en PDF";
        file = "Formato firmado";
        file_missing = "Formato firmado: elija el archivo.";
        file_changed = "Formato firmado: el archivo cambió o no se puede leer; elíjalo otra vez.";
        send = "Entregar copia firmada";
        sending = "Entregando…";
        sent = "La copia firmada se entregó.";
        none_delivered = "Todavía no se ha entregado ninguna copia.";
        copies = "Consentimiento firmado";
        save_copy = "Descargar copia firmada";
        no_copy = "Sin copia firmada";
        copy_hint = "Cada descarga queda en la bitácora.";
        @functions
        fn verify(code: &str) = format!("Código {code} (página de verificación)");
        fn file_hint(megabytes: u8) = format!("PDF, JPG o PNG de hasta {megabytes} MB.");
        fn file_size(megabytes: u8) = format!("Formato firmado: pesa más de {megabytes} MB; elija uno más ligero.");
        fn delivered(n: u32, when: &str) = format!("Copia {n}, entregada el {when}");
        fn kind_and_size(kind: &str, kilobytes: u32) = format!("Archivo {kind} de {} kB", number(kilobytes));
    }
}
