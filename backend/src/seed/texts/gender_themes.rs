//! Gender, and groups that are discriminated against.

use super::proposals::Theme;

pub(super) const ALL: &[Theme] = &[
    Theme {
        needs: &[
            "Las mujeres {de} dedican al cuidado de otras personas el doble de horas que los hombres.",
            "La falta de guarderías {en} deja a muchas mujeres sin empleo formal.",
            "El trabajo de cuidados {en} no se paga, no se reparte y casi no se reconoce.",
        ],
        measures: &[
            "crear un sistema de cuidados con estancias infantiles y centros de día",
            "ampliar los horarios escolares con alimentación y actividades",
            "ofrecer respiro y capacitación a quienes cuidan a personas con discapacidad",
            "promover licencias de paternidad y horarios flexibles en el servicio público",
        ],
        people: &[
            "las mujeres que cuidan sin remuneración",
            "las madres, los padres y las personas cuidadoras que trabajan",
            "las personas mayores y la niñez que requieren cuidados",
        ],
        goals: &[
            "abrir {c} estancias y centros de día",
            "reducir en {n} % las horas de cuidado no remunerado",
            "certificar a {c} personas cuidadoras",
        ],
    },
    Theme {
        needs: &[
            "La violencia contra las mujeres {en} se atiende tarde y de manera dispersa.",
            "Quienes denuncian violencia {en} recorren varias oficinas antes de recibir protección.",
            "Las órdenes de protección {en} no siempre se notifican ni se vigilan.",
        ],
        measures: &[
            "reunir en un solo centro la atención jurídica, médica y psicológica",
            "vigilar el cumplimiento de las órdenes de protección con personal especializado",
            "abrir refugios temporales con apoyo para empleo y vivienda",
            "capacitar con evaluación a la policía y a quienes juzgan",
        ],
        people: &[
            "las mujeres, adolescentes y niñas en situación de violencia",
            "las familias que acompañan a víctimas",
            "las comunidades sin servicios especializados",
        ],
        goals: &[
            "atender todos los casos de alto riesgo en menos de veinticuatro horas",
            "abrir {c} módulos de atención",
            "dar seguimiento a {n} % más órdenes de protección",
        ],
    },
    Theme {
        needs: &[
            "Las mujeres {de} ganan menos que los hombres por trabajos equivalentes.",
            "Pocas empresas dirigidas por mujeres {en} logran contratos públicos.",
            "La participación de las mujeres en los empleos mejor pagados {de} sigue siendo baja.",
        ],
        measures: &[
            "auditar la brecha salarial en el servicio público y corregirla con plazos",
            "reservar compras públicas para empresas y cooperativas de mujeres",
            "otorgar créditos y asesoría para negocios encabezados por mujeres",
            "formar a mujeres en ciencia, tecnología y oficios bien pagados",
        ],
        people: &[
            "las mujeres que trabajan y las que desean reincorporarse",
            "las jóvenes que eligen carreras técnicas y científicas",
            "las mujeres indígenas y rurales que emprenden",
        ],
        goals: &[
            "cerrar en {n} % la brecha salarial en la nómina pública",
            "asignar {n} % de las compras menores a empresas de mujeres",
            "capacitar a {c} mujeres con empleo garantizado",
        ],
    },
    Theme {
        needs: &[
            "Las personas con discapacidad encuentran {en} edificios, calles y trámites inaccesibles.",
            "Pocas oficinas {de} cuentan con intérpretes de Lengua de Señas Mexicana.",
            "El empleo para personas con discapacidad {en} es escaso y mal pagado.",
        ],
        measures: &[
            "hacer accesibles los edificios públicos con un calendario obligatorio",
            "contratar intérpretes y publicar la información en lectura fácil",
            "reservar plazas y dar incentivos a la contratación",
            "crear un servicio de transporte adaptado con reservación",
        ],
        people: &[
            "las personas con discapacidad y sus familias",
            "la niñez con discapacidad en edad escolar",
            "las personas que adquirieron una discapacidad por trabajo o por edad",
        ],
        goals: &[
            "adecuar {c} edificios y rutas",
            "contratar a {c} personas con discapacidad",
            "ofrecer {n} % de los trámites en formatos accesibles",
        ],
    },
    Theme {
        needs: &[
            "Los pueblos mazahua, otomí, nahua, matlatzinca y tlahuica {de} reciben servicios que no hablan su lengua.",
            "Las comunidades indígenas {en} no son consultadas sobre las obras en su territorio.",
            "La justicia y la salud {en} carecen de intérpretes en lenguas originarias.",
        ],
        measures: &[
            "garantizar intérpretes en hospitales, juzgados y ventanillas",
            "realizar consultas previas con protocolos acordados por cada comunidad",
            "apoyar escuelas y radios en lenguas originarias",
            "reconocer en el presupuesto los proyectos que deciden las asambleas",
        ],
        people: &[
            "los pueblos y las personas indígenas de la región",
            "las mujeres indígenas que encabezan proyectos",
            "la niñez hablante de una lengua originaria",
        ],
        goals: &[
            "contar con intérpretes en {n} % de los servicios",
            "financiar {c} proyectos decididos en asamblea",
            "formar a {c} personas intérpretes certificadas",
        ],
    },
    Theme {
        needs: &[
            "Las personas LGBTTTIQ+ enfrentan {en} discriminación en la escuela, el trabajo y los servicios de salud.",
            "El personal público {de} no siempre conoce los derechos de las personas de la diversidad sexual.",
            "Hay crímenes de odio {en} que no se investigan como tales.",
        ],
        measures: &[
            "capacitar al personal de salud, educación y seguridad con evaluación anual",
            "abrir un servicio de atención jurídica y psicológica especializado",
            "facilitar el reconocimiento de la identidad de género en todos los trámites",
            "aplicar protocolos de investigación sin prejuicios",
        ],
        people: &[
            "las personas de la población LGBTTTIQ+ y sus familias",
            "adolescentes que sufren acoso escolar",
            "las personas trans en busca de empleo",
        ],
        goals: &[
            "certificar {c} espacios libres de discriminación",
            "resolver {n} % de las quejas en menos de treinta días",
            "vincular a {c} personas con un empleo formal",
        ],
    },
    Theme {
        needs: &[
            "Muchas personas mayores {de} viven solas y sin ingresos propios.",
            "Los espacios para la convivencia de las personas mayores {en} son insuficientes.",
            "La atención geriátrica {en} se limita a la cabecera.",
        ],
        measures: &[
            "crear casas de día con comida, terapia y actividades culturales",
            "llevar atención médica y trámites al domicilio",
            "abrir empleos parciales y tutorías en escuelas",
            "vigilar y sancionar el maltrato y el despojo patrimonial",
        ],
        people: &[
            "las personas de 60 años o más, sobre todo las que viven solas",
            "las mujeres mayores sin pensión",
            "las familias que cuidan a personas mayores",
        ],
        goals: &[
            "atender a {c} personas mayores por mes",
            "abrir {c} casas de día",
            "reducir en {n} % los casos de abandono sin atención",
        ],
    },
    Theme {
        needs: &[
            "Las mujeres {de} modifican sus rutas y horarios por miedo al acoso.",
            "El acoso en el transporte {en} se ha vuelto cotidiano y casi nunca se denuncia.",
            "Hay paraderos y pasos {en} sin luz ni vigilancia.",
        ],
        measures: &[
            "trazar senderos seguros con luz, cámaras y botones de auxilio",
            "establecer un protocolo contra el acoso en todas las rutas",
            "permitir descensos seguros entre paradas durante la noche",
            "formar al personal de las rutas con perspectiva de género",
        ],
        people: &[
            "las mujeres y adolescentes que usan el transporte",
            "las estudiantes y las trabajadoras de turno nocturno",
            "las personas con discapacidad que viajan solas",
        ],
        goals: &[
            "reducir en {n} % los casos de acoso en el transporte",
            "instalar {c} senderos y paraderos seguros",
            "capacitar a {c} personas operadoras",
        ],
    },
    Theme {
        needs: &[
            "La juventud {de} tiene empleos temporales y pocas opciones para continuar sus estudios.",
            "Las decisiones que afectan a las personas jóvenes {en} se toman sin escucharlas.",
            "El embarazo en adolescentes {en} sigue por encima del promedio nacional.",
        ],
        measures: &[
            "crear un consejo de juventudes con voz en el presupuesto",
            "otorgar becas de primer empleo con capacitación pagada",
            "ofrecer educación sexual integral y servicios amigables de salud",
            "abrir residencias y transporte para estudiantes de otras localidades",
        ],
        people: &[
            "las personas de 15 a 29 años",
            "las adolescentes y jóvenes de zonas rurales",
            "las juventudes que no estudian ni tienen empleo formal",
        ],
        goals: &[
            "colocar a {c} jóvenes en su primer empleo",
            "reducir en {n} % el embarazo adolescente",
            "destinar {n} % del presupuesto participativo a proyectos de juventudes",
        ],
    },
    Theme {
        needs: &[
            "Las familias migrantes {de} enfrentan trámites imposibles cuando una persona retorna.",
            "Quienes regresan del extranjero {en} no logran validar sus estudios.",
            "Las personas en movilidad que cruzan {en} carecen de albergue y de información.",
        ],
        measures: &[
            "abrir una ventanilla para personas migrantes con gestión consular y de documentos",
            "revalidar estudios y oficios en menos de treinta días",
            "apoyar albergues con agua, salud y asesoría jurídica",
            "crear un fondo para proyectos productivos de retorno",
        ],
        people: &[
            "las personas migrantes y sus familias",
            "la niñez binacional en las escuelas",
            "las mujeres que encabezan hogares con remesas",
        ],
        goals: &[
            "resolver {c} trámites en el primer semestre",
            "apoyar {c} proyectos de retorno",
            "reducir en {n} % los expedientes escolares sin resolver",
        ],
    },
    Theme {
        needs: &[
            "Las personas afromexicanas {de} son poco visibles en los registros y en las políticas públicas.",
            "La discriminación por el color de piel {en} afecta el acceso al empleo y a la justicia.",
            "Hace falta {en} un diagnóstico sobre la población afrodescendiente y sus necesidades.",
        ],
        measures: &[
            "incluir la autoadscripción afromexicana en los registros administrativos",
            "difundir la historia y las aportaciones de la población afromexicana",
            "sancionar la discriminación con un procedimiento rápido y gratuito",
            "becar a estudiantes afromexicanas y afromexicanos",
        ],
        people: &[
            "las personas y comunidades afromexicanas",
            "la niñez y la juventud afrodescendiente",
            "las mujeres afromexicanas que emprenden",
        ],
        goals: &[
            "entregar {c} becas",
            "publicar el primer diagnóstico y actualizar {n} % de los registros",
            "capacitar a {c} personas servidoras públicas",
        ],
    },
];
