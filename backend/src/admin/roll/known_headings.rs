//! What the headings of registration systems mean, by their words.

use conoceles_shared::api::roll::{RollField, heading_key};

/// What headings are known by besides code and label, in the form of [`heading_key`].
const KNOWN: &[(RollField, &[&str])] = &[
    (
        RollField::Actor,
        &[
            "actor",
            "partido",
            "partidopolitico",
            "partidocoalicion",
            "partidoocoalicion",
            "coalicion",
            "siglas",
            "postulante",
            "partidopostulante",
            "actorpostulante",
        ],
    ),
    (
        RollField::Office,
        &[
            "cargodeeleccion",
            "cargopostulado",
            "tipodecargo",
            "tipocandidatura",
            "candidatura",
            "tipodecandidatura",
            "puesto",
            "eleccion",
            "tipodeeleccion",
            "tipoeleccion",
        ],
    ),
    (
        RollField::Principle,
        &[
            "principio",
            "principiorepresentacion",
            "principiodeeleccion",
        ],
    ),
    (
        RollField::Territory,
        &[
            "ambito",
            "demarcacion",
            "circunscripcion",
            "clavedeterritorio",
            "claveterritorio",
            "territorycode",
        ],
    ),
    (
        RollField::District,
        &[
            "distritolocal",
            "distritoelectoral",
            "distritoelectorallocal",
            "numdistrito",
            "iddistrito",
            "dtto",
        ],
    ),
    (
        RollField::Municipality,
        &[
            "municipiooalcaldia",
            "ayuntamiento",
            "nombremunicipio",
            "nombredelmunicipio",
            "idmunicipio",
            "clavemunicipio",
            "mpio",
        ],
    ),
    (
        RollField::ListPosition,
        &[
            "numlistaoformula",
            "numerolista",
            "numlista",
            "numerodelista",
            "formula",
            "numeroformula",
            "numerodeformula",
            "posicion",
            "orden",
            "numeroposicion",
            "prelacion",
            "numerodeprelacion",
            "ordendeprelacion",
        ],
    ),
    (
        RollField::Role,
        &[
            "tipocandidato",
            "tipodecandidato",
            "propietarioosuplente",
            "propietariaosuplente",
            "propietariosuplente",
            "propietariasuplente",
            "caracter",
            "titularosuplente",
            "titularsuplente",
        ],
    ),
    (
        RollField::GivenNames,
        &[
            "nombre",
            "nombres",
            "nombredepila",
            "nombrepropio",
            "nombrecandidato",
            "nombrecandidatura",
        ],
    ),
    (
        RollField::FirstSurname,
        &[
            "apellidopaterno",
            "paterno",
            "apellido1",
            "apellidoprimero",
            "appaterno",
        ],
    ),
    (
        RollField::SecondSurname,
        &[
            "apellidomaterno",
            "materno",
            "apellido2",
            "apellidosegundo",
            "apmaterno",
        ],
    ),
    (
        RollField::Nickname,
        &["sobrenombre", "mote", "alias", "apodo", "nombreenboleta"],
    ),
    (RollField::Sex, &["genero", "sexogenero", "sexoogenero"]),
    (RollField::Age, &["anioscumplidos", "anoscumplidos"]),
    (
        RollField::BirthDate,
        &[
            "fechanacimiento",
            "fecnacimiento",
            "fecnac",
            "fechanac",
            "nacimiento",
            "fdn",
        ],
    ),
    (
        RollField::AffirmativeActions,
        &[
            "accionafirmativa",
            "accionesafirmativas",
            "accionafirmativapostulacion",
        ],
    ),
    (RollField::Curp, &["clavecurp", "claveunica"]),
    (
        RollField::VoterKey,
        &[
            "claveelector",
            "claveelectoral",
            "cveelector",
            "clavedeine",
            "claveine",
        ],
    ),
    (
        RollField::Rfc,
        &["registrofederaldecontribuyentes", "rfcconhomoclave"],
    ),
    (
        RollField::NotificationEmail,
        &[
            "correo",
            "correoelectronico",
            "email",
            "mail",
            "correoparaavisos",
            "correonotificaciones",
            "correodenotificacion",
            "correoelectroniconotificaciones",
        ],
    ),
    (
        RollField::NotificationPhone,
        &[
            "telefono",
            "celular",
            "telefonocelular",
            "telefonomovil",
            "movil",
            "tel",
            "telefonoparaavisos",
            "telefononotificaciones",
        ],
    ),
];

/// What a heading holds by its words.
#[must_use]
pub fn guessed(heading: &str) -> Option<RollField> {
    let wanted = heading_key(heading);
    if wanted.is_empty() {
        return None;
    }
    let named =
        |it: &&RollField| heading_key(it.label()) == wanted || heading_key(it.code()) == wanted;
    let own = RollField::ALL.iter().find(named).copied();
    own.or_else(|| {
        let mut known = KNOWN.iter();
        known
            .find(|(_, others)| others.contains(&wanted.as_str()))
            .map(|(field, _)| *field)
    })
}

#[cfg(test)]
#[path = "known_headings_tests.rs"]
mod known_headings_tests;
