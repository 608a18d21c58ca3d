//! Why a photo is not taken, and what to do about it.

use conoceles_shared::problem::FieldError;

use crate::core::error::Failure;

/// A refusal of the file.
pub fn refused(code: &str, detail: impl Into<String>) -> Failure {
    Failure::invalid(vec![FieldError::new("/file", code, detail.into())])
}

/// No decoder can read it.
pub fn broken() -> Failure {
    refused(
        "broken_image",
        "La imagen está incompleta o dañada. Ábrala en su equipo para comprobarlo y súbala de \
         nuevo.",
    )
}

/// It was copied as if it were a text.
pub fn changed_as_text() -> Failure {
    refused(
        "broken_image",
        "La imagen está dañada: un programa la copió como si fuera un texto y le cambió los saltos de \
         línea. Consiga de nuevo el archivo original y súbala otra vez.",
    )
}

/// A part of it is missing.
pub fn incomplete() -> Failure {
    refused(
        "broken_image",
        "La imagen está incompleta: le falta una parte, quizá porque se interrumpió al copiarla o \
         descargarla. Consiga de nuevo el archivo original y súbala otra vez.",
    )
}

/// More pictures than one, in turn.
pub fn animated() -> Failure {
    refused(
        "animated_image",
        "Es una imagen animada; suba una fotografía.",
    )
}

/// Next to nothing of it can be seen.
pub fn transparent() -> Failure {
    refused(
        "transparent_image",
        "La imagen es transparente casi por completo y se publicaría en blanco. Suba otra \
         fotografía o elija otro recorte.",
    )
}

/// Colours of a printing press, which only its own profile explains.
pub fn for_print() -> Failure {
    refused(
        "colours_for_print",
        "La imagen tiene los colores de una imprenta (CMYK) y se vería distinta en pantalla. \
         Guárdela en RGB y súbala de nuevo.",
    )
}

/// A JPEG that decoders do not read: arithmetic coding, without loss, 12 bits.
pub fn unusual_jpeg() -> Failure {
    refused(
        "unusual_jpeg",
        "La imagen es de una clase de JPEG que casi ningún programa abre. Guárdela de nuevo como \
         JPEG normal, o como PNG, y súbala otra vez.",
    )
}

/// More pixels than are decoded.
pub fn too_many_pixels(width: u32, height: u32, most: u64) -> Failure {
    refused(
        "too_many_pixels",
        format!(
            "La imagen mide {width} × {height} píxeles. Redúzcala: se admiten hasta {} millones de \
             píxeles, por ejemplo 5,000 × 8,000.",
            most / 1_000_000
        ),
    )
}

/// More bytes for each pixel than fit at its size.
pub fn too_many_colours() -> Failure {
    refused(
        "too_many_pixels",
        "La imagen usa más colores de los que se pueden procesar a ese tamaño. Redúzcala o guárdela \
         como JPEG.",
    )
}
