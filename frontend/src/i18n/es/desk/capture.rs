//! The capture desk: candidacies, consents, receipts, capture by sheet.

use super::count;
use crate::i18n::macros::words;
use crate::i18n::numbers::number;

words! {
    Capture {
        mine = "Mis candidaturas";
        offline = "Sin conexión";
        offline_text = "Puede seguir escribiendo en estas secciones, que están en este equipo. Lo que no ha llegado al servidor se guarda aquí hasta que haya conexión.";
        offline_nothing = "En este equipo no hay ninguna sección abierta antes. Vuelva a intentarlo cuando haya conexión.";
        offline_band = "No hay conexión con el servidor. Puede seguir escribiendo en las secciones que ya abrió en este equipo; podrá enviarlo cuando vuelva la conexión.";
        offline_band_staff = "No hay conexión con el servidor. Lo que guarde o decida no llegará hasta que vuelva.";
        back_online = "Volvió la conexión. No hay nada pendiente de enviar.";
        back_with_unsent = "Volvió la conexión. Hay cambios sin enviar en este equipo:";
        back_with_unsent_text = "Si alguno necesita una corrección, o si alguien guardó otra versión, se queda aquí hasta que abra la sección y decida.";
        send_kept = "Enviar ahora";
        send_kept_again = "Intentar de nuevo";
        stayed_title = "Lo siguiente no se envió y se queda en este equipo";
        stayed_text = "Abra cada sección: ahí puede corregir o elegir. Nada se pierde mientras tanto.";
        sent_now(names: &str) = format!("Se envió: {names}.");
        stayed_wrong(n: usize) = format!("tiene {}.", count(n, "campo por corregir", "campos por corregir"));
        stayed_newer = "hay una versión más reciente en el servidor; elija con cuál quedarse.";
        stayed_answer = "es la respuesta a una observación; ábrala y presione «Guardar respuesta».";
        kept_tab = "No indicó que este equipo sea suyo: todo esto se borra al cerrar esta pestaña o la sesión.";
        all_sent(time: &str) = format!("Volvió la conexión. Todo lo que escribió ya está en el servidor; lo último se envió a las {time}.");
        kept_days(days: i64) = format!("Se conserva en este equipo hasta {days} días, o hasta que cierre la sesión.");
        unsent = "Sin enviar";
        to_answer = "Observaciones por atender";
        everyone = "Todas";
        search = "Nombre o territorio";
        state = "Estado";
        any_state = "Todos";
        none_found = "Ninguna candidatura coincide.";
        attend = "Atender";
        begin = "Empezar";
        go_on = "Continuar";
        see = "Ver";
        accept_to_begin = "Acepte el aviso de privacidad para empezar.";
        ready_to_send = "Todo está completo; falta enviarla.";
        period = "Periodo de captura";
        period_not_started = "Comienza cuando se acepta el acuse de recibo de la cuenta.";
        period_warning = "Después ya no podrá guardar cambios.";
        period_over = "El periodo terminó; lo capturado se conserva.";
        deadlines = "Plazos";
        answer_period = "Plazo para responder";
        answer_warning = "Corrija o responda y vuelva a enviar antes; lo observado que no se reenvíe no se publica.";
        correction_period = "Plazo para corregir";
        no_deadline = "Ahora no corre ningún plazo para usted.";
        ends = "Termina el";
        any_order = "Puede llenar las secciones en cualquier orden; cada una se guarda por separado.";
        observed_lead = "Corrija o responda las secciones observadas y vuelva a enviar. Las demás no se modifican.";
        sent_next = "La Unidad de Transparencia la revisa. Lo que decida se le dirá en";
        approved_next = "La Unidad de Transparencia la aprobó. Mientras no se publique, nadie más la ve y no puede cambiarse; después podrá solicitar correcciones.";
        public_profile = "Ver su perfil público";
        consent_first = "Falta el consentimiento para el tratamiento de datos";
        consent_first_text = "La candidatura no sigue adelante mientras no acepte el Aviso de Privacidad.";
        to_consents = "Ir a los consentimientos";
        before = "Antes de empezar";
        consents_task = "Aviso de privacidad y consentimientos";
        consents_hint = "Tres, independientes; se pueden revocar en cualquier momento.";
        accepted = "Aceptado";
        pending = "Pendiente";
        registration = "Datos de registro";
        registration_hint = "Los carga el Instituto; aquí no se modifican.";
        fact_name = "Nombre";
        fact_nickname = "Sobrenombre";
        fact_age = "Edad el día de la jornada";
        fact_sex = "Sexo";
        fact_office = "Cargo";
        fact_territory = "Territorio";
        fact_position = "Número de lista o fórmula";
        fact_role = "Calidad";
        takes_place_of = "Sustituye a";
        place_taken_by = "La sustituye";
        fact_action = "Acción afirmativa de postulación";
        curricular = "Cuestionario curricular";
        identity = "Cuestionario de identidad";
        read_only = "Solo lectura";
        send = "Enviar";
        check_and_send = "Revise sus respuestas y envíe";
        can_send = "Lista para enviar";
        not_yet = "Todavía no";
        stopped = "Detenida: se revocó el consentimiento para el tratamiento de datos";
        stopped_short = "Detenida: se revocó el consentimiento para el tratamiento de datos. No corre ningún plazo.";
        observed_sections = "Secciones observadas";
        consents = "Consentimientos";
        consents_page = "Aviso de privacidad y consentimientos";
        consents_lead = "Cada autorización es independiente: puede dar una y no las otras, y revocarla en cualquier momento hasta el cierre. Queda registrado quién, cuándo y sobre qué versión del aviso.";
        notice = "Aviso de Privacidad";
        notice_first = "Léalo antes de autorizar. Dice qué datos se recaban, para qué se usan, cuáles nunca se publican y cómo cambiar de opinión.";
        notice_here = "Leer aquí el aviso completo";
        notice_page = "Abrir el aviso en otra pestaña, para imprimirlo o guardar su dirección";
        back_to_sections = "Ir a las secciones";
        granted = "Autorizado";
        not_granted = "No autorizado";
        grant = "Autorizar";
        revoke = "Revocar";
        check = "Revise sus respuestas antes de enviar";
        preview = "Vista previa del perfil público";
        preview_crumb = "Vista previa";
        preview_text = "Así verá la ciudadanía la candidatura si la Unidad de Transparencia aprueba lo que está guardado ahora. Todavía no se publica nada.";
        preview_approved = "Así verá la ciudadanía la candidatura cuando se publique. La Unidad de Transparencia ya la aprobó.";
        preview_published = "Así se vería lo que está guardado ahora. Lo publicado no cambia hasta que la Unidad de Transparencia apruebe una corrección.";
        preview_ended(state: &str) = format!("Así quedó lo que está guardado. La candidatura está en estado «{state}»: ya no se revisa ni se publica nada nuevo.");
        preview_blocked = "Las respuestas de identidad están bloqueadas: aquí no se muestran.";
        preview_identity = "Otra cuenta capturó el cuestionario de identidad: si autorizó publicar respuestas, aquí no se muestran.";
        see_preview = "Ver cómo lo verá la ciudadanía";
        check_crumb = "Revise sus respuestas";
        is_published = "Se publica";
        not_published = "No se publica sin consentimiento";
        published_by_consent = "Se autorizó publicar distintivos";
        change = "Cambiar";
        all_answered = "Todas las preguntas están contestadas.";
        declare = "Declaro que la información es responsabilidad de la candidatura y del actor político que la postula.";
        declare_missing = "Marque la declaración para enviar.";
        cannot_send = "Todavía no se puede enviar";
        cannot_send_see = "Todavía no se puede enviar. Al presionar el botón se muestra qué falta, arriba en esta página.";
        go_send = "Ir al envío, al final de esta página";
        why_observed = "falta corregirla o responder la observación.";
        why_nothing = "todavía no tiene nada capturado.";
        why_unsent = "hay cambios en este equipo que no han llegado al servidor; ábrala y guárdelos.";
        send_now = "Enviar a revisión";
        send_hint = "Después de enviar no podrá cambiar nada, salvo que la Unidad de Transparencia haga observaciones.";
        sent = "La candidatura se envió a revisión.";
        percent(n: u8) = format!("{n} % completo");
        observed(sections: &str) = format!("Observado: {sections}.");
        missing(sections: &str) = format!("Falta: {sections}.");
        answer_before(at: &str) = format!("Responda antes de que termine el {at}.");
        capture_before(at: &str) = format!("Se puede capturar hasta el {at}.");
        days_left(n: i64) = if n == 1 { "día restante".into() } else { "días restantes".into() };
        of_days(n: i64) = if n == 1 { "de 1 natural".into() } else { format!("de {n} naturales") };
        hours_left(n: i64) = if n == 1 { "hora restante".into() } else { "horas restantes".into() };
        of_hours(n: i64) = if n == 1 { "de 1".into() } else { format!("de {n}") };
        hours_passed(n: i64, total: i64) = format!("Han pasado {n} de {total} horas");
        period_begins(at: &str) = format!("Comienza el {at}.");
        publishes(at: Option<&str>) = at.map_or_else(
            || "No se publica todavía: falta un consentimiento.".into(),
            |at| format!("Se publicará el {at}."),
        );
        own_hour(hour: &str) = format!(" En el reloj de esta computadora: {hour}.");
        passed(n: i64, total: i64) = format!("Han pasado {n} de {total} días");
        observed_because(ground: &str) = format!("Observada: {ground}");
        notice_version(version: &str) = format!("Versión {version} del Aviso de Privacidad.");
        if_revoked(change: &str) = format!("Si se revoca: {change}");
        ask_revoke(what: &str, change: &str) = format!("¿Revocar la autorización «{what}»? Si se revoca: {change}");
        no_way_back(state: &str) = format!("No se puede deshacer: la candidatura está en estado «{state}» y solo se puede volver a autorizar mientras se captura o se atienden observaciones.");
        cannot_grant(state: &str) = format!("No se puede autorizar: la candidatura está en estado «{state}» y solo se autoriza mientras se captura o se atienden observaciones.");
        cannot_revoke(state: &str) = format!("Ya no se puede revocar: la candidatura está en estado «{state}».");
        consent_given(what: &str) = format!("Se registró la autorización: {what}.");
        consent_revoked(what: &str) = format!("Se revocó la autorización: {what}.");
        unanswered(n: usize) = count(n, "pregunta sin contestar", "preguntas sin contestar");
        to_check(n: usize) = format!("{} (no impide enviar).", count(n, "respuesta que conviene revisar", "respuestas que conviene revisar"));
    }
}

words! {
    /// Finding one's way among many candidacies.
    Finding {
        pending = "Pendiente";
        pending_any = "Todas";
        pending_missing = "Con secciones faltantes";
        pending_observed = "Con observaciones";
        pending_section = "Falta una sección";
        none = "Su actor político todavía no tiene candidaturas registradas.";
        unfinished = "Por terminar y enviar";
        correcting = "Correcciones por enviar";
        rest = "Las demás";
        answered = "Todo está atendido; falta reenviarla.";
        totals = "Resumen";
        shown(shown: usize, all: usize) = if shown == all {
            count(all, "candidatura", "candidaturas")
        } else {
            format!("Se muestran {shown} de {}", count(all, "candidatura", "candidaturas"))
        };
        section(name: &str, n: usize) = format!("{name} ({n})");
        complete(n: usize, all: usize) = format!("{n} de {all} con todo completo");
        total_percent(n: u8) = format!("{n} % de todas las secciones está completo");
    }
}

words! {
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
        saving(sections: u32) = format!("Guardando {sections} secciones en un solo paso…");
        row(row: u32) = format!("Fila {row}");
        found(read: usize, sections: usize, rows: usize) = format!(
            "Filas leídas: {read}. Con cambios: {}, de {}.",
            count(sections, "sección", "secciones"),
            count(rows, "candidatura", "candidaturas")
        );
        changed(row: u32, name: &str, sections: &str) = format!("Fila {row}, {name}: {sections}.");
        deleted(row: u32, name: &str, fields: &str) = format!(
            "Fila {row}, {name}. Borra lo capturado en: {fields}."
        );
        errors(n: usize) = format!("{} por corregir.", count(n, "error", "errores"));
        save(sections: usize) = format!("Guardar {}", count(sections, "sección", "secciones"));
        saved(sections: usize, rows: usize) = format!(
            "Guardado en el servidor: {} de {}.",
            count(sections, "sección", "secciones"),
            count(rows, "candidatura", "candidaturas")
        );
    }
}

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
        signed_required = "En esta elección se requiere: sin una copia firmada la candidatura no se publica.";
        signed_optional = "En esta elección no se requiere para publicar; puede entregarla si la tiene.";
        needed_to_publish = "Esta elección lo requiere: sin una copia no se puede publicar.";
        not_needed_to_publish = "Esta elección no lo requiere para publicar.";
        send = "Entregar copia firmada";
        sending = "Entregando…";
        sent = "La copia firmada se entregó.";
        no_more_copies = "La candidatura terminó: ya no se entregan copias.";
        none_delivered = "Todavía no se ha entregado ninguna copia.";
        copies = "Consentimiento firmado";
        save_copy = "Descargar copia firmada";
        no_copy = "Sin copia firmada";
        copy_hint = "Cada descarga queda en la bitácora.";
        signed_required_until(until: &str) = format!("En esta elección se requiere: sin una copia firmada la candidatura no se publica. Entréguela a más tardar cuando termine su periodo de captura, el {until}; después todavía se recibe, pero la publicación espera.");
        verify(code: &str) = format!("Código {code} (página de verificación)");
        file_hint(megabytes: u8) = format!("PDF, JPG o PNG de hasta {megabytes} MB.");
        file_size(megabytes: u8) = format!("Formato firmado: pesa más de {megabytes} MB; elija uno más ligero.");
        delivered(n: u32, when: &str) = format!("Copia {n}, entregada el {when}");
        kind_and_size(kind: &str, kilobytes: u32) = format!("Archivo {kind} de {} kB", number(kilobytes));
    }
}
