//! Subjects of towns and cities.

use super::proposals::Theme;

pub(super) const ALL: &[Theme] = &[
    Theme {
        needs: &[
            "En muchas colonias {de} el agua llega por tandeo y la red pierde una parte importante en fugas.",
            "La falta de agua {en} obliga a las familias a pagar pipas que cuestan varias veces la tarifa.",
            "La red de agua potable {de} tiene tramos con más de cuarenta años y sin mantenimiento.",
        ],
        measures: &[
            "sustituir los tramos más antiguos de la red e instalar medidores de sector",
            "captar agua de lluvia en escuelas, mercados y edificios públicos",
            "reparar fugas con cuadrillas por zona y un tablero público de reportes",
            "rehabilitar pozos y plantas de tratamiento antes de perforar nuevos",
        ],
        people: &[
            "las familias de colonias con servicio intermitente",
            "las escuelas y centros de salud sin suministro continuo",
            "los hogares encabezados por mujeres en zonas sin red",
        ],
        goals: &[
            "reducir en {n} % el agua que se pierde en la red",
            "dar servicio diario a {c} colonias que hoy lo reciben por tandeo",
            "instalar {c} sistemas de captación en edificios públicos",
        ],
    },
    Theme {
        needs: &[
            "Quienes trabajan fuera {de} pasan hasta cuatro horas al día en el transporte.",
            "Las rutas {en} se encimaron durante años sin un plan y dejaron comunidades sin servicio nocturno.",
            "El transporte público {de} es caro, inseguro y poco accesible.",
        ],
        measures: &[
            "reordenar las rutas con base en encuestas de viaje y fijar horarios públicos",
            "crear carriles de uso exclusivo para el transporte en las avenidas principales",
            "equipar las unidades con rampas, cámaras y botón de auxilio",
            "integrar el pago en una sola tarjeta con transbordo gratuito",
        ],
        people: &[
            "la población trabajadora y estudiantil que viaja todos los días",
            "las personas con discapacidad y las personas mayores que hoy no pueden abordar",
            "las mujeres que viajan de madrugada y de noche",
        ],
        goals: &[
            "reducir en {n} % el tiempo promedio de traslado",
            "contar con {c} unidades accesibles y vigiladas",
            "cubrir {c} paraderos con iluminación y horarios a la vista",
        ],
    },
    Theme {
        needs: &[
            "La percepción de inseguridad {en} limita los horarios, los negocios y la vida en la calle.",
            "La policía {de} no tiene personal suficiente ni condiciones dignas para trabajar.",
            "La mayor parte de los delitos {en} no se denuncia por falta de confianza.",
        ],
        measures: &[
            "profesionalizar a la policía de proximidad con salario, seguro y evaluación pública",
            "recuperar espacios con alumbrado, actividades y presencia permanente",
            "acercar módulos itinerantes de denuncia con atención jurídica y psicológica",
            "integrar un observatorio ciudadano que publique datos por colonia",
        ],
        people: &[
            "la población de las zonas con mayor incidencia",
            "los comercios familiares y las personas usuarias del transporte",
            "las mujeres, la niñez y las personas jóvenes",
        ],
        goals: &[
            "reducir en {n} % los robos a transeúntes y a negocios",
            "aumentar en {n} % las denuncias con seguimiento",
            "iluminar {c} tramos con mayor riesgo",
        ],
    },
    Theme {
        needs: &[
            "Buena parte de los residuos {de} termina en barrancas y tiraderos a cielo abierto.",
            "La recolección de basura {en} es irregular y no separa los residuos orgánicos.",
            "El manejo de residuos {de} cuesta cada año más y aprovecha muy poco.",
        ],
        measures: &[
            "establecer la separación por días y centros de compostaje por zona",
            "formalizar a quienes hoy recuperan materiales, con seguridad social y equipo",
            "clausurar y sanear los tiraderos con vigilancia comunitaria",
            "comprar camiones con compartimentos y publicar sus recorridos en tiempo real",
        ],
        people: &[
            "toda la población, con prioridad en las colonias sin recolección regular",
            "las personas que trabajan en la pepena y sus familias",
            "las escuelas, mercados y unidades habitacionales",
        ],
        goals: &[
            "aprovechar {n} % de los residuos que hoy se entierran",
            "sanear {c} sitios de tiradero",
            "instalar {c} puntos limpios vigilados",
        ],
    },
    Theme {
        needs: &[
            "Abrir un negocio {en} exige visitar varias ventanillas y esperar semanas.",
            "Los pequeños comercios {de} carecen de crédito y de asesoría para crecer.",
            "La mayoría de los empleos {en} no ofrece contrato ni seguridad social.",
        ],
        measures: &[
            "reunir los trámites en una sola ventanilla digital con plazos obligatorios",
            "crear un fondo de crédito con tasas bajas y acompañamiento contable",
            "vincular la capacitación para el trabajo con las vacantes de la región",
            "reservar una parte de las compras públicas a empresas locales y cooperativas",
        ],
        people: &[
            "las personas emprendedoras y los negocios familiares",
            "la juventud que busca su primer empleo",
            "las mujeres que trabajan por cuenta propia",
        ],
        goals: &[
            "abrir negocios de bajo riesgo en menos de tres días",
            "otorgar {c} créditos con seguimiento",
            "formalizar {c} empleos cada año",
        ],
    },
    Theme {
        needs: &[
            "Faltan canchas, bibliotecas y talleres {en}, sobre todo en las colonias más nuevas.",
            "Los espacios culturales {de} están cerrados, o abren en horarios en que nadie puede acudir.",
            "La juventud {de} tiene pocos lugares seguros para reunirse y aprender.",
        ],
        measures: &[
            "abrir las escuelas por la tarde con talleres de arte, ciencia y deporte",
            "rehabilitar unidades deportivas y entregarlas a comités con reglas públicas",
            "crear una red de bibliotecas con internet y horarios amplios",
            "otorgar becas a talleristas y colectivos de cada barrio",
        ],
        people: &[
            "la niñez y las personas jóvenes de 12 a 29 años",
            "las personas mayores que buscan actividades cerca de su casa",
            "los colectivos culturales y deportivos de la comunidad",
        ],
        goals: &[
            "poner en funcionamiento {c} espacios hoy cerrados",
            "inscribir a {c} personas en talleres gratuitos",
            "ofrecer actividades en {n} % de las colonias",
        ],
    },
    Theme {
        needs: &[
            "Los trámites {en} siguen dependiendo de copias, filas y favores.",
            "La información pública {de} existe, pero llega tarde y en formatos que no se pueden analizar.",
            "La ciudadanía {de} no puede saber con facilidad en qué se gasta cada peso.",
        ],
        measures: &[
            "publicar cada contrato, nómina y obra en datos abiertos y lenguaje claro",
            "llevar los trámites más usados a una plataforma con atención telefónica y en kioscos",
            "establecer el presupuesto participativo con asambleas y voto secreto",
            "crear una contraloría ciudadana con acceso a los expedientes",
        ],
        people: &[
            "todas las personas que realizan trámites o pagan servicios",
            "las organizaciones que vigilan el gasto público",
            "las personas sin conexión, que contarán con atención presencial",
        ],
        goals: &[
            "resolver en línea {n} % de los trámites",
            "publicar el total de los contratos el mismo mes en que se firman",
            "realizar {c} asambleas de presupuesto participativo",
        ],
    },
    Theme {
        needs: &[
            "Los centros de salud {de} no tienen medicamentos ni personal en fin de semana.",
            "Para una consulta de especialidad {en} se espera varios meses.",
            "La atención a la salud mental {en} es casi inexistente en el sector público.",
        ],
        measures: &[
            "ampliar los horarios de las clínicas y completar sus plantillas",
            "abrir módulos de salud mental con atención gratuita y línea telefónica",
            "equipar unidades móviles para detección de cáncer, diabetes e hipertensión",
            "publicar en línea las existencias de medicamentos de cada unidad",
        ],
        people: &[
            "las personas sin seguridad social",
            "las personas mayores y quienes viven con enfermedades crónicas",
            "adolescentes y personas jóvenes que requieren apoyo emocional",
        ],
        goals: &[
            "cubrir {n} % de las plazas médicas vacantes",
            "realizar {c} jornadas de detección oportuna",
            "atender a {c} personas al mes en salud mental",
        ],
    },
    Theme {
        needs: &[
            "Las banquetas {de} están ocupadas o rotas y obligan a caminar por el arroyo vehicular.",
            "Cada año ocurren atropellamientos {en}, casi siempre en los mismos cruces.",
            "Las calles {de} se diseñaron para los automóviles y no para quienes caminan.",
        ],
        measures: &[
            "reconstruir banquetas con rampas y pasos a nivel en las rutas escolares",
            "reducir la velocidad en zonas habitacionales con rediseño y no solo con letreros",
            "trazar una red de ciclovías que conecte escuelas, mercados y estaciones",
            "auditar los cruces peligrosos con participación del vecindario",
        ],
        people: &[
            "las personas que caminan, en especial la niñez y las personas mayores",
            "las personas con discapacidad visual o motriz",
            "las personas ciclistas y usuarias del transporte público",
        ],
        goals: &[
            "reducir en {n} % los hechos de tránsito con personas lesionadas",
            "intervenir {c} cruces y rutas escolares",
            "construir {c} tramos de banqueta accesible",
        ],
    },
    Theme {
        needs: &[
            "Hay unidades habitacionales {en} con viviendas abandonadas y servicios interrumpidos.",
            "Muchas familias {de} no cuentan con escrituras de la vivienda que habitan desde hace años.",
            "La renta {en} crece más rápido que los salarios.",
        ],
        measures: &[
            "regularizar la propiedad con jornadas de escrituración a bajo costo",
            "recuperar vivienda abandonada para arrendamiento social",
            "mejorar techos, pisos y baños con asistencia técnica gratuita",
            "condicionar los nuevos fraccionamientos a servicios completos",
        ],
        people: &[
            "las familias sin escrituras ni acceso a crédito",
            "las personas jóvenes y las jefas de familia",
            "los hogares en zonas de riesgo",
        ],
        goals: &[
            "entregar {c} escrituras",
            "mejorar {c} viviendas cada año",
            "reubicar de manera voluntaria a {n} % de los hogares en riesgo",
        ],
    },
];
