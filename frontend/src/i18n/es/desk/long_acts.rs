//! How far long acts are.

use crate::i18n::macros::words;

words! {
    LongActs {
        leave = "Hay un trabajo en curso. Si sale ahora puede quedar a la mitad, o no verá su resultado. ¿Quiere salir?";
        label = "Avance";
        announced(step: &str, percent: usize) = format!("{step}: {percent} %");
    }
}
