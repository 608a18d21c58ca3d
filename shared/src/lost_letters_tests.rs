use super::{Loss, lost_letters, with_letters_put_right};

#[test]
fn each_way_of_losing_letters_is_told() {
    for (text, loss) in [
        ("M\u{FFFD}s", Loss::Replaced),
        ("MÃ¡s niÃ±as en PeÃ±Ã³n", Loss::ReadTwice),
        ("MARÃ\u{AD}A", Loss::ReadTwice),
        ("caminos â€œbuenosâ€\u{9d}", Loss::ReadTwice),
        ("Â¿Por quÃ©?", Loss::ReadTwice),
        ("MarÃa", Loss::ReadTwice),
        ("PEÃ?A", Loss::ReadTwice),
        ("M?s ni?as en Pe??n", Loss::Questioned),
        ("EDUCACI?N", Loss::Questioned),
        ("?ltimo recurso", Loss::Questioned),
        ("Itzel Ba?ax", Loss::Questioned),
    ] {
        assert_eq!(lost_letters(text), Some(loss), "{text}");
    }
}

#[test]
fn what_people_write_is_no_loss() {
    for text in [
        "¿Por qué? Porque sí.",
        "¿Cómo?Así, con trabajo",
        "https://ejemplo.mx/a?b=c y www.ejemplo.mx?x",
        "SÃO JOÃO, João, Ângela, pâté",
        "¿AMANHÃ?",
        "¿¿¿Y tú???",
        "¿Más?… no",
        "Âmbar y Ârea, Äpfel",
        "(?)",
    ] {
        assert_eq!(lost_letters(text), None, "{text}");
    }
}

#[test]
fn letters_read_twice_are_put_right() {
    for (text, right) in [
        ("PeÃ±a NÃºÃ±ez", "Peña Núñez"),
        ("Ana â€™", "Ana ’"),
        ("Peña", "Peña"),
        ("", ""),
    ] {
        assert_eq!(with_letters_put_right(text), right);
    }
}
