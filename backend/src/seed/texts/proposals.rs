//! The three proposals: what is missing, what is proposed, for whom, with which goal and when.

use conoceles_shared::catalogues::Office;
use conoceles_shared::questionnaire::{Limits, Section};
use rand::seq::SliceRandom as _;
use rand_chacha::ChaCha8Rng;

use super::{Draft, Voice, fill, gender_themes, one, rural_themes, some, urban_themes};

/// A subject with the sentences that can be said about it.
pub(super) struct Theme {
    /// What is missing: whole sentences.
    pub(super) needs: &'static [&'static str],
    /// What is proposed, as an infinitive.
    pub(super) measures: &'static [&'static str],
    /// For whom, as a noun.
    pub(super) people: &'static [&'static str],
    /// With which goal, as an infinitive.
    pub(super) goals: &'static [&'static str],
}

const BY_GOVERNMENT: &[&str] = &[
    "Propongo un programa {ambito} para {medida}.",
    "Mi propuesta consiste en {medida}.",
    "El compromiso es {medida}, con reglas de operación públicas.",
    "Pondré en marcha un plan {ambito} dirigido a {medida}.",
];

const BY_LAW: &[&str] = &[
    "Presentaré una iniciativa de ley, con presupuesto etiquetado, para {medida}.",
    "Desde el Congreso promoveré una reforma que obligue a {medida}.",
    "Impulsaré en la Legislatura los cambios necesarios para {medida}.",
    "Propondré una partida específica en el presupuesto estatal para {medida}.",
];

const FOR_WHOM: &[&str] = &[
    "Población objetivo: {gente}.",
    "Está dirigida a {gente}.",
    "Beneficiará en primer lugar a {gente}.",
    "Se atenderá con prioridad a {gente}.",
];

const GOAL: &[&str] = &[
    "La meta es {meta} en los primeros {m} meses.",
    "Buscamos {meta} antes de que concluya el segundo año.",
    "El resultado esperado es {meta} en un plazo de {m} meses.",
    "Mediremos el avance cada trimestre, con la meta de {meta} al final del primer año.",
];

const MEANS: &[&str] = &[
    "Los recursos provendrán de reordenar gastos de publicidad y de rentas, sin nuevos impuestos.",
    "Se financiará con ahorros administrativos y con fondos federales ya disponibles.",
    "Cada compra se hará por licitación y sus contratos se publicarán completos.",
    "Un consejo ciudadano con paridad revisará el avance cada trimestre y publicará sus conclusiones.",
    "Los datos del programa serán abiertos para que cualquier persona pueda revisarlos.",
    "La primera etapa comenzará {en} donde el rezago es mayor, según el censo más reciente.",
    "El padrón se integrará sin intermediarios y con protección de los datos personales.",
    "Las universidades públicas de la región evaluarán los resultados y propondrán ajustes.",
    "Se coordinará con las autoridades auxiliares y con las asambleas de cada comunidad {de}.",
    "Al término de la primera etapa se publicará una evaluación independiente y se corregirá lo necesario.",
    "Habrá un calendario público por colonia y comunidad, con responsables y fechas.",
];

/// Two on different subjects, and the one on gender or a group that is discriminated against.
pub(super) fn three(rng: &mut ChaCha8Rng, voice: &Voice, limits: &Limits) -> [String; 3] {
    let mut themes: Vec<&Theme> = urban_themes::ALL.iter().chain(rural_themes::ALL).collect();
    themes.shuffle(rng);
    let mut groups: Vec<&Theme> = gender_themes::ALL.iter().collect();
    groups.shuffle(rng);
    let mut next = |themes: &mut Vec<&'static Theme>, section| {
        themes
            .pop()
            .map(|theme| write(rng, voice, theme).finish(section, limits))
            .unwrap_or_default()
    };
    [
        next(&mut themes, Section::Proposal1),
        next(&mut themes, Section::Proposal2),
        next(&mut groups, Section::GenderProposal),
    ]
}

fn write(rng: &mut ChaCha8Rng, voice: &Voice, theme: &Theme) -> Draft {
    let (measures, scope) = match voice.office {
        Office::Governorship => (BY_GOVERNMENT, "estatal"),
        Office::DeputyMr | Office::DeputyRp => (BY_LAW, "estatal"),
        _ => (BY_GOVERNMENT, "municipal"),
    };
    let measure = one(rng, measures)
        .replace("{ambito}", scope)
        .replace("{medida}", one(rng, theme.measures));
    let people = one(rng, FOR_WHOM)
        .replace("{gente}", one(rng, theme.people))
        .replace(" a el ", " al ");
    let goal = one(rng, GOAL).replace("{meta}", one(rng, theme.goals));
    let means = some(rng, MEANS, MEANS.len());
    let (used, spare) = means.split_at(if voice.at_length { 6 } else { 2 });
    let mut templates = vec![one(rng, theme.needs).to_owned(), measure, people, goal];
    templates.extend(used.iter().map(|it| (*it).to_owned()));
    Draft {
        sentences: templates.iter().map(|it| fill(rng, it, voice)).collect(),
        spare: spare.iter().map(|it| fill(rng, it, voice)).collect(),
    }
}
