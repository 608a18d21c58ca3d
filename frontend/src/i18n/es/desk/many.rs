//! Acts on many candidacies, on the desk of capture.

use super::count;
use crate::i18n::macros::words;

words! {
    Many {
        ways = "Para muchas candidaturas";
        consents = "Autorizar el tratamiento de datos de varias";
        consents_title = "Consentimiento de varias candidaturas";
        consents_lead = "Registre a la vez la autorización para el tratamiento de datos de las personas que ya se la dieron. Marque a cada una por su nombre. Cada candidatura conserva su propio registro, como si lo hiciera en su página.";
        consents_declare = "Declaro que cuento con la autorización de cada una de las personas marcadas, sobre el aviso de privacidad que aparece en esta página.";
        consents_declare_missing = "Marque la declaración para autorizar.";
        consents_do(n: usize) = format!("Autorizar en {}", count(n, "candidatura", "candidaturas"));
        consents_done(n: usize) = format!("Autorizadas: {n}.");
        consents_none = "Ninguna candidatura se puede marcar ahora.";
        consents_doing = "Autorizando";
        submissions = "Enviar varias a revisión";
        submissions_title = "Enviar varias candidaturas";
        submissions_lead = "Envíe a la vez las candidaturas que ya están completas. Antes, revise las respuestas de cada una: después de enviar no podrá cambiar nada, salvo que la Unidad de Transparencia haga observaciones. Cada candidatura tiene su propio acuse.";
        submissions_declare = "Declaro que la información de cada candidatura marcada es responsabilidad de la candidatura y del actor político que la postula.";
        submissions_declare_missing = "Marque la declaración para enviar.";
        submissions_do(n: usize) = format!("Enviar {} a revisión", count(n, "candidatura", "candidaturas"));
        submissions_done(n: usize) = format!("Enviadas: {n}.");
        submissions_none = "Ninguna candidatura se puede enviar ahora.";
        submissions_doing = "Enviando";
        which = "Qué candidaturas se muestran";
        ready(n: u32) = format!("Se pueden marcar ({n})");
        blocked(n: u32) = format!("Todavía no ({n})");
        list_ready = "Se pueden marcar";
        list_blocked = "Todavía no";
        none_blocked = "Ninguna.";
        whole_page = "Marcar todas las de esta página";
        pages = "Páginas de la lista";
        previous = "Página anterior";
        next = "Página siguiente";
        span(from: u32, to: u32, of: u32) = format!("{from} a {to} de {of}");
        open = "Abrir";
        unsent = "Hay cambios en este equipo que no han llegado al servidor: ábrala y guárdelos primero.";
        confirm = "Confirme";
        ticked(n: usize) = match n {
            0 => "No ha marcado ninguna.".to_owned(),
            n => format!("{}.", count(n, "candidatura marcada", "candidaturas marcadas")),
        };
        see_ticked = "Ver las marcadas";
        none_ticked = "Marque al menos una candidatura.";
        untick = "Quitar";
        progress(done: usize, of: usize) = format!("{done} de {of}");
        result = "Resultado";
        refused(n: usize) = format!("No se hizo en {}:", count(n, "candidatura", "candidaturas"));
        see_done = "Ver en cuáles se hizo";
        receipt(code: &str) = format!("Acuse {code}");
        somebody = "Una candidatura que su cuenta no puede consultar";
        stopped = "No se terminó. Lo que el resultado da por hecho ya quedó registrado; lo que no se intentó sigue marcado.";
    }
}

words! {
    ManyPhotos {
        open = "Subir fotografías de varias en un ZIP";
        title = "Fotografías de varias candidaturas";
        lead = "Reúna las fotografías en un archivo ZIP. Cada archivo se llama como lo dice la columna «Archivo de la fotografía» de la hoja de cálculo, o lleva por nombre el identificador de la candidatura. Primero se revisa de quién es cada una, sin guardar nada.";
        to_sheet = "Ir a la hoja de cálculo, para escribir los nombres de los archivos";
        upload = "1. Suba el ZIP";
        file = "Archivo ZIP";
        file_hint(megabytes: u8) = format!("De cualquier tamaño: se envía por partes. Cada fotografía, en JPEG, PNG o WebP; ninguna parte pasa de {megabytes} MB.");
        file_missing = "Archivo ZIP: elija el archivo.";
        file_changed = "El archivo cambió o no se puede leer; elíjalo otra vez.";
        unreadable = "No se puede leer la lista del ZIP, y es demasiado grande para enviarlo entero. Haga varios ZIP más pequeños.";
        look = "Revisar las fotografías";
        looking = "Revisando las partes del ZIP";
        found = "2. Resultado de la revisión";
        twice = "El ZIP tiene varias fotografías de esta candidatura: deje una sola.";
        refused(n: usize) = format!("Fotografías que no se pueden guardar: {n}");
        strays(n: usize) = format!("Archivos que no se usan: {n}");
        unchanged(n: usize) = format!("Fotografías que ya estaban guardadas y no se guardan otra vez: {n}.");
        nothing = "No hay ninguna fotografía por guardar.";
        free(n: usize) = format!("{} por guardar", count(n, "fotografía", "fotografías"));
        replaces = "Reemplaza la fotografía que tiene ahora.";
        without(n: usize) = format!("{} sin fotografía, tampoco en este ZIP", count(n, "candidatura", "candidaturas"));
        expected(file: &str) = format!("La hoja dice: {file}");
        save(n: usize) = format!("Guardar {}", count(n, "fotografía", "fotografías"));
        saving = "Guardando fotografías";
        done(n: usize) = format!("Fotografías guardadas: {n}.");
        sheet_file = "archivo de la fotografía";
        sheet_files(n: usize) = format!("{} de fotografía con cambios.", count(n, "nombre de archivo", "nombres de archivo"));
        sheet_save(n: usize) = format!("Guardar {}", count(n, "nombre de archivo", "nombres de archivo"));
        sheet_saved(n: usize) = format!("Guardado en el servidor: {}.", count(n, "nombre de archivo", "nombres de archivo"));
        stopped = "El guardado se detuvo. Lo que dice el resultado ya quedó guardado; revise el ZIP otra vez para lo demás.";
    }
}
