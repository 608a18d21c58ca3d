//! Lists of candidacies: what they are narrowed to, and their pages; the queue of review.

use super::count;
use crate::i18n::macros::words;
use crate::i18n::numbers::number;

words! {
    Lists {
        words = "Nombre, actor político o territorio";
        actor = "Actor político";
        any_actor = "Todos los actores";
        office = "Cargo";
        any_office = "Todos los cargos";
        territory = "Territorio";
        any_territory = "Todos los territorios";
        state = "Estado";
        any_state = "Todos los estados";
        flag = "Señales";
        any_flag = "Cualquiera";
        search = "Buscar";
        clear = "Quitar filtros";
        previous = "Anteriores";
        next = "Siguientes";
        pages = "Páginas de la lista";
        filter_candidacies = "Filtrar las candidaturas";
        extend = "Ampliar plazo";
        substitute = "Sustituir";
        cancel = "Cancelar";
        undo = "Deshacer cancelación o sustitución";
        reopen = "Reabrir por orden de un tribunal";
        zone_of_all(zone: &str) = format!("Todas las horas de esta lista: {zone}.");
        nothing_found = "Nada coincide con lo que busca. Quite algún filtro.";
        found(n: u32) = count(n, "candidatura", "candidaturas");
        span(from: usize, to: usize, of: u32) = format!("{from} a {to} de {}", number(of));
    }
}

words! {
    Queue {
        take_next = "Tomar la siguiente";
        take_next_of_filter = "Tomar la siguiente de esta búsqueda";
        take_next_keys = "Alt + N";
        ages = "Por antigüedad";
        mine = "Las que tengo";
        mine_until(hour: &str) = format!("Reservada para usted hasta las {hour}");
        returning = "Me regresan";
        returning_lead = "Usted las observó y ya se atendieron.";
        second = "segundas revisiones que puedo tomar";
        col_flags = "Señales";
        number(n: u32) = number(n);
        filter_queue = "Filtrar la cola";
        waiting(n: u32) = format!("{} en espera, primero la que vence antes", count(n, "candidatura", "candidaturas"));
    }
}
