//! The capture desk and the sections of the questionnaires.

use super::{count, words};

words! {
    /// The capture desk.
    Capture {
        mine = "Mis candidaturas";
        offline = "Sin conexión";
        offline_text = "Puede seguir escribiendo en estas secciones, que están en este equipo. Lo que no ha llegado al servidor se guarda aquí hasta que haya conexión.";
        offline_nothing = "En este equipo no hay ninguna sección abierta antes. Vuelva a intentarlo cuando haya conexión.";
        unsent = "Sin enviar";
        unsent_here = "Cambios sin enviar en este equipo";
        unsent_here_text = "Lo que escribió en estas secciones no ha llegado al servidor. Ábralas y guárdelas:";
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
        zone = ", hora del centro de México.";
        any_order = "Puede llenar las secciones en cualquier orden; cada una se guarda por separado.";
        observed_lead = "Corrija o responda las secciones observadas y vuelva a enviar. Las demás no se modifican.";
        sent_next = "La Unidad de Transparencia la revisa. Lo que decida se le dirá en";
        public_profile = "Ver su perfil público";
        correction_how = "Si hay algo que corregir, solicítelo a la Unidad de Transparencia; no se hace desde estas páginas.";
        consent_first = "Falta el consentimiento para el tratamiento de datos";
        consent_first_text = "La captura se abre cuando la candidatura acepta el Aviso de Privacidad.";
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
        fact_action = "Acción afirmativa de postulación";
        curricular = "Cuestionario curricular";
        identity = "Cuestionario de identidad";
        read_only = "Solo lectura";
        send = "Enviar";
        check_and_send = "Revise sus respuestas y envíe";
        can_send = "Lista para enviar";
        not_yet = "Todavía no";
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
        to_complete = "Falta completar:";
        to_attend = "Falta corregir o responder:";
        send_now = "Enviar a revisión";
        send_hint = "Después de enviar no podrá cambiar nada, salvo que la Unidad de Transparencia haga observaciones.";
        sent = "La candidatura se envió a revisión.";
        @functions
        fn percent(n: u8) = format!("{n} % completo");
        fn observed(sections: &str) = format!("Observado: {sections}.");
        fn missing(sections: &str) = format!("Falta: {sections}.");
        fn answer_before(at: &str) = format!("Responda antes de que termine el {at}.");
        fn capture_before(at: &str) = format!("Se puede capturar hasta el {at}.");
        fn days_left(n: i64) = if n == 1 { "día restante".into() } else { "días restantes".into() };
        fn of_days(n: i64) = if n == 1 { "de 1 natural".into() } else { format!("de {n} naturales") };
        fn passed(n: i64, total: i64) = format!("Han pasado {n} de {total} días");
        fn observed_because(ground: &str) = format!("Observada: {ground}");
        fn notice_version(version: &str) = format!("Versión {version} del Aviso de Privacidad.");
        fn if_revoked(change: &str) = format!("Si se revoca: {change}");
        fn ask_revoke(what: &str, change: &str) = format!("¿Revocar la autorización «{what}»? Si se revoca: {change}");
        fn no_way_back(state: &str) = format!("No se puede deshacer: la candidatura está en estado «{state}» y solo se puede volver a autorizar mientras se captura o se atienden observaciones.");
        fn cannot_grant(state: &str) = format!("No se puede autorizar: la candidatura está en estado «{state}» y solo se autoriza mientras se captura o se atienden observaciones.");
        fn cannot_revoke(state: &str) = format!("Ya no se puede revocar: la candidatura está en estado «{state}».");
        fn consent_given(what: &str) = format!("Se registró la autorización: {what}.");
        fn consent_revoked(what: &str) = format!("Se revocó la autorización: {what}.");
        fn unanswered(n: usize) = count(n, "pregunta sin contestar", "preguntas sin contestar");
        fn to_check(n: usize) = format!("{} (no impide enviar).", count(n, "respuesta que conviene revisar", "respuestas que conviene revisar"));
    }
}

words! {
    /// The sections of the questionnaires.
    Sections {
        nothing = "Sin captura";
        not_applicable = "No aplica";
        no_photo = "No proporcionó fotografía";
        photo_alt = "Fotografía de la candidatura";
        preview_alt = "Vista previa de la imagen elegida";
        identity_folio = "Cuestionario de identidad · 19 preguntas";
        aside = "Plazo y ayuda";
        prohibited = "Qué no debe contener";
        save_and_go_on = "Guardar y continuar";
        back_to_list = "Volver a la lista";
        unsaved = "Cambios sin guardar";
        kept_here = "Guardado en este equipo.";
        not_kept = "No cierre esta página: lo que escribió todavía no está guardado.";
        no_network = "Sin conexión.";
        sign_in_to_send = "Inicie sesión para enviarlo al servidor.";
        recovered = "Se recuperó lo que había escrito en este equipo";
        keep_recovered = "Guardar lo recuperado";
        discard_late = "Borrarlo de este equipo";
        late = "En este equipo quedó algo que no llegó a tiempo";
        late_text = "La sección ya no se puede modificar. Esto es lo que se escribió y no se guardó en el servidor:";
        not_saved_errors = "No se guardó: corrija lo señalado arriba.";
        not_saved_newer = "No se guardó: hay una versión más reciente. Elija arriba con cuál quedarse.";
        still_missing = "Se puede guardar así; para estar completa falta:";
        doubtful = "Conviene revisar (no impide enviar):";
        declined_text = "Al marcar «No proporcionó» se borra el texto escrito en esta sección. ¿Quiere borrarlo?";
        declined_photo = "Al marcar «No proporcionó fotografía» se quita la que está guardada. ¿Quiere quitarla?";
        declined_hint = "Se publicará «No proporcionó». Puede cambiarlo mientras la sección esté abierta.";
        contact_lead = "Capture al menos uno, o indique en todos que no se proporciona. Se publican tal como los escriba.";
        website_hint = "La dirección completa, por ejemplo: https://nombre.example";
        email_hint = "No es el correo para avisos del Instituto, que no se publica.";
        photo_rules = "Reglas";
        file = "Archivo de la fotografía";
        file_type = "Archivo de la fotografía: elija una imagen JPEG, PNG o WebP.";
        drop_hint = "También puede arrastrar el archivo hasta aquí.";
        no_photo_choice = "No proporcionó fotografía";
        no_photo_hint = "Se publicará un recuadro neutral con ese texto. El motivo no se publica.";
        who_sees = "Quién ve estas respuestas";
        who_sees_text = "Son datos personales sensibles y se guardan cifrados. Solo la cuenta que las capturó puede volver a leerlas; las demás, incluso las de su actor político, solo ven si el cuestionario está completo. Los ingresos y su fuente nunca se publican.";
        badges_no = "No se ha autorizado publicar: ninguna se muestra.";
        statistics_yes = "Se autorizó su uso estadístico: cuentan en los totales, sin nombre y nunca en grupos pequeños.";
        statistics_no = "No se ha autorizado su uso estadístico: no cuentan en los totales.";
        withheld = "Otra cuenta capturó estas respuestas";
        withheld_text = "No se muestran aquí. Si guarda el cuestionario, lo que escriba las sustituye.";
        observation = "Observación de la Unidad de Transparencia";
        observation_how = "Corrija la sección y guárdela, o responda sin cambiarla. Después envíe otra vez.";
        answer_without_change = "Responder sin cambiar la sección";
        answer = "Respuesta";
        answer_hint = "De 10 a 1,000 caracteres. La leerá la Unidad de Transparencia.";
        answer_kept = "Guardado en este equipo. Para enviarlo, presione «Guardar respuesta».";
        answer_unsaved = "No cierre esta página antes de presionar «Guardar respuesta»: lo que escribió todavía no está guardado.";
        answer_left = "Quedó una respuesta sin enviar";
        answer_left_text = "Ya no se puede enviar: la sección se corrigió, o el plazo terminó. Cópiela si la necesita y después bórrela. Esto es lo que se escribió:";
        discard_answer = "Borrar esta respuesta";
        send_answer = "Guardar respuesta";
        answer_sent = "La respuesta se guardó.";
        conflict = "Otra persona, u otra ventana suya, guardó esta sección mientras usted escribía";
        version_stored = "Guardada en el servidor";
        version_mine = "Escrita aquí, sin guardar";
        keep_mine = "Conservar la escrita aquí";
        use_stored = "Usar la guardada";
        save_chosen = "Guardar lo elegido";
        keep_all_mine = "Conservar todo lo escrito aquí";
        use_all_stored = "Usar todo lo guardado";
        @functions
        fn saved_at(time: &str) = format!("Guardado en el servidor a las {time}");
        fn unsent_sections(first: &str) = format!("{first}: hay cambios en este equipo que no han llegado al servidor. Abra la sección y guárdelos.");
        fn lost(section: &str) = format!("{section}: lo último que escribió no se pudo guardar. Revise la sección.");
        fn correct_to_send(first: &str) = format!("Para guardarlo en el servidor, corrija: {first}");
        fn recovered_text(when: &str) = format!("Es del {when} y no había llegado al servidor. Siga escribiendo o elija.");
        fn answer_recovered(when: &str) = format!("Se recuperó lo que había escrito en este equipo. Es del {when} y no se ha enviado.");
        fn saved_section(name: &str, time: &str) = format!("{name}: guardado en el servidor a las {time}.");
        fn saved_incomplete(name: &str, time: &str, first: &str, more: usize) = format!(
            "{name}: guardado en el servidor a las {time}; para estar completa falta: {first}{}.",
            if more == 0 { String::new() } else { format!(" (y {more} más)") }
        );
        fn folio(at: usize, of: usize) = format!("Sección {at} de {of} · Cuestionario curricular");
        fn time_left(days: i64, end: &str) = format!(
            "{} Termina el {end}.",
            if days == 1 { "Queda 1 día.".to_owned() } else { format!("Quedan {days} días.") }
        );
        fn phone_hint(digits: u32) = format!("A {digits} dígitos.");
        fn courses_hint(max: u32) = format!("Uno por registro, de hasta {max} caracteres. Es opcional.");
        fn file_hint(megabytes: u8) = format!("JPEG, PNG o WebP de hasta {megabytes} MB.");
        fn file_size(megabytes: u8) = format!("Archivo de la fotografía: pesa más de {megabytes} MB; elija uno más ligero.");
        fn file_ready(name: &str) = format!("{name}: lista, sin enviar todavía. Se envía al guardar.");
        fn badges_yes(badges: &str) = format!("Se autorizó publicar: lo que se conteste con «Sí» sobre ser {badges} se muestra como distintivo, y la Unidad de Transparencia lo revisa.");
        fn which(option: &str) = format!("{option}: ¿cuál?");
        fn other_text(question: u8, option: &str) = format!("Pregunta {question}, {option}: especifique");
        fn your_answer(text: &str) = format!("Su respuesta: {text}");
        fn undecided(labels: &str) = format!("Falta elegir una versión de: {labels}.");
        fn conflict_text(who: &str, when: &str) = format!(
            "{}Compare los campos que difieren y elija. Nada se pierde hasta que decida.",
            if who.is_empty() { String::new() } else { format!("La guardó {who} a las {when}. ") }
        );
    }
}
