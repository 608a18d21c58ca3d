//! Lines of work: what was studied, done and achieved in each.

use conoceles_shared::catalogues::Degree;

/// A line of work.
#[derive(Debug)]
pub struct Field {
    /// «la docencia», after «me dedico a».
    pub noun: &'static str,
    /// What was studied, after «Estudié».
    pub study: &'static str,
    /// The usual degree.
    pub degree: Degree,
    /// What was done, in the first person, before a place.
    pub done: &'static [&'static str],
    /// Where, after «en».
    pub places: &'static [&'static str],
    /// A course of further education.
    pub courses: &'static [&'static str],
}

/// All of them.
pub const FIELDS: &[Field] = &[
    Field {
        noun: "la docencia",
        study: "la licenciatura en Educación Primaria",
        degree: Degree::Bachelor,
        done: &[
            "impartí clases multigrado",
            "coordiné el consejo técnico escolar",
            "dirigí el turno vespertino",
            "acompañé a docentes de nuevo ingreso",
        ],
        places: &[
            "una escuela primaria pública",
            "una zona escolar rural",
            "un centro de educación para personas adultas",
        ],
        courses: &[
            "Diplomado en lectura y escritura en los primeros grados",
            "Curso de atención a la diversidad en el aula",
        ],
    },
    Field {
        noun: "la abogacía",
        study: "la licenciatura en Derecho",
        degree: Degree::Bachelor,
        done: &[
            "asesoré asuntos familiares y de vivienda",
            "representé a comunidades agrarias en sus trámites",
            "llevé procedimientos de mediación",
            "revisé contratos y convenios de servicio público",
        ],
        places: &[
            "un despacho de la región",
            "una defensoría de oficio",
            "un centro de justicia alternativa",
        ],
        courses: &[
            "Diplomado en derechos humanos y acceso a la justicia",
            "Curso de mediación y solución pacífica de conflictos",
        ],
    },
    Field {
        noun: "la enfermería",
        study: "la licenciatura en Enfermería",
        degree: Degree::Bachelor,
        done: &[
            "atendí el área de urgencias",
            "coordiné jornadas de vacunación",
            "formé al personal de nuevo ingreso",
            "organicé visitas a domicilio para personas mayores",
        ],
        places: &[
            "un centro de salud comunitario",
            "un hospital general",
            "una unidad médica móvil",
        ],
        courses: &[
            "Especialización técnica en cuidados paliativos",
            "Curso de reanimación básica y primeros auxilios",
        ],
    },
    Field {
        noun: "la medicina familiar",
        study: "la carrera de Medicina",
        degree: Degree::Specialty,
        done: &[
            "di consulta general",
            "dirigí un programa de detección oportuna de diabetes",
            "coordiné guardias de fin de semana",
            "supervisé el servicio social de pasantes",
        ],
        places: &[
            "una clínica de primer nivel",
            "un hospital regional",
            "una brigada de salud rural",
        ],
        courses: &[
            "Diplomado en salud pública y prevención",
            "Actualización en enfermedades crónicas",
        ],
    },
    Field {
        noun: "la contaduría",
        study: "la licenciatura en Contaduría",
        degree: Degree::Bachelor,
        done: &[
            "llevé la contabilidad de pequeños negocios",
            "revisé estados financieros",
            "participé en auditorías de obra",
            "capacité en obligaciones fiscales",
        ],
        places: &[
            "un despacho contable",
            "una caja popular de ahorro",
            "una cooperativa de producción",
        ],
        courses: &[
            "Diplomado en finanzas públicas municipales",
            "Curso de contabilidad gubernamental",
        ],
    },
    Field {
        noun: "la ingeniería civil",
        study: "la carrera de Ingeniería Civil",
        degree: Degree::Bachelor,
        done: &[
            "supervisé obra hidráulica",
            "calculé estructuras para escuelas",
            "dirigí la rehabilitación de caminos",
            "elaboré proyectos ejecutivos de drenaje",
        ],
        places: &[
            "una empresa constructora local",
            "un organismo operador de agua",
            "una residencia de obra",
        ],
        courses: &[
            "Diplomado en gestión integral del agua",
            "Curso de seguridad estructural",
        ],
    },
    Field {
        noun: "el campo",
        study: "la carrera técnica en Producción Agropecuaria",
        degree: Degree::Technical,
        done: &[
            "sembré maíz criollo y hortalizas",
            "organicé la venta directa de la cosecha",
            "coordiné la unidad de riego",
            "promoví abonos orgánicos",
        ],
        places: &[
            "la parcela familiar",
            "una sociedad de producción rural",
            "el ejido",
        ],
        courses: &[
            "Curso de manejo de suelos y agua",
            "Taller de agroecología y semillas nativas",
        ],
    },
    Field {
        noun: "el comercio",
        study: "la preparatoria y varios cursos de administración",
        degree: Degree::HighSchool,
        done: &[
            "atendí el negocio familiar",
            "administré un local de abarrotes",
            "representé a la unión de locatarias y locatarios",
            "abrí una comercializadora de productos regionales",
        ],
        places: &[
            "el mercado municipal",
            "el tianguis de los domingos",
            "el centro de la cabecera",
        ],
        courses: &[
            "Curso de administración de pequeños negocios",
            "Taller de comercio justo",
        ],
    },
    Field {
        noun: "la psicología",
        study: "la licenciatura en Psicología",
        degree: Degree::Master,
        done: &[
            "di atención psicológica a adolescentes",
            "coordiné grupos de apoyo",
            "diseñé talleres de crianza sin violencia",
            "atendí una línea de escucha",
        ],
        places: &[
            "un centro de atención comunitaria",
            "una escuela secundaria",
            "una asociación civil",
        ],
        courses: &[
            "Diplomado en atención a víctimas",
            "Curso de intervención en crisis",
        ],
    },
    Field {
        noun: "el trabajo social",
        study: "la licenciatura en Trabajo Social",
        degree: Degree::Bachelor,
        done: &[
            "levanté diagnósticos de barrio",
            "acompañé a familias en sus trámites",
            "organicé comedores comunitarios",
            "coordiné redes de cuidado",
        ],
        places: &[
            "un sistema municipal de asistencia",
            "una casa hogar",
            "un hospital de zona",
        ],
        courses: &[
            "Diplomado en desarrollo comunitario",
            "Curso de redes de apoyo y cuidados",
        ],
    },
    Field {
        noun: "la arquitectura",
        study: "la licenciatura en Arquitectura",
        degree: Degree::Master,
        done: &[
            "proyecté vivienda de bajo costo",
            "dirigí la restauración de un edificio histórico",
            "diseñé espacios públicos con la comunidad",
            "elaboré estudios de crecimiento urbano",
        ],
        places: &[
            "un taller de proyectos",
            "una dirección de desarrollo urbano",
            "una cooperativa de vivienda",
        ],
        courses: &[
            "Diplomado en movilidad y ciudades caminables",
            "Curso de diseño participativo",
        ],
    },
    Field {
        noun: "la informática",
        study: "la carrera de Ingeniería en Sistemas Computacionales",
        degree: Degree::Bachelor,
        done: &[
            "desarrollé sistemas de gestión escolar",
            "administré redes y servidores",
            "enseñé programación a personas jóvenes",
            "digitalicé archivos históricos",
        ],
        places: &[
            "una empresa de tecnología",
            "una universidad pública",
            "una biblioteca regional",
        ],
        courses: &[
            "Diplomado en datos abiertos y gobierno digital",
            "Curso de seguridad de la información",
        ],
    },
    Field {
        noun: "el transporte público",
        study: "la secundaria y la certificación para conducir transporte público",
        degree: Degree::Secondary,
        done: &[
            "conduje una ruta suburbana",
            "representé a la base ante la autoridad de movilidad",
            "coordiné turnos y mantenimiento",
            "impartí educación vial",
        ],
        places: &[
            "una línea de autobuses",
            "un sitio de taxis",
            "una sociedad de transporte",
        ],
        courses: &["Curso de manejo defensivo", "Taller de educación vial"],
    },
    Field {
        noun: "la artesanía",
        study: "la primaria y el oficio con mi familia",
        degree: Degree::Primary,
        done: &[
            "elaboré textiles en telar de cintura",
            "vendí alfarería en ferias del estado",
            "enseñé el oficio a nuevas generaciones",
            "organicé la compra común de materiales",
        ],
        places: &[
            "el taller familiar",
            "una cooperativa de artesanías",
            "la feria regional",
        ],
        courses: &[
            "Taller de registro de marca colectiva",
            "Curso de comercio en línea para artesanías",
        ],
    },
    Field {
        noun: "el periodismo",
        study: "la licenciatura en Comunicación",
        degree: Degree::Bachelor,
        done: &[
            "cubrí la fuente de medio ambiente",
            "edité un semanario regional",
            "conduje un noticiario de radio comunitaria",
            "investigué el uso del presupuesto público",
        ],
        places: &[
            "un periódico local",
            "una radio comunitaria",
            "un portal de noticias",
        ],
        courses: &[
            "Diplomado en periodismo de datos",
            "Curso de cobertura con perspectiva de género",
        ],
    },
    Field {
        noun: "la biología",
        study: "la licenciatura en Biología",
        degree: Degree::Doctorate,
        done: &[
            "estudié la recuperación de humedales",
            "coordiné viveros forestales",
            "coordiné prácticas de ecología",
            "dirigí el monitoreo de calidad del agua",
        ],
        places: &[
            "un centro de investigación",
            "un parque estatal",
            "una universidad pública",
        ],
        courses: &[
            "Estancia de investigación en manejo de cuencas",
            "Curso de evaluación de impacto ambiental",
        ],
    },
    Field {
        noun: "la economía",
        study: "la licenciatura en Economía",
        degree: Degree::Master,
        done: &[
            "analicé el gasto en programas sociales",
            "evalué créditos para pequeños negocios",
            "elaboré estudios de mercado regional",
            "di clases de estadística",
        ],
        places: &[
            "un instituto de estudios regionales",
            "una financiera social",
            "una preparatoria oficial",
        ],
        courses: &[
            "Diplomado en evaluación de políticas públicas",
            "Curso de presupuesto basado en resultados",
        ],
    },
    Field {
        noun: "la gestión cultural",
        study: "la licenciatura en Artes",
        degree: Degree::Bachelor,
        done: &[
            "dirigí la programación anual",
            "organicé festivales de música tradicional",
            "coordiné talleres para infancias",
            "recuperé la memoria oral de los barrios",
        ],
        places: &[
            "la casa de cultura",
            "un museo comunitario",
            "una orquesta juvenil",
        ],
        courses: &[
            "Diplomado en patrimonio cultural",
            "Curso de gestión de espacios culturales",
        ],
    },
];
