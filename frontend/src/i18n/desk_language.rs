//! The assistant for inclusive language.

use super::{count, words};

words! {
    /// The assistant for inclusive language.
    Language {
        optional = "Son opcionales: puede guardar y enviar la sección sin atenderlas.";
        instead = "; puede escribir: ";
        use_it = "Usar la forma propuesta";
        leave = "Dejar como está";
        bring_back = "Volver a mostrar";
        for_review = "Lenguaje incluyente";
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
        explanation_hint = "Hasta 500 caracteres. La lee quien captura: por qué conviene otra forma.";
        source = "Fuente";
        source_hint = "Acuerdo, manual o criterio del que viene.";
        built_in = "Reglas del sistema";
        search = "Buscar una regla o palabra";
        off = "Apagada";
        on = "Encendida";
        switch_off = "Apagar";
        switch_on = "Encender";
        @functions
        fn title(n: usize) = if n == 0 {
            "Lenguaje incluyente: nada por revisar".into()
        } else {
            format!("Lenguaje incluyente: {}", count(n, "expresión por revisar", "expresiones por revisar"))
        };
        fn use_this(it: &str) = format!("Usar «{it}»");
        fn of(text: &str) = format!(" «{text}»");
        fn left(n: usize) = if n == 1 {
            "Dejó 1 expresión como está.".into()
        } else {
            format!("Dejó {n} expresiones como están.")
        };
        fn rules_of(name: &str) = format!("Reglas de lenguaje: {name}");
        fn rule_added(words: &str) = format!("Se agregó la regla sobre «{words}».");
        fn rule_removed(words: &str) = format!("Se quitó la regla sobre «{words}».");
        fn switched_off(words: &str) = format!("La regla sobre «{words}» quedó apagada en esta elección.");
        fn switched_on(words: &str) = format!("La regla sobre «{words}» quedó encendida.");
        fn matching(n: usize) = count(n, "regla", "reglas");
        fn instead_of(all: &str) = format!("Propone: {all}");
    }
}
