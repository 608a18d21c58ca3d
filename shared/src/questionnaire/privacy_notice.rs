//! The privacy notice («aviso de privacidad integral») that the consents refer to: its text, once,
//! for the capture desk, the public page and whoever else shows it.
//!
//! It says what the system does, no more. A consent names the version that was read, so another
//! text is another [`NOTICE_VERSION`].

use super::NOTICE_VERSION;

/// Where the public reads it, below the address of the site.
pub const NOTICE_PATH: &str = "/aviso-de-privacidad";

/// A privacy notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrivacyNotice {
    /// The heading of the page that shows it.
    pub title: &'static str,
    /// Each consent names it: another text is another version.
    pub version: &'static str,
    /// In the order in which they are read.
    pub sections: &'static [NoticeSection],
}

/// A section of the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeSection {
    /// As the page shows it, below the title.
    pub heading: &'static str,
    /// Paragraphs and lists, in their order.
    pub blocks: &'static [NoticeBlock],
}

/// A paragraph or a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeBlock {
    /// The sentence that begins with the name of the authority that answers for the data; see
    /// [`responsible`].
    Responsible(&'static str),
    /// A paragraph.
    Text(&'static str),
    /// A list.
    List(&'static [&'static str]),
}

/// The sentence of a [`NoticeBlock::Responsible`] for this authority.
#[must_use]
pub fn responsible(authority: &str, sentence: &str) -> String {
    format!("{authority} {sentence}")
}

/// The notice in force.
pub const PRIVACY_NOTICE: PrivacyNotice = PrivacyNotice {
    title: "Aviso de Privacidad integral",
    version: NOTICE_VERSION,
    sections: &[
        WHO,
        COLLECTED,
        PURPOSES,
        PUBLISHED,
        NEVER_PUBLISHED,
        BASIS,
        TRANSFERS,
        RIGHTS,
        REVOCATION,
        RETENTION,
        CHANGES,
    ],
};

const WHO: NoticeSection = NoticeSection {
    heading: "Responsable del tratamiento",
    blocks: &[
        NoticeBlock::Responsible(
            "(en adelante, «el Instituto») es responsable, por conducto de su Unidad de \
             Transparencia, del tratamiento de los datos personales que se recaban en el Sistema \
             «Candidatas y Candidatos, Conóceles» (en adelante, «Conóceles»).",
        ),
        NoticeBlock::Text(
            "El domicilio, los teléfonos y el horario de atención de la Unidad de Transparencia se \
             pueden consultar en el sitio oficial del Instituto.",
        ),
        NoticeBlock::Text(
            "Este aviso se dirige a las personas candidatas, propietarias y suplentes, y a quienes \
             usan una cuenta de Conóceles para capturar o revisar su información.",
        ),
    ],
};

const COLLECTED: NoticeSection = NoticeSection {
    heading: "Datos personales que se recaban",
    blocks: &[
        NoticeBlock::Text("Del registro de la candidatura, que carga el Instituto:"),
        NoticeBlock::List(&[
            "Nombre completo, sobrenombre, edad y sexo o género.",
            "Cargo, territorio, calidad de propietaria o suplente, número de lista o fórmula, actor \
             político que postula y, en su caso, acción afirmativa de postulación.",
            "Fecha de nacimiento, CURP, clave de elector y RFC, cuando se cuente con ellos.",
            "Correo y teléfono para avisos del Instituto.",
        ]),
        NoticeBlock::Text(
            "Del cuestionario curricular, que captura el actor político con la información de la \
             persona candidata:",
        ),
        NoticeBlock::List(&[
            "Fotografía, con la fecha en que se tomó, o el motivo por el que no se proporciona. Al \
             archivo se le quitan los datos ocultos, como la ubicación, y el original no se \
             conserva.",
            "Medios de contacto públicos: redes sociales, página web, correo electrónico, teléfono \
             y domicilio de casa de campaña.",
            "Formación académica, historia profesional y/o laboral, trayectoria política y/o \
             participación social, motivos para ocupar un cargo público y propuestas.",
        ]),
        NoticeBlock::Text(
            "Del cuestionario de identidad, cuyas respuestas son datos personales sensibles:",
        ),
        NoticeBlock::List(&[
            "Pertenencia a un pueblo o comunidad indígena y lengua indígena que habla o entiende.",
            "Discapacidad.",
            "Identificación como persona afromexicana o afrodescendiente.",
            "Pertenencia a la población LGBTTTIQ+.",
            "Condición de persona migrante.",
            "Pertenencia a la población joven o a la de personas mayores.",
            "Ingreso mensual y fuente principal de ingresos.",
        ]),
        NoticeBlock::Text(
            "Cada pregunta del cuestionario de identidad admite la respuesta «Prefiero no \
             contestar». El cuestionario curricular no pide datos sensibles; lo que se escriba en sus \
             textos se publica, por lo que conviene no incluir lo que no se quiera hacer público.",
        ),
        NoticeBlock::Text(
            "También se recaban la copia del consentimiento firmado y, de quienes usan una cuenta, \
             su nombre, su usuario, su función y la fecha y hora de lo que hacen en Conóceles.",
        ),
    ],
};

const PURPOSES: NoticeSection = NoticeSection {
    heading: "Finalidades",
    blocks: &[
        NoticeBlock::Text(
            "Con el consentimiento «Tratamiento de datos personales», los datos se usan para:",
        ),
        NoticeBlock::List(&[
            "Captura: que el actor político registre en Conóceles los dos cuestionarios.",
            "Validación: que la Unidad de Transparencia revise que la información responda a lo que \
             se pregunta y use lenguaje incluyente. Las ayudas automáticas solo avisan: aprobar u \
             observar una sección lo deciden personas.",
            "Publicación: que la ciudadanía conozca el cuestionario curricular y los datos públicos \
             del registro, en el portal de Conóceles y como datos abiertos.",
            "Identificación: que no se confunda a una persona candidata con otra y se calcule su \
             edad el día de la jornada electoral.",
            "Avisos: que se comuniquen los plazos, las observaciones y la publicación.",
            "Constancia: que quede prueba de quién capturó, envió, revisó y publicó cada cosa, y \
             cuándo.",
        ]),
        NoticeBlock::Text("Otras dos finalidades requieren, cada una, su propio consentimiento:"),
        NoticeBlock::List(&[
            "«Publicación de las respuestas de identidad»: mostrar en el portal y en los datos \
             abiertos, como distintivo, las preguntas 1, 4, 8, 9, 11, 16 y 17 del cuestionario de \
             identidad que se hayan contestado con «Sí».",
            "«Uso con fines estadísticos»: incluir las respuestas en los totales de los informes \
             que elabore el Instituto, sin nombres y sin cifras de grupos pequeños.",
        ]),
        NoticeBlock::Text(
            "Los tres consentimientos son independientes. Sin el primero no se puede capturar. Sin \
             los otros dos también se puede capturar, enviar y publicar la candidatura.",
        ),
    ],
};

const PUBLISHED: NoticeSection = NoticeSection {
    heading: "Datos que se publican",
    blocks: &[
        NoticeBlock::List(&[
            "Del registro: nombre completo, sobrenombre, edad el día de la jornada electoral, sexo \
             o género, cargo, territorio, calidad, número de lista o fórmula, actor político y \
             acción afirmativa de postulación.",
            "Del cuestionario curricular: la fotografía y las respuestas de cada sección aprobada.",
            "Del cuestionario de identidad: solo los distintivos, y solo con el segundo \
             consentimiento.",
        ]),
        NoticeBlock::Text(
            "La acción afirmativa por la que se postuló a una persona es un dato de su registro: es \
             pública y no depende de estos consentimientos. Que una persona no tenga un distintivo \
             nunca significa que contestó «No»; pero si se publica alguno, quien lea puede suponer algo \
             de los que faltan. En el cuestionario se elige, uno por uno, cuáles no se publican.",
        ),
        NoticeBlock::Text(
            "De la CURP se obtiene, con una clave secreta del Instituto, un identificador público \
             que sirve para reconocer a la misma persona en distintas elecciones. A partir de él no \
             se puede conocer la CURP.",
        ),
    ],
};

/// The items of the registration and of the questionnaires are their official labels, so that a
/// test can compare them with the catalogue of fields.
const NEVER_PUBLISHED: NoticeSection = NoticeSection {
    heading: "Datos que nunca se publican",
    blocks: &[
        NoticeBlock::List(&[
            "CURP",
            "RFC",
            "Clave de elector",
            "Fecha de nacimiento",
            "Correo para avisos del Instituto",
            "Teléfono para avisos del Instituto",
            "Fecha de la fotografía",
            "Motivo por el que no hay fotografía",
            "Ingreso mensual y fuente principal de ingresos (preguntas 18 y 19)",
            "Cualquier otra respuesta del cuestionario de identidad que no sea un distintivo",
            "Copia del consentimiento firmado",
        ]),
        NoticeBlock::Text(
            "La CURP, el RFC, la clave de elector, la fecha de nacimiento, los datos para avisos, \
             las respuestas del cuestionario de identidad y la copia del consentimiento firmado se \
             guardan cifrados. Las respuestas de identidad solo puede volver a leerlas la cuenta que \
             las capturó; la Unidad de Transparencia ve únicamente las que se autorizó publicar. La \
             copia del consentimiento firmado solo la consulta la Unidad de Transparencia.",
        ),
    ],
};

const BASIS: NoticeSection = NoticeSection {
    heading: "Fundamento",
    blocks: &[NoticeBlock::List(&[
        "Constitución Política de los Estados Unidos Mexicanos, artículos 6 y 16.",
        "Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados y la ley de \
         la entidad en la materia.",
        "Reglamento de Elecciones del Instituto Nacional Electoral, modificado por el acuerdo \
         INE/CG616/2022, y los Lineamientos del Sistema para los procesos electorales locales, que \
         hacen obligatorio capturar y difundir la información curricular y de identidad de las \
         candidaturas.",
        "Sentencia SUP-RAP-289/2022 del Tribunal Electoral del Poder Judicial de la Federación, que \
         confirmó ese acuerdo y la publicidad de las acciones afirmativas.",
    ])],
};

const TRANSFERS: NoticeSection = NoticeSection {
    heading: "Transferencias",
    blocks: &[
        NoticeBlock::Text(
            "No se transfieren datos personales, salvo los que requiera una autoridad competente, de \
             manera fundada y motivada, en los casos que prevé la ley.",
        ),
        NoticeBlock::Text(
            "Cualquier persona puede consultar, copiar y reutilizar la información publicada. El \
             Instituto no puede retirar las copias que otras personas hayan hecho mientras fue \
             pública.",
        ),
    ],
};

const RIGHTS: NoticeSection = NoticeSection {
    heading: "Derechos de acceso, rectificación, cancelación y oposición (ARCO)",
    blocks: &[
        NoticeBlock::Text(
            "La persona titular de los datos, o quien la represente, puede pedir en cualquier \
             momento y sin costo el acceso a sus datos, su rectificación o su cancelación, u \
             oponerse a su tratamiento. La solicitud se presenta ante la Unidad de Transparencia \
             del Instituto o por medio de la Plataforma Nacional de Transparencia, y debe indicar:",
        ),
        NoticeBlock::List(&[
            "El nombre de la persona titular y un domicilio o medio para recibir notificaciones.",
            "Los documentos que acrediten su identidad y, en su caso, los de su representante.",
            "El derecho que quiere ejercer y la descripción clara de los datos de que se trata.",
            "En su caso, cualquier elemento que ayude a localizarlos.",
        ]),
        NoticeBlock::Text(
            "El Instituto responde en los plazos de la ley. Quien no esté conforme con la respuesta, \
             o no la reciba, puede interponer un recurso de revisión ante la autoridad garante \
             competente.",
        ),
        NoticeBlock::Text(
            "Mientras la captura está abierta, el actor político también puede corregir las \
             respuestas de los cuestionarios directamente en Conóceles.",
        ),
    ],
};

const REVOCATION: NoticeSection = NoticeSection {
    heading: "Revocación de los consentimientos",
    blocks: &[
        NoticeBlock::Text(
            "Cada consentimiento puede revocarse por separado en cualquier momento hasta el cierre \
             de la candidatura, también después del plazo de captura y de la publicación. La persona \
             candidata lo pide a quien captura por su actor político, que lo registra en Conóceles, \
             o por escrito a la Unidad de Transparencia. Al revocar:",
        ),
        NoticeBlock::List(&[
            "«Tratamiento de datos personales»: se cierra la captura. Lo ya publicado no se retira.",
            "«Publicación de las respuestas de identidad»: los distintivos dejan de verse en menos \
             de un minuto.",
            "«Uso con fines estadísticos»: las respuestas dejan de contarse en los totales.",
        ]),
        NoticeBlock::Text(
            "Un consentimiento solo puede volver a darse mientras se captura o se atienden \
             observaciones. La constancia de que se dio o se revocó no se borra.",
        ),
    ],
};

const RETENTION: NoticeSection = NoticeSection {
    heading: "Conservación y bloqueo",
    blocks: &[
        NoticeBlock::Text(
            "Al terminar el periodo de publicación, la candidatura se cierra: ya no se captura ni se \
             modifica nada, los distintivos de identidad dejan de mostrarse y la información \
             curricular publicada queda en el portal como archivo. Si la candidatura se cancela o se \
             sustituye, su información deja de mostrarse de inmediato y en la bitácora pública solo \
             queda constancia del retiro.",
        ),
        NoticeBlock::Text(
            "Cumplida la finalidad, los datos que no son públicos pasan a bloqueo: se conservan \
             únicamente para determinar posibles responsabilidades, hasta que prescriban, y no se \
             usan para nada más. Después se suprimen. La supresión no es automática: la realiza el \
             Instituto conforme a la ley.",
        ),
    ],
};

const CHANGES: NoticeSection = NoticeSection {
    heading: "Cambios a este aviso",
    blocks: &[NoticeBlock::Text(
        "Todo cambio a este aviso lleva un número de versión nuevo y se publica en el portal de \
         Conóceles, en la dirección /aviso-de-privacidad, y en la página donde se registran los \
         consentimientos. Cada consentimiento guarda la versión sobre la que se dio, y solo se \
         registra sobre la versión vigente.",
    )],
};

#[cfg(test)]
#[path = "privacy_notice_tests.rs"]
mod privacy_notice_tests;
