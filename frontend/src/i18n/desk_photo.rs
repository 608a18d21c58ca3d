//! The photograph: choosing, framing, checking.

use super::words;

words! {
    /// The photograph.
    Photo {
        camera = "Tomar la fotografía con la cámara";
        opening = "Abriendo la imagen…";
        unreadable = "Archivo de la fotografía: el navegador no pudo abrir la imagen. Ábrala en su equipo para comprobarla, guárdela como JPEG y elíjala de nuevo.";
        changed = "La fotografía cambió o ya no está en el equipo: elíjala de nuevo.";
        crop = "Recorte";
        frame = "Marco de recorte, de proporción 4 a 5";
        keys = "Arrastre el marco, o use los botones. Con el teclado: las flechas lo mueven 1 %, con Mayús 10 %; + acerca y − aleja.";
        left = "Izquierda";
        right = "Derecha";
        up = "Arriba";
        down = "Abajo";
        closer = "Acercar";
        farther = "Alejar";
        turn = "Girar 90°";
        centre = "Centrar";
        discard = "Descartar esta imagen";
        numbers = "Recorte con números";
        left_number = "Izquierda (%)";
        top_number = "Arriba (%)";
        size_number = "Tamaño (%)";
        turn_number = "Giro";
        preview = "Así se publicará";
        checks = "Comprobación automática";
        checks_hint = "Mide la imagen, no a la persona. No impide enviarla.";
        again = "Para recortarla de otra manera, elija otra vez el archivo: solo se guarda lo recortado.";
        saved_not_date = "La fotografía se guardó; su fecha no: corríjala arriba.";
        earlier = "Fotografías anteriores";
        @functions
        fn standing(left: &str, top: &str, size: &str, turn: u16) = format!("Recorte: izquierda {left} %, arriba {top} %, tamaño {size} %, giro {turn}°.");
        fn degrees(turn: u16) = format!("{turn}°");
        fn earlier_alt(version: u32) = format!("Fotografía de la versión {version}");
        fn taken_on(day: &str) = format!("Tomada el {day}, según la captura");
    }
}
