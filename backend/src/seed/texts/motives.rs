//! Why someone wants to hold a public office.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::{Draft, Voice, fill, one, some};

const OPENINGS: &[&str] = &[
    "Quiero ocupar este cargo porque conozco {en} tanto los problemas como la capacidad de su gente para resolverlos.",
    "Busco esta responsabilidad porque la vida pública {de} puede ser más honesta y estar más cerca de la gente.",
    "Mi motivo es sencillo: lo que falta {en} no es talento, sino instituciones que cumplan lo que prometen.",
    "Decidí participar después de escuchar, durante meses, lo que preocupa a las familias {de}.",
    "Aspiro a este cargo para que las decisiones sobre el presupuesto se tomen a la vista de toda la población {de}.",
    "Participo porque creo que servir {en} exige preparación, tiempo completo y cuentas claras.",
];

const REASONS: &[&str] = &[
    "Me preocupa que el agua, la seguridad y el transporte se atiendan solo cuando hay una emergencia.",
    "He visto trámites que tardan meses cuando podrían resolverse en un día con reglas sencillas.",
    "Las mujeres sostienen buena parte de los cuidados sin apoyo ni reconocimiento, y eso se puede cambiar desde lo público.",
    "La juventud necesita oportunidades de estudio y empleo cerca de donde vive, para no tener que marcharse.",
    "Las personas mayores y las personas con discapacidad merecen servicios pensados con ellas y no para ellas.",
    "Hay obras que se anuncian cada tres años y que nunca se terminan; quiero que cada una tenga responsable y fecha.",
    "Las comunidades más alejadas reciben menos recursos por persona que las cabeceras, y esa diferencia debe corregirse.",
    "La confianza se perdió porque la información llega tarde, incompleta o en un lenguaje que nadie entiende.",
    "Sé que el diálogo con quienes piensan distinto produce mejores decisiones que la imposición.",
    "El campo, el comercio y la industria pueden crecer sin agotar los bosques ni los ríos.",
    "La violencia no se resuelve con discursos: requiere prevención, investigación y atención a las víctimas.",
    "La educación pública me dio las herramientas que tengo y quiero devolver una parte de lo recibido.",
    "Creo en un gobierno que mide lo que hace, publica los resultados y corrige a tiempo.",
    "La cultura y el deporte fortalecen a los barrios y cuestan menos que remediar el abandono.",
];

const COMMITMENTS: &[&str] = &[
    "Me comprometo a publicar mi agenda de trabajo y a dedicar un día de cada semana a la atención directa.",
    "Presentaré un informe cada {m} meses, con cifras que se puedan comparar.",
    "Aceptaré que organizaciones ciudadanas revisen mis decisiones y responderé por escrito a sus observaciones.",
    "Declararé mi patrimonio y mis intereses, y pediré lo mismo a todo mi equipo.",
    "Integraré un equipo con paridad y con personas de distintas regiones {de}.",
    "Ninguna decisión de gasto relevante se tomará sin consulta previa y sin un estudio disponible para su lectura.",
    "Atenderé al menos {c} asambleas comunitarias en el primer año y daré respuesta a cada petición.",
    "Revisaré los programas que ya existen antes de crear otros, para conservar lo que funciona.",
];

const CLOSINGS: &[&str] = &[
    "Por eso participo: para que el cargo sea un servicio y no un privilegio.",
    "Ese es mi motivo, y espero que se me evalúe por los resultados.",
    "Quiero que, al terminar el encargo, las cosas funcionen mejor y que eso pueda comprobarse.",
    "Tengo la preparación, el tiempo y la voluntad para cumplir con esa tarea.",
    "Creo que es posible, y estoy en la mejor disposición de demostrarlo con trabajo.",
];

pub(super) fn write(rng: &mut ChaCha8Rng, voice: &Voice) -> Draft {
    let how_many = if voice.at_length {
        9
    } else {
        rng.random_range(2..=4)
    };
    let promised = if voice.at_length {
        6
    } else {
        rng.random_range(1..=3)
    };
    let mut templates = vec![one(rng, OPENINGS)];
    let mut reasons = some(rng, REASONS, REASONS.len());
    let left = reasons.split_off(how_many.min(reasons.len()));
    templates.extend(reasons);
    templates.extend(some(rng, COMMITMENTS, promised));
    templates.push(one(rng, CLOSINGS));
    Draft {
        sentences: templates.iter().map(|it| fill(rng, it, voice)).collect(),
        spare: left.into_iter().map(ToOwned::to_owned).collect(),
    }
}
