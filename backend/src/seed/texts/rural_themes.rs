//! Subjects of the countryside, schools and the environment.

use super::proposals::Theme;

pub(super) const ALL: &[Theme] = &[
    Theme {
        needs: &[
            "Quienes siembran {en} venden su cosecha por debajo del costo porque dependen de intermediarios.",
            "El campo {de} enfrenta sequías, plagas y falta de crédito.",
            "Las parcelas {de} son pequeñas y carecen de riego y de asistencia técnica.",
        ],
        measures: &[
            "crear centros de acopio con precio de garantía y venta directa a escuelas y hospitales",
            "tecnificar el riego y compartir maquinaria por comunidad",
            "conservar las semillas nativas con bancos comunitarios",
            "ofrecer seguro agrícola con pago automático ante sequía o helada",
        ],
        people: &[
            "las personas agricultoras con menos de tres hectáreas",
            "las mujeres y la juventud rural sin título de propiedad",
            "los ejidos y las comunidades que producen maíz y hortalizas",
        ],
        goals: &[
            "aumentar en {n} % el ingreso de las familias participantes",
            "tecnificar {c} unidades de riego",
            "asegurar {c} hectáreas en el primer ciclo",
        ],
    },
    Theme {
        needs: &[
            "Los caminos entre comunidades {de} se cierran en temporada de lluvias.",
            "En varias localidades {de} la ambulancia tarda más de una hora en llegar.",
            "El mal estado de los caminos {en} encarece los productos y dificulta ir a la escuela.",
        ],
        measures: &[
            "pavimentar los accesos principales con drenaje y mantenimiento anual",
            "crear un banco de maquinaria para caminos saca cosechas",
            "construir puentes peatonales y vados seguros",
            "dar mantenimiento con cuadrillas comunitarias pagadas",
        ],
        people: &[
            "las localidades rurales con mayor aislamiento",
            "el estudiantado que camina más de tres kilómetros",
            "las familias productoras y el personal de salud",
        ],
        goals: &[
            "rehabilitar {c} kilómetros de camino",
            "reducir en {n} % el tiempo de llegada de las ambulancias",
            "construir {c} pasos seguros",
        ],
    },
    Theme {
        needs: &[
            "Los bosques {de} pierden superficie por la tala clandestina y los incendios.",
            "Los ríos y presas {de} reciben descargas sin tratamiento.",
            "Las áreas naturales {en} carecen de vigilancia y de planes de manejo.",
        ],
        measures: &[
            "pagar servicios ambientales a las comunidades que cuidan el bosque",
            "integrar brigadas permanentes contra incendios con equipo y seguro",
            "sanear los cauces y vigilar las descargas industriales",
            "restaurar barrancas y zonas de recarga con especies nativas",
        ],
        people: &[
            "las comunidades y los ejidos forestales",
            "la población aguas abajo, que depende de esos manantiales",
            "las escuelas y brigadas voluntarias de la región",
        ],
        goals: &[
            "reforestar {c} hectáreas con supervivencia comprobada",
            "reducir en {n} % la superficie incendiada",
            "tratar {n} % de las descargas que hoy llegan al río",
        ],
    },
    Theme {
        needs: &[
            "En escuelas {de} faltan baños, techumbres y conexión a internet.",
            "La deserción en secundaria y bachillerato {en} creció en los últimos años.",
            "Muchas aulas {de} se construyeron con aportaciones de las familias y requieren mantenimiento.",
        ],
        measures: &[
            "rehabilitar baños, bebederos y aulas con comités de supervisión escolar",
            "otorgar becas de transporte y alimentación para evitar la deserción",
            "conectar los planteles a internet y capacitar al personal docente",
            "abrir bachilleratos con carreras técnicas ligadas a la región",
        ],
        people: &[
            "el alumnado de educación básica y media superior",
            "las escuelas multigrado y las telesecundarias",
            "adolescentes en riesgo de abandonar sus estudios",
        ],
        goals: &[
            "rehabilitar {c} planteles",
            "reducir en {n} % el abandono escolar",
            "conectar {n} % de las escuelas públicas",
        ],
    },
    Theme {
        needs: &[
            "El patrimonio y la gastronomía {de} no se aprovechan para generar ingresos locales.",
            "El turismo {en} se concentra en unos cuantos días y deja poco en las comunidades.",
            "Las y los artesanos {de} compiten con imitaciones y carecen de puntos de venta.",
        ],
        measures: &[
            "formar rutas de turismo comunitario con guías de la propia región",
            "proteger los diseños con marcas colectivas y ferias permanentes",
            "restaurar plazas, capillas y casonas con escuelas taller",
            "señalizar senderos y miradores con criterios ambientales",
        ],
        people: &[
            "las familias artesanas y prestadoras de servicios",
            "la juventud que quiere emprender sin migrar",
            "las comunidades que resguardan el patrimonio",
        ],
        goals: &[
            "poner en marcha {c} recorridos atendidos por la comunidad",
            "aumentar en {n} % la venta directa de artesanías",
            "restaurar {c} inmuebles y espacios",
        ],
    },
    Theme {
        needs: &[
            "Las lluvias inundan cada año las mismas colonias {de}.",
            "Hay viviendas {en} asentadas en laderas y cauces sin un plan de prevención.",
            "Protección civil {de} no cuenta con equipo ni con personal en todas las regiones.",
        ],
        measures: &[
            "desazolvar los cauces antes de la temporada y construir vasos reguladores",
            "actualizar el atlas de riesgos y publicarlo por manzana",
            "instalar alertas tempranas y formar brigadas en cada comunidad",
            "equipar estaciones de bomberos con turnos completos",
        ],
        people: &[
            "las familias en zonas inundables y laderas",
            "las escuelas y hospitales expuestos",
            "las brigadas voluntarias y el personal de rescate",
        ],
        goals: &[
            "reducir en {n} % las viviendas afectadas por inundación",
            "formar {c} brigadas comunitarias",
            "desazolvar {c} puntos críticos",
        ],
    },
    Theme {
        needs: &[
            "La luz se interrumpe con frecuencia {en} y el alumbrado consume gran parte del presupuesto.",
            "Los edificios públicos {de} gastan más energía de la necesaria.",
            "Hay localidades {de} que todavía no cuentan con energía eléctrica regular.",
        ],
        measures: &[
            "cambiar el alumbrado a tecnología eficiente con garantía de diez años",
            "instalar paneles solares en escuelas, clínicas y pozos",
            "formar a personas jóvenes como técnicas en energías renovables",
            "electrificar con microrredes las localidades más alejadas",
        ],
        people: &[
            "las colonias con mayor número de fallas",
            "las comunidades sin suministro regular",
            "los organismos que operan pozos y plantas",
        ],
        goals: &[
            "ahorrar {n} % del gasto en energía",
            "instalar {c} sistemas solares",
            "sustituir {c} luminarias por mes",
        ],
    },
    Theme {
        needs: &[
            "Los animales en situación de calle {en} son un problema de salud y de maltrato.",
            "No hay servicio veterinario público suficiente {en}.",
            "El maltrato animal {en} rara vez se investiga y sanciona.",
        ],
        measures: &[
            "ofrecer esterilización gratuita con unidades móviles",
            "abrir una clínica veterinaria pública con cuotas simbólicas",
            "crear una brigada de atención al maltrato con capacidad de sanción",
            "promover la adopción responsable con escuelas y universidades",
        ],
        people: &[
            "las familias de bajos ingresos con animales de compañía",
            "las colonias con mayor número de agresiones",
            "las asociaciones de rescate que hoy trabajan sin apoyo",
        ],
        goals: &[
            "esterilizar a {c} animales por mes",
            "reducir en {n} % los reportes por agresión",
            "atender {c} denuncias con resolución publicada",
        ],
    },
];
