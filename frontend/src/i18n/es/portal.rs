//! The portal. It says «tú», as its name does; the desks say «usted».

use crate::i18n::macros::words;
use crate::i18n::numbers::number;

words! {
    /// The frame around every page.
    Frame {
        site = "Conóceles";
        owner = "Instituto Electoral del Estado de México";
        skip = "Ir al contenido";
        main_nav = "Principal";
        home = "Inicio";
        candidacies = "Candidaturas";
        drill = "Simulacro.";
        drill_text = "No es una elección real.";
        disclaimer = "La información es responsabilidad de las candidaturas y de los actores políticos que la proporcionan. El Instituto únicamente apoya para su difusión; no tiene fines de promoción electoral.";
        footer_nav = "Pie de página";
        api = "Datos abiertos: especificación de la API";
        desk = "Acceso para actores políticos y personal del Instituto";
        privacy = "Aviso de privacidad";
        verify = "Verificar un acuse";
        unit = "Instituto Electoral del Estado de México · Unidad de Transparencia";
        crumbs = "Ruta";
        loading = "Cargando…";
    }
}

words! {
    /// Texts that several pages use.
    Common {
        no_photo = "Sin fotografía";
        photo_of(name: &str) = format!("Fotografía de {name}");
        logo_of(name: &str) = format!("Emblema de {name}");
        years(age: u8) = format!("{age}\u{a0}años");
        candidacies(n: u32) = if n == 1 {
            "1 candidatura".to_owned()
        } else {
            format!("{} candidaturas", number(n))
        };
        no_data = "Sin dato";
        leaves_site = " (sitio externo)";
        drill = "Simulacro";
        archive = "Archivo";
        election_day(date: &str) = format!("Jornada electoral: {date}");
        percent(value: &str) = format!("{value}\u{a0}%");
    }
}

words! {
    Home {
        title = "Quién está en la boleta donde vives";
        description = "Trayectoria, motivos y propuestas de cada candidatura, con sus propias palabras, en un mismo formato y en orden neutral.";
        heading = "Conoce quién está en la boleta donde vives";
        lead = "Trayectoria, motivos y propuestas de cada candidatura, con sus propias palabras. Todas con el mismo formato y en orden neutral.";
        by_name = "Busca por nombre";
        name = "Nombre o apellidos";
        name_hint = "Busca en todas las elecciones publicadas. Puedes escribir sin acentos ni mayúsculas.";
        search = "Buscar";
        by_place = "Busca por lugar";
        municipality = "Municipio";
        district = "Distrito";
        choose = "Elige una opción";
        local_districts = "Distritos locales";
        federal_districts = "Distritos federales";
        go_municipality = "Ver qué se vota ahí";
        go_district = "Ver el distrito";
        no_places = "Todavía no hay candidaturas publicadas en ningún lugar.";
        all = "Todas las candidaturas";
        progress = "Avance de la publicación";
        published_of(published: u32, registered: u32) = match (published, registered) {
            (published, 1) => format!("{} de 1 candidatura registrada tiene su información publicada", number(published)),
            (1, registered) => format!("1 de {} candidaturas registradas tiene su información publicada", number(registered)),
            _ => format!("{} de {} candidaturas registradas tienen su información publicada", number(published), number(registered)),
        };
        by_office = "Publicadas por cargo";
        by_office_of(published: u32) = if published == 1 {
            "De 1 candidatura publicada".to_owned()
        } else {
            format!("De {} candidaturas publicadas", number(published))
        };
        as_table = "Ver como tabla";
        office = "Cargo";
        published = "Publicadas";
        share = "%";
        cut_off = "Corte: ";
        log_entry(seq: u64) = format!("Último asiento: {}", number(seq));
        about: [(&'static str, &'static str); 3] = [
            (
                "Qué es",
                "El sistema del Instituto donde partidos, coaliciones, candidaturas comunes y candidaturas independientes informan quiénes son y qué proponen.",
            ),
            (
                "Quién responde por la información",
                "Cada candidatura escribe sus respuestas. El Instituto revisa que respondan a lo que se pregunta y que usen lenguaje incluyente. No las califica.",
            ),
            (
                "Cómo comprobarla",
                "Toda publicación queda en una bitácora. Cada perfil dice qué versión se publicó, cuándo, y ofrece sus datos abiertos.",
            ),
        ];
        about_heading = "Qué es Conóceles";
        others = "Otras elecciones";
        nothing = "Todavía no hay elecciones con candidaturas publicadas. Vuelve más adelante.";
    }
}

words! {
    List {
        heading = "Candidaturas";
        every_election = "Todas las elecciones";
        description(what: &str) = format!("{what}: quiénes son y qué proponen, en un mismo formato y en orden neutral.");
        filters = "Filtros";
        filter = "Filtrar y buscar";
        q = "Nombre o apellidos";
        any = "Todas las opciones";
        apply = "Aplicar filtros";
        clear = "Quitar todos los filtros";
        active = "Filtros aplicados";
        remove = "Quitar el filtro ";
        election = "Elección";
        office = "Cargo";
        district = "Distrito";
        municipality = "Municipio";
        ballot(place: &str) = format!("Lo que se vota en {place}");
        ballot_note = "Se muestran su ayuntamiento, lo que se vota en todo el estado y las diputaciones de los distritos que se sabe que lo comprenden. Un municipio puede tener varios distritos: el tuyo depende de la sección de tu credencial para votar. Si falta, búscalo por su número en la página de inicio.";
        actor = "Partido, coalición o candidatura";
        sex = "Sexo";
        age_range = "Edad";
        education = "Grado máximo de estudios";
        affirmative_action = "Acción afirmativa";
        role = "Calidad";
        order = "Orden";
        by_draw = "Por sorteo";
        by_name = "Por nombre";
        why_order = "Por qué este orden";
        order_text = "Para que ninguna candidatura aparezca siempre primero, el orden de cada contienda se sortea con una semilla pública y avanza un lugar cada hora: todas encabezan su lista las mismas veces. Con la semilla y la hora, cualquier persona puede repetir el orden.";
        seed(election: &str) = format!("Semilla de {election}: ");
        pages = "Páginas";
        next = "Siguientes";
        restart = "Volver al inicio de la lista";
        continued = "Continuación de la lista";
        elsewhere(count: u32) = match count {
            1 => "1 candidatura con un nombre así en otra elección".to_owned(),
            many => format!("{} candidaturas con un nombre así en otras elecciones", number(many)),
        };
        longest = "La búsqueda toma hasta 200 caracteres: lo que sigue no se buscó.";
        empty = "Ninguna candidatura coincide";
        no_word = "Tu búsqueda no tiene letras ni números";
        no_word_text = "Escribe al menos una letra o un número del nombre, o quita la búsqueda para ver toda la lista.";
        empty_text = "Revisa cómo está escrito el nombre, o quita alguno de los filtros. Solo aparecen las candidaturas con información publicada.";
    }
}

words! {
    Profile {
        description(name: &str, office: &str, territory: &str) = format!("{name}: trayectoria, motivos y propuestas. {office}, {territory}.");
        age = "Edad en la jornada electoral";
        sex = "Sexo";
        nickname = "Sobrenombre";
        no_nickname = "Ninguno";
        affirmative_action = "Acción afirmativa";
        role = "Calidad";
        list_position = "Número de lista o fórmula";
        formula = "Fórmula con";
        substitutes = "Sustituye a";
        substituted = "una candidatura que se publicó y después se retiró";
        print = "Imprimir";
        data = "Datos de esta candidatura";
        toc = "Secciones de este perfil";
        toc_open = "Ir a una sección";
        not_provided = "No proporcionó";
        not_captured = "No se registró información";
        no_actions = "Ninguna";
        paused = "Información pausada";
        paused_text = "El Instituto pausó la publicación de esta sección con un fundamento legal, que consta en su expediente. Si la vuelve a publicar, se mostrará aquí.";
        withheld = "Información retenida";
        withheld_text = "El Instituto observó esta sección y la observación no se atendió dentro del plazo. No se publica.";
        degree = "Grado máximo de estudios";
        status = "Estatus";
        courses = "Cursos, diplomados y seminarios";
        captured = "Capturado";
        validated = "Validado";
        by(who: &str) = format!(" por {who}");
        version(version: u32) = format!("Versión {version}");
        identity = "Identidad";
        identity_yes = "Se identifica como";
        identity_none = "No se publica ninguna respuesta.";
        identity_note = "Solo se muestran las respuestas afirmativas cuya publicación autorizó la persona. Que una respuesta no aparezca nunca significa «No».";
        verification = "Verificación";
        record_id = "Identificador";
        record_version = "Versión publicada";
        published_at = "Fecha de publicación";
        log_entry(seq: u64) = format!("Asiento {}", number(seq));
        source = "Fuente";
        source_hash = "Huella SHA-256 de la fuente";
        row(file: &str, row: u32) = format!("{file}, fila {}", number(row));
        json = "Ver el registro completo como datos (JSON)";
        blank = "Esta candidatura no tiene información capturada en la fuente.";
    }
}

words! {
    /// A receipt, verified by its code.
    Receipt {
        heading = "Acuse verificado";
        lead = "El Instituto emitió un acuse con este código. Compara lo que sigue con el documento: por privacidad, aquí no aparecen nombres ni lo que se capturó.";
        code = "Código";
        issued = "Fecha y hora";
        annulled_text = "Lo que dice de un plazo o de un envío ya no vale.";
        election = "Elección";
        hash = "Huella SHA-256 de los datos del acuse";
        log(name: &str) = format!("{name} en ese momento");
        log_empty = "Sin asientos todavía";
        log_head = "Huella de ese asiento";
        json = "Ver lo mismo como datos (JSON)";
        annulled(at: &str) = format!("El Instituto anuló este acuse el {at}.");
        sections = "Secciones recibidas";
        sections_text = "Compara estas huellas con las que el documento llama «públicas».";
        ask = "Verificar un acuse";
        ask_text = "Escribe el código impreso en el acuse para confirmar que lo emitió el Instituto. La página no muestra nombres ni lo que se capturó.";
        code_hint = "Cuatro grupos de cuatro letras o números; no importan mayúsculas, espacios ni guiones.";
        verify = "Verificar";
        unknown = "Ningún acuse tiene este código";
        unknown_text = "Compara el código con el del documento: son cuatro grupos de cuatro letras o números. Si es igual, el documento no lo emitió el Instituto.";
    }
}

#[cfg(feature = "ssr")]
words! {
    /// The privacy notice, around its own text.
    Privacy {
        description = "Qué datos personales recaba Conóceles, para qué se usan, cuáles nunca se publican y cómo ejercer los derechos sobre ellos.";
        version(version: &str) = format!("Versión {version}, del Sistema «Candidatas y Candidatos, Conóceles»");
        keep = "Puedes imprimir esta página o guardar su dirección.";
    }
}

words! {
    /// Pages that say that something is not there.
    Message {
        not_found = "No encontramos esta página";
        not_found_text = "La dirección puede estar incompleta, o la candidatura todavía no se publica.";
        withdrawn = "Este perfil fue retirado";
        withdrawn_text = "La candidatura se publicó y después se retiró. Su retiro consta en la bitácora de publicación.";
        to_home = "Ir al inicio";
        to_list = "Ver las candidaturas publicadas";
        failed = "No se pudo cargar la página";
        failed_text = "Puede ser la conexión. Lo que habías abierto antes sigue disponible con el botón Atrás.";
        retry = "Reintentar";
    }
}
