//! Quality hints, as the operator and the reviewer read them.

use conoceles_shared::api::hints::HintKind;

use super::{count, words};

words! {
    /// Quality hints.
    Hints {
        none = "Sin señales en esta sección.";
        similar = "Texto similar";
        same_actor = "Del mismo actor político.";
        similar_to_another = "este texto se parece mucho al de otra candidatura";
        @functions
        fn seen(n: usize) = if n == 1 {
            "La Unidad de Transparencia también lo verá. No impide enviar.".into()
        } else {
            "La Unidad de Transparencia también los verá. Ninguno impide enviar.".into()
        };
        fn title(n: usize) = format!("{} que puede atender o dejar así", count(n, "aviso", "avisos"));
        fn some(n: usize) = format!("Señales ({n})");
        fn percent(n: u8) = format!("{n} %");
        fn kind(kind: HintKind) = match kind {
            HintKind::Capitals => "Mayúsculas",
            HintKind::Padding => "Relleno",
            HintKind::Repeated => "Frase repetida",
            HintKind::Mention => "Otro actor político",
            HintKind::Similar => "Texto similar",
        }.to_owned();
        fn capitals(what: &str) = format!("una parte está escrita en mayúsculas: «{what}»");
        fn padding(what: &str) = format!("parece relleno para alcanzar el mínimo: «{what}»");
        fn repeated(what: &str, other: &str) = format!("repite una frase de {other}: «{what}»");
        fn mention(what: &str) = format!("menciona a otro actor político: «{what}»");
        fn with(section: &str) = format!("Con {section} de ");
        fn of_actor(actor: &str) = format!(" ({actor}).");
    }
}
