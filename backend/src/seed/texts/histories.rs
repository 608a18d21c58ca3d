//! The professional history: episodes in the order of the years.

use rand::Rng;
use rand::seq::SliceRandom as _;
use rand_chacha::ChaCha8Rng;

use super::{Draft, Voice, fill, one, some};

const OPENINGS: &[&str] = &[
    "Me dedico a {campo} y casi todo lo que sé lo aprendí trabajando con la gente.",
    "Mi vida laboral ha estado ligada a {campo}, siempre cerca de la comunidad.",
    "Empecé a trabajar desde muy joven y encontré mi vocación en {campo}.",
    "Desde hace años me dedico a {campo} y combino ese trabajo con la formación continua.",
    "Mi experiencia principal está en {campo}, tanto en el sector público como en el social.",
    "Llegué a {campo} por una convicción sencilla: el trabajo bien hecho mejora la vida de las personas.",
];

const STUDIES: &[&str] = &[
    "Estudié {estudio} gracias al esfuerzo de mi familia y a una beca de transporte.",
    "Cursé {estudio} y trabajé al mismo tiempo para costear mis gastos.",
    "Mi formación es {estudio}, que complementé con cursos de actualización.",
    "Terminé {estudio} y desde entonces no he dejado de capacitarme.",
];

const EPISODES: &[&str] = &[
    "Entre {a} y {b} {hice} en {lugar}, {logro}.",
    "De {a} a {b} {hice} en {lugar}; ahí {aprendi}.",
    "En {a} {hice} en {lugar} y, hasta {b}, {mantuve}.",
    "A partir de {a} {hice} en {lugar}, tarea que concluí en {b} con {cierre}.",
];

const ACHIEVED: &[&str] = &[
    "con un equipo de {c} personas a mi cargo",
    "donde logramos reducir en {n} % los tiempos de espera",
    "con resultados que se publicaron y se revisaron en asamblea",
    "donde establecimos turnos, registros y reglas claras para todo el personal",
    "con un presupuesto que comprobamos hasta el último peso",
    "donde abrimos la atención a comunidades que no la tenían",
];

const LEARNT: &[&str] = &[
    "aprendí a escuchar antes de decidir y a dejar por escrito cada acuerdo",
    "entendí que una buena organización vale más que una gran inversión",
    "comprobé que la información abierta evita conflictos",
    "conocí de cerca las dificultades de quienes viven lejos de la cabecera",
    "aprendí a trabajar con recursos limitados y metas exigentes",
    "descubrí el valor de rendir cuentas cada semana y no solo al final",
];

const KEPT: &[&str] = &[
    "mantuve la capacitación del personal como una prioridad",
    "llevé un registro público de cada gestión",
    "sostuve reuniones mensuales con la población usuaria",
    "atendí de manera directa las quejas y sugerencias",
    "cuidé que cada proceso tuviera responsables y fechas",
];

const CLOSED: &[&str] = &[
    "{c} expedientes resueltos",
    "una evaluación externa favorable",
    "un manual de procedimientos que todavía se utiliza",
    "la entrega ordenada de archivos, cuentas y pendientes",
    "una red de {c} personas voluntarias",
];

const SPARE: &[&str] = &[
    "Considero que la puntualidad, el respeto y la claridad en las cuentas son parte del trabajo mismo.",
    "En cada encargo he procurado que la atención sea igual para todas las personas, sin privilegios ni intermediarios.",
    "He trabajado en equipo con personas de distintas edades y oficios, y de esa diversidad obtuve las mejores soluciones.",
    "Sé organizar reuniones breves, tomar acuerdos por escrito y dar seguimiento hasta que se cumplen.",
    "Mantengo actualizada mi formación mediante cursos en línea y la lectura de la normatividad que aplica a mi actividad.",
    "La constancia me ha permitido cumplir metas que parecían lejanas y aprender de los errores sin ocultarlos.",
];

const NOW: &[&str] = &[
    "Actualmente sigo en {campo} y acompaño a personas que inician en el mismo oficio {en}.",
    "Hoy reparto mi tiempo entre {campo} y la asesoría gratuita a familias {de}.",
    "En la actualidad combino {campo} con la capacitación de grupos {en}.",
    "Hasta hoy {campo} es mi sustento y la razón por la que conozco cada rincón {de}.",
];

pub(super) fn write(rng: &mut ChaCha8Rng, voice: &Voice) -> Draft {
    let mut sentences = vec![
        work(one(rng, OPENINGS), voice),
        work(one(rng, STUDIES), voice),
    ];
    let first = voice.born.saturating_add(19);
    let span = voice.year.saturating_sub(first);
    let wanted = if voice.at_length {
        14
    } else {
        rng.random_range(2..=5)
    };
    let years = split(rng, first, span, wanted);
    for (years, told) in years
        .into_iter()
        .zip(occupations(rng, voice).iter().cycle())
    {
        sentences.push(episode(rng, voice, years, told));
    }
    let now = one(rng, NOW);
    let now = fill(rng, &work(now, voice), voice);
    sentences.push(now);
    let spare = some(rng, SPARE, SPARE.len())
        .into_iter()
        .map(Into::into)
        .collect();
    Draft { sentences, spare }
}

/// Up to `wanted` spans of years, one after the other.
fn split(rng: &mut ChaCha8Rng, first: i32, span: i32, wanted: i32) -> Vec<(i32, i32)> {
    let count = wanted.min(span / 2);
    if count < 1 {
        return Vec::new();
    }
    let each = span / count;
    (0..count)
        .map(|at| {
            let start = first + at * each;
            (start, start + rng.random_range(1..=each.max(1)))
        })
        .collect()
}

/// The line of work in its slots, with «a el» and «de el» contracted.
fn work(template: &str, voice: &Voice) -> String {
    template
        .replace("{campo}", voice.field.noun)
        .replace("{estudio}", voice.field.study)
        .replace(" a el ", " al ")
        .replace(" de el ", " del ")
}

/// What was done and where: every pair once, in random order.
fn occupations(rng: &mut ChaCha8Rng, voice: &Voice) -> Vec<(&'static str, &'static str)> {
    let field = voice.field;
    let mut pairs: Vec<_> = field
        .done
        .iter()
        .flat_map(|done| field.places.iter().map(|place| (*done, *place)))
        .collect();
    pairs.shuffle(rng);
    pairs
}

fn episode(
    rng: &mut ChaCha8Rng,
    voice: &Voice,
    (a, b): (i32, i32),
    (done, place): &(&str, &str),
) -> String {
    let template = one(rng, EPISODES)
        .replace("{a}", &a.to_string())
        .replace("{b}", &b.to_string())
        .replace("{hice}", done)
        .replace("{lugar}", place)
        .replace("{logro}", one(rng, ACHIEVED))
        .replace("{aprendi}", one(rng, LEARNT))
        .replace("{mantuve}", one(rng, KEPT))
        .replace("{cierre}", one(rng, CLOSED));
    fill(rng, &template, voice)
}
