//! What never blocks: quality hints, and the assistant for inclusive language.

use conoceles_shared::api::hints::HintKind;

use super::count;
use crate::i18n::macros::words;
use crate::i18n::numbers::number;

words! {
    Hints {
        none = "Sin señales en esta sección.";
        similar = "Texto similar";
        same_actor = "Del mismo actor político.";
        similar_to_another = "este texto se parece mucho al de otra candidatura";
        seen(n: usize) = if n == 1 {
            "La Unidad de Transparencia también lo verá. No impide enviar.".into()
        } else {
            "La Unidad de Transparencia también los verá. Ninguno impide enviar.".into()
        };
        title(n: usize) = format!("{} que puede atender o dejar así", count(n, "aviso", "avisos"));
        some(n: usize) = format!("Señales ({n})");
        percent(n: u8) = format!("{n} %");
        kind(kind: HintKind) = match kind {
            HintKind::Capitals => "Mayúsculas",
            HintKind::Padding => "Relleno",
            HintKind::Repeated => "Frase repetida",
            HintKind::Mention => "Otro actor político",
            HintKind::Similar => "Texto similar",
        }.to_owned();
        capitals(what: &str) = format!("una parte está escrita en mayúsculas: «{what}»");
        padding(what: &str) = format!("parece relleno para alcanzar el mínimo: «{what}»");
        repeated(what: &str, other: &str) = format!("repite una frase de {other}: «{what}»");
        mention(what: &str) = format!("menciona a otro actor político: «{what}»");
        with(section: &str) = format!("Con {section} de ");
        of_actor(actor: &str) = format!(" ({actor}).");
    }
}

words! {
    /// The assistant for inclusive language.
    InclusiveLanguage {
        optional = "Son opcionales: puede guardar y enviar la sección sin atenderlas.";
        instead = "; puede escribir: ";
        use_it = "Usar la forma propuesta";
        leave = "Dejar como está";
        bring_back = "Volver a mostrar";
        was_left = "La captura vio este aviso y decidió dejarlo como está.";
        rules = "Reglas de lenguaje";
        lead = "El asistente de lenguaje incluyente ayuda a quien captura y a quien revisa; nunca impide guardar ni enviar. Aquí se agregan expresiones para esta elección y se apagan reglas del sistema. Los cambios valen desde ese momento y quedan en la auditoría.";
        added = "Reglas agregadas";
        none_added = "Todavía no hay reglas agregadas en esta elección.";
        remove = "Quitar";
        new_rule = "Agregar una regla";
        add = "Agregar regla";
        words = "Palabras o frases";
        words_hint = "Una por renglón. Se buscan completas, con o sin acentos y mayúsculas.";
        kind = "Cómo se buscan";
        kind_phrase = "Frase, tal como se escribe (por ejemplo, crimen pasional)";
        kind_noun = "Masculino plural que debería nombrar a todas las personas (por ejemplo, ciudadanos)";
        kind_term = "Palabra sobre personas, en femenino, masculino, singular y plural (por ejemplo, discapacitado)";
        level = "Nivel";
        suggestions = "Alternativas";
        suggestions_hint = "Una por renglón, la mejor primero; puede no haber ninguna. Para masculinos plurales, con su artículo: la ciudadanía.";
        explanation = "Explicación";
        explanation_hint(max: u32) = format!("Hasta {} caracteres. La lee quien captura: por qué conviene otra forma.", number(max));
        source = "Fuente";
        source_hint = "Acuerdo, manual o criterio del que viene.";
        built_in = "Reglas del sistema";
        search = "Buscar una regla o palabra";
        off = "Apagada";
        on = "Encendida";
        switch_off = "Apagar";
        switch_on = "Encender";
        title(n: usize) = if n == 0 {
            "Lenguaje incluyente: nada por revisar".into()
        } else {
            format!("Lenguaje incluyente: {}", count(n, "expresión por revisar", "expresiones por revisar"))
        };
        use_this(it: &str) = format!("Usar «{it}»");
        of(text: &str) = format!(" «{text}»");
        left(n: usize) = if n == 1 {
            "Dejó 1 expresión como está.".into()
        } else {
            format!("Dejó {n} expresiones como están.")
        };
        rules_of(name: &str) = format!("Reglas de lenguaje: {name}");
        rule_added(words: &str) = format!("Se agregó la regla sobre «{words}».");
        rule_removed(words: &str) = format!("Se quitó la regla sobre «{words}».");
        switched_off(words: &str) = format!("La regla sobre «{words}» quedó apagada en esta elección.");
        switched_on(words: &str) = format!("La regla sobre «{words}» quedó encendida.");
        matching(n: usize) = count(n, "regla", "reglas");
        instead_of(all: &str) = format!("Propone: {all}");
    }
}
