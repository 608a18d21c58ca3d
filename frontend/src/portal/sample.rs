//! Invented pages for tests: hostile where a page must stand it.

use conoceles_shared::api::Labelled;
use conoceles_shared::api::public::{
    ActorRef, ContactField, Content, Election, ElectionRef, Facet, LogChain, Meta, One, Page,
    PartyRef, PhotoRef, Provenance, PublicState, Record, SectionRecord, Source, Summary,
    TerritoryRef,
};
use conoceles_shared::catalogues::Office;
use conoceles_shared::ids::ActorId;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::{Instant, from_local};

use super::PageData;

/// A name that would break out of any place where it is not escaped.
pub const HOSTILE: &str = "</script><b>Ana \"Ñandú\" & 'Cía'";

/// The election that the first page is about.
pub const CURRENT: &str = "0191f0a0-0000-7000-8000-0000000000e1";
/// An archive.
pub const ARCHIVE: &str = "0191f0a0-0000-7000-8000-0000000000e2";

/// An id that ends in these digits.
pub fn id<T: std::str::FromStr>(last: u32) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("0191f0a0-0000-7000-8000-{last:012}")
        .parse()
        .expect("a well-formed id")
}

pub fn at(day: u32, hour: u32, minute: u32) -> Instant {
    let day = chrono::NaiveDate::from_ymd_opt(2024, 5, day).expect("a day of May");
    from_local(day.and_hms_opt(hour, minute, 0).expect("a time of day"))
}

pub fn meta() -> Meta {
    Meta {
        total: None,
        next_cursor: None,
        licence: "CC-BY-4.0".to_owned(),
        cut_off: Some(at(24, 18, 0)),
        drill_cut_off: Some(at(24, 18, 0)),
        api_version: "1".to_owned(),
        log: LogChain::Publication,
        log_seq: 12_408,
        drill_log_seq: Some(12_408),
        formula: None,
        substitutes: None,
        elsewhere: None,
    }
}

pub fn election_ref(drill: bool) -> ElectionRef {
    ElectionRef {
        id: CURRENT.parse().expect("an id"),
        name: "Diputaciones y ayuntamientos 2024".to_owned(),
        date: chrono::NaiveDate::from_ymd_opt(2024, 6, 2).expect("a day"),
        drill,
        archived: false,
    }
}

fn territory(kind: &str, code: &str, name: &str) -> TerritoryRef {
    let (kind, code, name) = (kind.to_owned(), code.to_owned(), name.to_owned());
    TerritoryRef {
        kind,
        code,
        name,
        ieem_number: None,
    }
}

pub fn tecamac() -> TerritoryRef {
    territory("local_district", "33", "Distrito 33, Tecámac")
}

pub fn elections(drill: bool) -> Page<Election> {
    let facet = |code: &str, label: &str, count| Facet {
        code: code.to_owned(),
        label: label.to_owned(),
        count,
    };
    let current = Election {
        election: election_ref(drill),
        current: true,
        entity: "Estado de México".to_owned(),
        draw_seed: "7f3a-21".to_owned(),
        registered: 300,
        published: 205,
        offices: vec![
            facet("deputy_mr", Office::DeputyMr.label(), 128),
            facet(
                "municipal_presidency",
                Office::MunicipalPresidency.label(),
                77,
            ),
        ],
        territories: vec![
            tecamac(),
            territory("local_district", "2", "Distrito 2, Toluca"),
            territory("municipality", "15106", "Toluca"),
            territory("municipality", "15001", "Acambay de Ruíz Castañeda"),
        ],
        actors: vec![facet(id::<ActorId>(7).as_str(), "Raíz y Rumbo", 21)],
    };
    let archive = Election {
        election: ElectionRef {
            id: ARCHIVE.parse().expect("an id"),
            name: "Gubernatura 2023".to_owned(),
            date: chrono::NaiveDate::from_ymd_opt(2023, 6, 4).expect("a day"),
            drill: false,
            archived: true,
        },
        current: false,
        entity: "Estado de México".to_owned(),
        draw_seed: "archivo".to_owned(),
        registered: 2,
        published: 2,
        offices: vec![facet("governorship", Office::Governorship.label(), 2)],
        territories: vec![territory("state", "15", "Estado de México")],
        actors: Vec::new(),
    };
    Page {
        meta: meta(),
        data: vec![archive, current],
    }
}

pub fn actor() -> ActorRef {
    let party = |last, name: &str, colour: &str| PartyRef {
        id: id(last),
        name: name.to_owned(),
        acronym: name.chars().take(2).collect(),
        colour: colour.to_owned(),
        logo: (last == 8).then(|| "ab".repeat(32)),
    };
    ActorRef {
        id: id(7),
        kind: Some(Labelled::new("common_candidacy", "Candidatura común")),
        name: "Raíz y Rumbo".to_owned(),
        parties: vec![
            party(8, "Partido Horizonte", "#8c6239"),
            party(9, "Partido Colibrí", "url(javascript:x)"),
            party(10, "Partido Nopal", "#8c6239"),
        ],
    }
}

pub fn photo() -> PhotoRef {
    PhotoRef {
        jpeg: "/api/v1/candidacies/1/photo/abc.jpg".to_owned(),
        webp: "/api/v1/candidacies/1/photo/abc.webp".to_owned(),
        width: 400,
        height: 500,
        sha256: "ab".repeat(32),
    }
}

pub fn summary(last: u32, name: &str) -> Summary {
    Summary {
        id: id(last),
        name: name.to_owned(),
        age: Some(45),
        sex: Some(Labelled::new("woman", "Mujer")),
        election: election_ref(true),
        office: Labelled::new("deputy_mr", Office::DeputyMr.label()),
        territory: tecamac(),
        list_position: None,
        role: Some(Labelled::new("alternate", "Suplente")),
        actor: actor(),
        photo: (!last.is_multiple_of(3)).then(photo),
        education: None,
        captured: true,
        formula: None,
        version: 1,
        published_at: at(21, 16, 5),
    }
}

pub fn list(names: &[&str], drill: bool) -> PageData {
    let data = (1..)
        .zip(names)
        .map(|(last, name)| summary(last, name))
        .collect::<Vec<_>>();
    let total = u32::try_from(data.len()).ok();
    PageData::List {
        elections: elections(drill),
        page: Page {
            meta: Meta { total, ..meta() },
            data,
        },
    }
}

fn section(section: Section, state: PublicState, content: Option<Content>) -> SectionRecord {
    SectionRecord {
        section: section.code().to_owned(),
        label: section.label().to_owned(),
        state,
        content,
        provenance: Some(Provenance {
            captured_by: "Raíz y Rumbo".to_owned(),
            captured_at: Some(at(18, 11, 20)),
            validated_by: Some("IEEM".to_owned()),
            validated_at: Some(at(21, 16, 5)),
            version: 2,
        }),
    }
}

fn contact() -> Content {
    let field = |code: &str, label: &str, values: &[&str], not_provided| ContactField {
        field: code.to_owned(),
        label: label.to_owned(),
        values: values.iter().map(|it| (*it).to_owned()).collect(),
        not_provided,
    };
    Content::Contact {
        fields: vec![
            field(
                "website",
                "Página web",
                &["https://maribel.example/"],
                false,
            ),
            field("facebook", "Facebook", &["javascript:alert(1)"], false),
            field(
                "public_emails",
                "Correo",
                &["a@ejemplo.example", "b@ejemplo.example"],
                false,
            ),
            field("twitter_x", "X (antes Twitter)", &[], true),
            field(
                "public_phones",
                "Teléfono público de contacto",
                &["7225550134", "5555550134"],
                false,
            ),
            field(
                "campaign_addresses",
                "Domicilio de casa de campaña",
                &[],
                false,
            ),
        ],
    }
}

fn sections() -> Vec<SectionRecord> {
    let text = |text: &str| {
        Some(Content::Text {
            text: text.to_owned(),
        })
    };
    let education = Content::Education {
        degree: Some(Labelled::new("master", "Maestría")),
        status: Some(Labelled::new("title", "Título")),
        courses: vec!["Diplomado en cuidados".to_owned()],
    };
    vec![
        section(Section::Contact, PublicState::Published, Some(contact())),
        section(Section::Education, PublicState::Published, Some(education)),
        section(
            Section::ProfessionalHistory,
            PublicState::Published,
            text("Fui maestra rural.\n\nDirigí una escuela."),
        ),
        section(Section::PoliticalCareer, PublicState::NotProvided, None),
        section(Section::Motivation, PublicState::NotCaptured, None),
        section(Section::Proposal1, PublicState::Paused, None),
        section(Section::Proposal2, PublicState::Withheld, None),
        section(
            Section::GenderProposal,
            PublicState::Published,
            text("Un sistema de cuidados."),
        ),
    ]
}

pub fn record(name: &str) -> Record {
    Record {
        id: id(3),
        person_id: id(4),
        version: 2,
        name: name.to_owned(),
        name_parts: None,
        nickname: Some("Maestra Mari".to_owned()),
        age: Some(52),
        sex: Some(Labelled::new("woman", "Mujer")),
        election: election_ref(true),
        office: Labelled::new("deputy_mr", Office::DeputyMr.label()),
        territory: tecamac(),
        list_position: None,
        role: Some(Labelled::new("titular", "Propietaria")),
        actor: actor(),
        affirmative_actions: Vec::new(),
        identity_badges: vec![Labelled::new("indigenous", "Persona indígena")],
        photo: Some(photo()),
        sections: sections(),
        captured: true,
        published_at: at(23, 12, 31),
        source: Some(Source {
            file: "ine.csv".to_owned(),
            sha256: "cd".repeat(32),
            row: 2,
        }),
        nonce: "n".to_owned(),
    }
}

pub fn profile(name: &str) -> PageData {
    PageData::Profile {
        record: One {
            meta: meta(),
            data: record(name),
        },
    }
}
