//! The political career and social participation.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::{Draft, Voice, fill, one, some};

const OPENINGS: &[&str] = &[
    "Mi participación pública comenzó en {a}, cuando el vecindario se organizó para resolver un problema que nos afectaba {en}.",
    "Participo en asuntos públicos desde {a}, primero en mi colonia y después en distintas comunidades {de}.",
    "Mi trayectoria es sobre todo social: desde {a} colaboro con organizaciones ciudadanas {en}.",
    "Me incorporé a la vida política en {a}, después de varios años de trabajo comunitario {en}.",
    "No vengo de una familia con cargos públicos; empecé en {a} en una asamblea de barrio {en}.",
];

const DEEDS: &[&str] = &[
    "Formé parte del comité de agua potable durante {m} meses y propuse que sus cuentas se publicaran cada trimestre.",
    "Coordiné una colecta de libros con la que abrimos {c} rincones de lectura en escuelas y delegaciones.",
    "Fui integrante de un consejo de participación ciudadana en el que se revisaron {c} peticiones de servicios públicos.",
    "Promoví la creación de una red de mujeres para acompañar denuncias, que hoy suma {c} integrantes.",
    "Organicé jornadas de reforestación en las que plantamos {c} árboles nativos y vigilamos su crecimiento.",
    "Colaboré en la observación electoral de dos procesos y difundí los resultados de ese ejercicio.",
    "Representé a mi comunidad en las mesas de diálogo por el transporte, con acuerdos que siguen vigentes.",
    "Impulsé un comedor comunitario que sirvió comida caliente a {c} personas cada semana.",
    "Participé en la defensa de un área verde que se pretendía ocupar y que hoy es un parque público.",
    "Trabajé con autoridades auxiliares para instalar {c} luminarias en calles sin alumbrado.",
    "Integré el comité de vigilancia de una obra y documenté cada avance con fotografías y facturas.",
    "Di capacitación en derechos políticos a {c} personas de comunidades indígenas, con intérpretes de su lengua.",
    "Apoyé la formación de una cooperativa de producción que ofrece empleo a {c} familias.",
    "Coordiné brigadas después de las inundaciones y llevé el registro de las familias afectadas para evitar duplicados.",
    "Fui parte de un colectivo por la movilidad segura que logró {c} cruces peatonales señalizados.",
    "Propuse en asamblea un reglamento de convivencia para unidades habitacionales, que se aprobó por mayoría.",
    "Acompañé a personas jóvenes en su primer presupuesto participativo, desde el diagnóstico hasta la entrega de la obra.",
    "Dirigí la mesa directiva de un consejo escolar y rendí cuentas de cada aportación.",
];

const POLITICAL: &[&str] = &[
    "He coordinado tareas de representación en casillas y de capacitación a quienes integran las mesas receptoras.",
    "Colaboré en la redacción de propuestas sobre agua, movilidad y cuidados para la plataforma que hoy respaldo.",
    "Tuve a mi cargo la secretaría de organización de un comité local, con reuniones abiertas y actas públicas.",
    "Formé parte de una regiduría como equipo de asesoría y conocí desde dentro el funcionamiento del cabildo.",
    "Participé en la revisión ciudadana del presupuesto municipal y en la presentación de observaciones por escrito.",
    "No he ocupado antes un cargo de elección popular; esta es la primera vez que participo en una candidatura.",
];

const CLOSINGS: &[&str] = &[
    "De todo ello conservo una certeza: los acuerdos duran cuando se toman de frente y se ponen por escrito.",
    "Esa experiencia me enseñó que la política es útil cuando resuelve asuntos concretos y se puede evaluar.",
    "Cada una de esas tareas fue voluntaria y quedó documentada en minutas que cualquier persona puede consultar.",
    "Lo que aprendí ahí es que nadie conoce mejor un problema que quien lo vive, y que gobernar empieza por escuchar.",
    "Sigo en contacto con esas organizaciones y mantendré con ellas reuniones públicas y periódicas.",
];

pub(super) fn write(rng: &mut ChaCha8Rng, voice: &Voice) -> Draft {
    let earliest = voice.born.saturating_add(16).min(voice.year - 1);
    let start = rng.random_range(earliest..voice.year).max(voice.year - 25);
    let opening = one(rng, OPENINGS).replace("{a}", &start.to_string());
    let deeds = if voice.at_length {
        15
    } else {
        rng.random_range(2..=5)
    };
    let mut templates = vec![opening];
    templates.extend(some(rng, DEEDS, deeds).into_iter().map(ToOwned::to_owned));
    templates.push(one(rng, POLITICAL).to_owned());
    templates.push(one(rng, CLOSINGS).to_owned());
    let sentences: Vec<String> = templates.iter().map(|it| fill(rng, it, voice)).collect();
    let unused = |it: &&&str| !templates.iter().any(|used| used == **it);
    let unused: Vec<&str> = CLOSINGS.iter().filter(unused).copied().collect();
    let spare = unused.iter().map(|it| fill(rng, it, voice)).collect();
    Draft { sentences, spare }
}
