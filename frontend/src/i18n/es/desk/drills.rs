//! Drills, and what they take over from an election.

use super::count;
use crate::i18n::macros::words;

words! {
    Drills {
        mark = "Simulacro";
        kind = "Tipo de elección";
        is_drill = "Simulacro: no es una elección real. Se decidió al registrarlo y no cambia.";
        is_real = "Elección real. Se decidió al registrarla y no cambia.";
        chosen_once = "No es una elección real: todas las páginas lo dicen. Se decide ahora: después no cambia.";
        from_election = "Hacer un simulacro";
        copy_title = "Hacer un simulacro con los ajustes de otra elección";
        copy_lead = "Un simulacro puede partir de una elección que ya está registrada, con sus ajustes, fechas, territorios y actores políticos.";
        copy_which = "Elección que se copia";
        copy_go = "Ver qué se copia";
        copy_missing = "Elija la elección que se copia.";
        new_drill = "Nuevo simulacro";
        title(name: &str) = format!("Simulacro a partir de {name}");
        what_comes = "Qué se copia";
        what_stays = "No se copia ninguna candidatura, cuenta, acuse ni dato de una persona.";
        dates_moved = "Las fechas se recorrieron los mismos días para que la primera fase comience hoy. Revíselas antes de guardar.";
        actors(names: &[String]) = if names.is_empty() { "Ningún actor político.".to_owned() } else { format!("{}: {}.", count(names.len(), "actor político con sus partidos", "actores políticos con sus partidos"), names.join(", ")) };
        left_out(n: usize) = format!("{} por llevar el nombre de una persona: {}.", if n == 1 { "No se copia" } else { "No se copian" }, count(n, "candidatura independiente o actor de tipo desconocido", "candidaturas independientes o actores de tipo desconocido"));
        reasons(n: usize) = format!("{} de observación.", count(n, "motivo", "motivos"));
        rules(n: usize) = format!("{}.", count(n, "regla propia de lenguaje incluyente", "reglas propias de lenguaje incluyente"));
        make = "Crear simulacro";
        made(name: &str) = format!("{name}: el simulacro se creó.");
    }
}
