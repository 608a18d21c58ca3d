//! The review desk.

use conoceles_shared::api::Length;

use super::{count, range};
use crate::i18n::macros::words;
use crate::i18n::numbers::number;

words! {
    Review {
        queue = "Cola de revisión";
        col_candidacy = "Candidatura";
        col_due = "Plazo";
        col_office = "Cargo y territorio";
        col_received = "Recibida";
        col_state = "Estado";
        col_action = "Acción";
        queue_hint = "Al tomar una candidatura queda reservada para usted hasta la hora que indica su mesa de revisión. Pasada esa hora queda libre; sus decisiones se conservan.";
        incomplete = "Enviada incompleta al vencer el plazo";
        second_turn = "Segunda revisión";
        due_today = "Vence hoy";
        go_on = "Continuar";
        claim = "Tomar";
        claim_this = "Tomar esta candidatura";
        claim_to_decide = "Para decidir, tome primero la revisión.";
        held = "Aprobadas, por publicarse";
        published = "Candidaturas ya revisadas";
        published_lead = "Las publicadas, las aprobadas que esperan su fecha y las observadas que esperan a quien las captura. Abra una publicada para pausar una sección con fundamento legal, o para publicarla otra vez.";
        search_published = "Nombre, actor político o territorio";
        search = "Buscar";
        office = "Cargo";
        any_office = "Todos";
        previous_page = "Página anterior";
        next_page = "Página siguiente";
        published_found(total: usize, page: usize, pages: usize) = format!("{} · página {page} de {pages}", count(total, "candidatura", "candidaturas"));
        paused_sections(names: &str) = format!("En pausa: {names}");
        sections = "Secciones de la candidatura";
        approved = "Aprobada";
        observed = "Observada";
        not_decided = "Sin decidir";
        not_reviewed = "No se revisa";
        identity_hidden = "Las respuestas de identidad se muestran aquí solo si se autorizó publicarlas.";
        withheld = "No se muestra en la revisión";
        doubtful = "Conviene revisar (no impide aprobar):";
        past = "Antecedentes de la sección";
        earlier_observation = "Observación anterior";
        answered_without_change = "La sección no se modificó.";
        decision = "Decisión sobre la sección";
        not_to_decide = "Esta sección no se decide en este turno.";
        approve = "Aprobar";
        observe = "Observar";
        observe_form = "Observar la sección";
        ground = "Causa";
        reason = "Motivo que leerá el actor político";
        reason_hint(length: Length) = format!("De {} caracteres. Diga qué debe cambiar y por qué.", range(length));
        ground_missing = "Causa: elija una.";
        reason_missing(length: Length) = format!("Motivo: explique la observación en {} caracteres.", range(length));
        unfinished = "Observación sin terminar";
        approve_over_draft = "Tiene una observación sin terminar en esta sección. ¿Aprobar la sección y perderla?";
        save_observation = "Guardar observación";
        release = "Soltar sin concluir";
        released = "La candidatura quedó libre. Sus decisiones se conservan.";
        will_record = "Todo aprobado: falta la segunda persona.";
        will_publish = "Todo aprobado: se publicará.";
        will_hold(at: &str) = format!("Todo aprobado: se publicará el {at}.");
        conclude_hold = "Aprobar para su publicación";
        will_keep = "Con una observación, la corrección no se publica: se conserva la versión publicada.";
        conclude = "Concluir revisión";
        conclude_observe = "Enviar observaciones";
        conclude_first = "Registrar primera revisión";
        conclude_publish = "Publicar";
        basis = "Fundamento";
        basis_hint(length: Length) = format!("De {} caracteres. Queda en la bitácora.", range(length));
        basis_missing(length: Length) = format!("Fundamento: escríbalo en {} caracteres.", range(length));
        pause = "Pausar esta sección";
        resume = "Publicar otra vez esta sección";
        pause_yes = "Sí, pausarla";
        resume_yes = "Sí, publicarla otra vez";
        paused = "La sección quedó pausada; el portal muestra «Información pausada».";
        resumed = "La sección se publica otra vez.";
        lacks_signed_consent = "Todo aprobado, pero falta el consentimiento expreso firmado: no se publica hasta que el actor político lo entregue. Si suelta la revisión, sus decisiones se conservan.";
        pause_follows = "El portal dejará de mostrarla de inmediato y dirá «Información pausada». El actor político recibe un aviso con el fundamento, y la pausa queda en la bitácora pública. Puede publicarse otra vez cuando el fundamento lo permita.";
        resume_follows = "El portal volverá a mostrarla de inmediato. El actor político recibe un aviso, y queda en la bitácora pública.";
        empty_queue = "Cuando un actor político envíe una candidatura, aparecerá aquí con su plazo. Tómela, decida sección por sección y concluya: si todo se aprueba, otra persona hace la segunda revisión y se publica.";
        ask_pause(section: &str, name: &str) = format!("¿Pausar «{section}» de {name}?");
        ask_resume(section: &str, name: &str) = format!("¿Publicar otra vez «{section}» de {name}?");
        late(days: i64) = if days == 1 { "Vencida hace 1 día".into() } else { format!("Vencida hace {days} días") };
        late_today(hour: &str) = format!("Venció hoy a las {hour}");
        due_today_at(hour: &str) = format!("Vence hoy a las {hour}");
        due_on(day: &str) = format!("Vence el {day}");
        held_by(who: &str) = format!("La tiene {who}.");
        held_until(time: &str) = format!("Reservada para usted hasta las {time}");
        desk_title(name: &str) = format!("Mesa de revisión: {name}");
        undecided(left: usize, of: usize) = format!("{left} de {of} sin decidir");
        version(n: u32) = format!("Versión {n}");
        captured(when: &str) = format!("capturada el {when}");
        length(plain: u32, total: u32) = format!("{} sin espacios · {} con espacios", number(plain), number(total));
        on_version(version: u32, when: &str) = format!("Sobre la versión {version}, {when}");
        operator_answered(text: &str) = format!("Respuesta de la captura: {text}");
        judges(name: &str, version: u32) = format!("{name} · se juzga la versión {version}");
        still_undecided(n: usize) = format!("Falta decidir {}.", count(n, "sección", "secciones"));
        ask_hold(name: &str, what: &str, at: &str) = format!("¿Aprobar la información de {name}? Se publicará por sí sola el {at} y no se puede deshacer. Se publica: {what}.");
        ask_publish(name: &str, what: &str) = format!("¿Publicar la información de {name}? Cualquier persona podrá verla en el portal y no se puede deshacer. Se publica: {what}.");
        will_observe(n: usize) = if n == 1 {
            "Se enviará 1 observación y empezará el plazo para responder.".into()
        } else {
            format!("Se enviarán {n} observaciones y empezará el plazo para responder.")
        };
    }
}
