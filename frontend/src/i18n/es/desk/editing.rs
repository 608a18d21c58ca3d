//! Editing what was created, and the lists that lead to it.

use super::count;
use crate::i18n::macros::words;

words! {
    Editing {
        edit = "Corregir";
        required_legend = "Los campos con asterisco (*) son obligatorios.";
        saved(name: &str) = format!("{name}: los cambios se guardaron.");
        save = "Guardar cambios";
        asks_title = "Qué cambia en lo publicado";
        asks_about = "Nada se guardó todavía. Si está de acuerdo, confírmelo aquí; si no, siga corrigiendo.";
        among_them(names: &str) = format!("Entre ellas: {names}.");
        confirm = "Confirmar y guardar";
        stale_title = "Otra persona guardó cambios mientras usted corregía";
        stale_same = "Lo que hay ahora dice lo mismo que lo que usted escribió.";
        stale_field = "Dato";
        stale_now = "Lo que hay ahora";
        stale_yours = "Lo que usted escribió";
        keep_mine = "Guardar lo mío en su lugar";
        keep_theirs = "Quedarme con lo que hay";
        nothing = "(nada)";
        edit_party(name: &str) = format!("Corregir partido: {name}");
        edit_actor(name: &str) = format!("Corregir actor político: {name}");
        edit_account(login: &str) = format!("Corregir cuenta: {login}");
        edit_registration(name: &str) = format!("Corregir registro: {name}");
        fixed_kind = "El tipo ya no cambia: el actor político tiene acuse de recibo.";
        account_stays = "La función y el actor político no cambian: lo que hizo la cuenta es de ellos.";
        reference = "Documento que sustenta el cambio";
        reference_hint = "Por ejemplo, un acuerdo o un oficio. Queda en la auditoría y se dice en el aviso al actor político.";
        private_kept = "Lo guardado no se muestra. Deje en blanco lo que no cambia.";
        private_given(names: &str) = format!("Hay: {names}.");
        erase = "Quitar lo guardado";
        place = "Cargo, territorio y calidad";
        search = "Buscar";
        state = "Estado";
        any_state = "Todos";
        found(n: usize, of: usize) = if n == of { count(of, "en la lista", "en la lista") } else { format!("{n} de {of} en la lista.") };
        none_found = "Nada coincide con lo que busca.";
        more(n: usize) = format!("Mostrar {n} más");
        suspend_question(login: &str) = format!("¿Suspender la cuenta {login}? Sus sesiones se cierran en el acto y no podrá entrar hasta que se reactive. Lo que capturó se conserva.");
        sessions_question(login: &str) = format!("¿Cerrar todas las sesiones de {login}? Podrá volver a entrar con su contraseña.");
        end_sessions = "Cerrar sesiones";
        sessions_ended(login: &str) = format!("{login}: sus sesiones se cerraron.");
        with_receipt = "Con acuse";
        without_receipt = "Sin acuse";
        real_elections = "En curso";
        drills = "Simulacros";
        archives = "Archivos";
        next = "Qué sigue";
        next_actors = "Registrar los actores políticos que postulan";
        next_candidacies = "Registrar las candidaturas de cada actor político";
        next_accounts = "Crear las cuentas de captura y entregar sus hojas de acceso";
        no_account = "Sin cuenta de captura.";
    }
}
