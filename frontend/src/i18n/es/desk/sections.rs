//! The sections of the questionnaires.

use conoceles_shared::api::Length;

use super::range;
use crate::i18n::macros::words;

words! {
    /// The sections of the questionnaires.
    Sections {
        nothing = "Sin captura";
        not_applicable = "No aplica";
        no_photo = "No proporcionó fotografía";
        photo_alt = "Fotografía de la candidatura";
        preview_alt = "Vista previa de la imagen elegida";
        identity_folio(questions: usize) = format!("Cuestionario de identidad · {questions} preguntas; según lo que conteste se muestran las que aplican, con su número oficial");
        aside = "Plazo y ayuda";
        prohibited = "Qué no debe contener";
        save_and_go_on = "Guardar y continuar";
        back_to_list = "Volver a la lista";
        unsaved = "Cambios sin guardar";
        kept_here = "Guardado en este equipo.";
        kept_in_tab = "Se borra si cierra esta pestaña.";
        not_kept = "No cierre esta página: lo que escribió todavía no está guardado.";
        no_network = "Sin conexión.";
        sign_in_to_send = "Inicie sesión para enviarlo al servidor.";
        recovered = "Se recuperó lo que había escrito en este equipo";
        keep_recovered = "Guardar lo recuperado";
        discard_late = "Borrarlo de este equipo";
        late = "En este equipo quedó algo que no llegó a tiempo";
        late_text = "La sección ya no se puede modificar. Esto es lo que se escribió y no se guardó en el servidor:";
        not_saved_errors = "Lo señalado arriba no se guardó: corríjalo.";
        not_saved_newer = "No se guardó: hay una versión más reciente. Elija arriba con cuál quedarse.";
        still_missing = "Se puede guardar así; para estar completa falta:";
        doubtful = "Conviene revisar (no impide enviar):";
        declined_text = "Al marcar «No proporcionó» se borra el texto escrito en esta sección. ¿Quiere borrarlo?";
        declined_photo = "Al marcar «No proporcionó fotografía» se quita la que está guardada. ¿Quiere quitarla?";
        declined_hint = "Se publicará «No proporcionó». Puede cambiarlo mientras la sección esté abierta.";
        contact_lead = "Capture al menos uno, o indique en todos que no se proporciona. Se publican; lo que falte de una dirección se completa al guardar.";
        networks = "Redes sociales";
        website_hint = "Por ejemplo: www.nombre.example";
        email_hint = "No es el correo para avisos del Instituto, que no se publica.";
        photo_rules = "Reglas";
        file = "Archivo de la fotografía";
        file_type = "Archivo de la fotografía: elija una imagen JPEG, PNG o WebP. Las HEIC de un iPhone, guárdelas antes como JPEG.";
        drop_hint = "También puede arrastrar el archivo hasta aquí.";
        no_photo_choice = "No proporcionó fotografía";
        no_photo_hint = "Se publicará un recuadro neutral con ese texto. El motivo no se publica.";
        who_sees = "Quién ve estas respuestas";
        who_sees_text = "Son datos personales sensibles y se guardan cifrados. Solo la cuenta que las capturó puede volver a leerlas; las demás, incluso las de su actor político, solo ven si el cuestionario está completo. Los ingresos y su fuente nunca se publican.";
        unpublished = "Distintivos que no se publican";
        unpublished_hint = "Marque los que la persona candidata no quiere publicar. Que falte un distintivo no quiere decir «No», pero si se publica alguno, quien lea puede suponer algo de los que faltan.";
        badges_no = "No se ha autorizado publicar: ninguna se muestra.";
        statistics_yes = "Se autorizó su uso estadístico: cuentan en los totales, sin nombre y nunca en grupos pequeños.";
        statistics_no = "No se ha autorizado su uso estadístico: no cuentan en los totales.";
        withheld = "Otra cuenta capturó estas respuestas";
        withheld_text = "No se muestran aquí. Si guarda el cuestionario, lo que escriba las sustituye.";
        blocked = "Las respuestas de identidad están bloqueadas";
        blocked_text(why: &str) = format!("Se bloquearon porque {why}: nadie puede leerlas, tampoco la cuenta que las capturó.");
        blocked_closed = "la publicación terminó";
        blocked_cancelled = "la candidatura se canceló";
        blocked_substituted = "la candidatura se sustituyó";
        observation = "Observación de la Unidad de Transparencia";
        observation_how = "Corrija la sección y guárdela, o responda sin cambiarla. Después envíe otra vez.";
        answer_without_change = "Responder sin cambiar la sección";
        answer = "Respuesta";
        answer_hint(length: Length) = format!("De {} caracteres. La leerá la Unidad de Transparencia.", range(length));
        answer_kept = "Guardado en este equipo. Para enviarlo, presione «Guardar respuesta».";
        answer_unsaved = "No cierre esta página antes de presionar «Guardar respuesta»: lo que escribió todavía no está guardado.";
        answer_left = "Quedó una respuesta sin enviar";
        answer_left_text = "No se puede enviar: la sección se corrigió, el plazo terminó o la candidatura está detenida. Cópiela si la necesita y después bórrela. Esto es lo que se escribió:";
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
        saved_at(time: &str) = format!("Guardado en el servidor a las {time}");
        lost(section: &str) = format!("{section}: lo último que escribió no se pudo guardar. Revise la sección.");
        correct_to_send(n: usize) = if n == 1 {
            "Falta corregir 1 campo.".into()
        } else {
            format!("Falta corregir {n} campos.")
        };
        rest_saved(time: &str) = format!("Lo demás se guardó a las {time}.");
        paused_since(when: &str) = format!("Sección en pausa desde el {when}");
        paused_because(basis: &str) = format!("Fundamento: {basis}");
        paused_what_now = "La ciudadanía ve «Información pausada» en su lugar. La sección no puede cambiarse hasta que la Unidad de Transparencia vuelva a publicarla; consúltelo con ella.";
        recovered_text(when: &str) = format!("Es del {when} y no había llegado al servidor. Siga escribiendo o elija.");
        answer_recovered(when: &str) = format!("Se recuperó lo que había escrito en este equipo. Es del {when} y no se ha enviado.");
        saved_section(name: &str, time: &str) = format!("{name}: guardado en el servidor a las {time}.");
        saved_incomplete(name: &str, time: &str, first: &str, more: usize) = format!(
            "{name}: guardado en el servidor a las {time}; para estar completa falta: {first}{}.",
            if more == 0 { String::new() } else { format!(" (y {more} más)") }
        );
        folio(at: usize, of: usize) = format!("Sección {at} de {of} · Cuestionario curricular");
        time_left(days: i64, end: &str) = format!(
            "{} Termina el {end}.",
            if days == 1 { "Queda 1 día.".to_owned() } else { format!("Quedan {days} días.") }
        );
        hours_left(hours: i64, end: &str) = format!(
            "{} Termina el {end}.",
            if hours == 1 { "Queda 1 hora.".to_owned() } else { format!("Quedan {hours} horas.") }
        );
        phone_hint(digits: u32) = format!("A {digits} dígitos.");
        courses_hint(max: u32) = format!("Uno por registro, de hasta {max} caracteres. Es opcional.");
        file_hint(megabytes: u8) = format!("JPEG, PNG o WebP de hasta {megabytes} MB.");
        file_size(megabytes: u8) = format!("Archivo de la fotografía: pesa más de {megabytes} MB con todo lo que trae, por ejemplo, el video de una foto en movimiento; elija uno más ligero.");
        file_ready(name: &str) = format!("{name}: lista, sin enviar todavía. Se envía al guardar.");
        badges_yes(badges: &str) = format!("Se autorizó publicar: lo que se conteste con «Sí» sobre ser {badges} se muestra como distintivo, y la Unidad de Transparencia lo revisa. Al final puede elegir cuáles no se publican.");
        which(option: &str) = format!("{option}: ¿cuál?");
        other_text(question: u8, option: &str) = format!("Pregunta {question}, {option}: especifique");
        your_answer(text: &str) = format!("Su respuesta: {text}");
        undecided(labels: &str) = format!("Falta elegir una versión de: {labels}.");
        conflict_text(who: &str, when: &str) = format!(
            "{}Compare los campos que difieren y elija. Nada se pierde hasta que decida.",
            if who.is_empty() { String::new() } else { format!("La guardó {who} a las {when}. ") }
        );
    }
}

words! {
    Photo {
        camera = "Tomar la fotografía con la cámara";
        opening = "Abriendo la imagen…";
        unreadable = "Archivo de la fotografía: el navegador no pudo abrir la imagen. Quizá sea HEIC o AVIF, aunque su nombre diga otra cosa: ábrala en su equipo, guárdela como JPEG y elíjala de nuevo.";
        changed = "La fotografía cambió o ya no está en el equipo: elíjala de nuevo.";
        crop = "Recorte";
        frame = "Marco de recorte, de proporción 4 a 5";
        keys = "Arrastre el marco, o use los botones. Con el teclado: las flechas lo mueven 1 %, con Mayús 10 %; + acerca y − aleja.";
        left = "Izquierda";
        right = "Derecha";
        up = "Arriba";
        down = "Abajo";
        closer = "Acercar";
        farther = "Alejar";
        turn = "Girar 90°";
        centre = "Centrar";
        discard = "Descartar esta imagen";
        numbers = "Recorte con números";
        left_number = "Izquierda (%)";
        top_number = "Arriba (%)";
        size_number = "Tamaño (%)";
        turn_number = "Giro";
        preview = "Así se publicará";
        checks = "Comprobación automática";
        checks_hint = "Mide la imagen, no a la persona. No impide enviarla.";
        again = "Para recortarla de otra manera, elija otra vez el archivo: solo se guarda lo recortado.";
        saved_not_date = "La fotografía se guardó; su fecha no: corríjala arriba.";
        earlier = "Fotografías anteriores";
        standing(left: &str, top: &str, size: &str, turn: u16) = format!("Recorte: izquierda {left} %, arriba {top} %, tamaño {size} %, giro {turn}°.");
        degrees(turn: u16) = format!("{turn}°");
        earlier_alt(version: u32) = format!("Fotografía de la versión {version}");
        taken_on(day: &str) = format!("Tomada el {day}, según la captura");
    }
}
