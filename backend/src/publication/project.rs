//! The only place that turns a candidacy into what the public may see.
//!
//! It copies, field by field, into a type that cannot name anything private. Identity answers are
//! opened only where consent 2 is in force and the section was published, and only «Sí» leaves here.

use conoceles_shared::api::Labelled;
use conoceles_shared::api::public::{
    ActorRef, ContactField, Content, ElectionRef, NameParts, PartyRef, PhotoRef, Provenance,
    PublicState, Record, SectionRecord, TerritoryRef,
};
use conoceles_shared::catalogues::municipality;
use conoceles_shared::election::TerritoryKind;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Process, SectionState};
use conoceles_shared::questionnaire::{
    Answer, Completeness, Contact, Education, Limits, Photo, Section, SectionContent, completeness,
};
use conoceles_shared::time::Instant;

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::content::unpack;
use crate::candidacy::store::{VersionRow, section_version};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::{self, Secrets};
use crate::elections::{self, ElectionRow};

/// What the public sees of a section, before its content is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// This version.
    Version(u32),
    /// Nothing was ever captured.
    Nothing,
    /// «Información pausada».
    Paused,
    /// Observed and not answered in time.
    Withheld,
}

fn shown(process: &Process, section: Section) -> Shown {
    let it = process.section(section);
    match (it.state, it.published_version) {
        (SectionState::Paused, _) => Shown::Paused,
        (_, Some(0)) => Shown::Nothing,
        // While a correction is open the public keeps the version it saw.
        (_, Some(version)) => Shown::Version(version),
        (SectionState::Empty, None) => Shown::Nothing,
        (_, None) => Shown::Withheld,
    }
}

/// A public record in the making: a candidacy under a process.
#[derive(Clone, Copy)]
pub struct Projection<'a> {
    /// What opens identity answers.
    pub secrets: &'a Secrets,
    /// Who validates, as records name it.
    pub authority: &'a str,
    /// With the consents that are in force.
    pub loaded: &'a LoadedCandidacy,
    /// The process after the step that publishes.
    pub process: &'a Process,
    /// The record's own version.
    pub version: u32,
    /// The record it replaces, from which the time of a validation is kept where the process has
    /// forgotten it because a correction is under way.
    pub before: Option<&'a Record>,
}

impl Projection<'_> {
    /// The record, with everything in it that the public may see.
    ///
    /// # Errors
    /// Damaged contents.
    pub async fn public_record(&self, conn: Conn<'_>, now: Instant) -> Result<Record, Failure> {
        let mut sections = Vec::new();
        for section in Section::CURRICULAR {
            if *section != Section::Photo {
                sections.push(self.section(&mut *conn, *section).await?);
            }
        }
        let photo = self.photo(&mut *conn).await?;
        let captured = photo.is_some()
            || sections
                .iter()
                .any(|it| it.state != PublicState::NotCaptured);
        let registration = &self.loaded.registration;
        Ok(Record {
            id: self.loaded.id.clone(),
            person_id: self.loaded.person.clone(),
            version: self.version,
            name: registration.full_name(),
            name_parts: Some(NameParts {
                given_names: registration.given_names.clone(),
                first_surname: registration.first_surname.clone(),
                second_surname: given(registration.second_surname.as_deref()),
            }),
            nickname: given(registration.nickname.as_deref()),
            age: registration.age,
            sex: Some(labelled(registration.sex.code(), registration.sex.label())),
            election: election_ref(&self.loaded.election),
            office: labelled(registration.office.code(), registration.office.label()),
            territory: territory(self.loaded),
            list_position: registration.list_position.map(u32::from),
            role: registration
                .office
                .has_alternate()
                .then(|| labelled(registration.role.code(), registration.role_label())),
            actor: actor(&mut *conn, self.loaded).await?,
            affirmative_actions: registration
                .affirmative_actions
                .iter()
                .map(|it| labelled(it.code(), it.label()))
                .collect(),
            identity_badges: self.badges(conn).await?,
            photo,
            sections,
            captured,
            published_at: now,
            source: None,
            nonce: secrets::token()?,
        })
    }

    /// A stored version and what is in it.
    async fn content(
        &self,
        conn: Conn<'_>,
        section: Section,
        version: u32,
    ) -> Result<Option<(VersionRow, SectionContent)>, Failure> {
        let id = &self.loaded.id;
        let Some(row) = section_version(conn, id, section, version).await? else {
            return Ok(None);
        };
        let content = unpack(self.secrets, &row)?;
        Ok(Some((row, content)))
    }

    async fn photo(&self, conn: Conn<'_>) -> Result<Option<PhotoRef>, Failure> {
        let Shown::Version(version) = shown(self.process, Section::Photo) else {
            return Ok(None);
        };
        match self.content(conn, Section::Photo, version).await? {
            Some((
                _,
                SectionContent::Photo(Photo::Uploaded {
                    sha256,
                    width: Some(width),
                    height: Some(height),
                    ..
                }),
            )) => {
                let path = photo_path(&self.loaded.id, &sha256);
                Ok(Some(PhotoRef {
                    jpeg: format!("{path}.jpg"),
                    webp: format!("{path}.webp"),
                    width,
                    height,
                    sha256,
                }))
            }
            Some((_, SectionContent::Photo(Photo::Uploaded { .. }))) => {
                Err(Failure::internal("photo: published without its measures"))
            }
            _ => Ok(None),
        }
    }

    /// The answers «Sí» that the person wants to be public. Without consent 2 nothing is read.
    async fn badges(&self, conn: Conn<'_>) -> Result<Vec<Labelled>, Failure> {
        if !self.loaded.consents.identity_publication {
            return Ok(Vec::new());
        }
        let Shown::Version(version) = shown(self.process, Section::Identity) else {
            return Ok(Vec::new());
        };
        match self.content(conn, Section::Identity, version).await? {
            Some((_, SectionContent::Identity(identity))) => Ok(identity
                .public_badges()
                .into_iter()
                .map(|it| labelled(it.code(), it.label()))
                .collect()),
            _ => Ok(Vec::new()),
        }
    }

    async fn section(&self, conn: Conn<'_>, section: Section) -> Result<SectionRecord, Failure> {
        let (state, content, provenance) = match shown(self.process, section) {
            Shown::Nothing => (PublicState::NotCaptured, None, None),
            Shown::Paused => (PublicState::Paused, None, None),
            Shown::Withheld => (PublicState::Withheld, None, None),
            Shown::Version(version) => {
                let (row, stored) = self
                    .content(conn, section, version)
                    .await?
                    .ok_or_else(|| Failure::internal("section_versions: published and missing"))?;
                let (state, content) = public_content(&stored);
                let provenance =
                    (state != PublicState::NotCaptured).then(|| self.provenance(section, &row));
                (state, content, provenance)
            }
        };
        Ok(SectionRecord {
            section: section.code().to_owned(),
            label: section.label().to_owned(),
            state,
            content,
            provenance,
        })
    }

    fn provenance(&self, section: Section, row: &VersionRow) -> Provenance {
        let of_section = self.process.section(section);
        let decided = || of_section.last_approval_of(row.version);
        let kept = || {
            self.before?
                .sections
                .iter()
                .find(|it| it.section == section.code())?
                .provenance
                .as_ref()
                .filter(|it| it.version == row.version)?
                .validated_at
        };
        Provenance {
            captured_by: self.loaded.actor.name.clone(),
            captured_at: Some(row.saved_at),
            validated_by: Some(self.authority.to_owned()),
            validated_at: of_section
                .validated_at
                .or_else(decided)
                .or_else(kept)
                .or(self.process.published_at),
            version: row.version,
        }
    }
}

/// An election, briefly.
#[must_use]
pub fn election_ref(election: &ElectionRow) -> ElectionRef {
    ElectionRef {
        id: election.id.clone(),
        name: election.setup.name.clone(),
        date: election.setup.date,
        drill: election.setup.drill,
        archived: election.setup.archived,
    }
}

fn labelled(code: &str, label: &str) -> Labelled {
    Labelled::new(code, label)
}

fn given(text: Option<&str>) -> Option<String> {
    text.map(str::trim)
        .filter(|it| !it.is_empty())
        .map(ToOwned::to_owned)
}

fn territory(loaded: &LoadedCandidacy) -> TerritoryRef {
    let registration = &loaded.registration;
    let code = &registration.territory_code;
    TerritoryRef {
        kind: registration.territory_kind.code().to_owned(),
        code: code.clone(),
        name: loaded.territory_name(),
        ieem_number: (registration.territory_kind == TerritoryKind::Municipality)
            .then(|| municipality(code).map(|it| u16::from(it.ieem)))
            .flatten(),
    }
}

async fn actor(conn: Conn<'_>, loaded: &LoadedCandidacy) -> Result<ActorRef, Failure> {
    let mut parties = Vec::new();
    for id in &loaded.actor.parties {
        let party = elections::party(&mut *conn, id)
            .await?
            .ok_or_else(|| Failure::internal("actors: a party leads nowhere"))?;
        parties.push(PartyRef {
            id: party.id,
            name: party.data.name,
            acronym: party.data.acronym,
            colour: party.data.colour,
            logo: party.logo,
        });
    }
    Ok(ActorRef {
        id: loaded.actor.id.clone(),
        kind: loaded.actor.kind.map(|it| labelled(it.code(), it.label())),
        name: loaded.actor.name.clone(),
        parties,
    })
}

/// The path of a photo in the public API, without its extension.
fn photo_path(id: &CandidacyId, sha256: &str) -> String {
    format!("/api/v1/candidacies/{id}/photo/{sha256}")
}

fn public_content(content: &SectionContent) -> (PublicState, Option<Content>) {
    // Absence does not depend on the limits in force.
    match completeness(Some(content), &Limits::unlimited()) {
        Completeness::Empty => (PublicState::NotCaptured, None),
        Completeness::NotProvided => (PublicState::NotProvided, None),
        Completeness::InProgress | Completeness::Complete => {
            let shown = match content {
                SectionContent::Contact(it) => Some(contact(it)),
                SectionContent::Education(it) => Some(education(it)),
                other => other.text().map(|text| Content::Text {
                    text: text.to_owned(),
                }),
            };
            (PublicState::Published, shown)
        }
    }
}

fn contact(contact: &Contact) -> Content {
    let links = contact.links().map(|(field, label, answer)| ContactField {
        field: field.to_owned(),
        label: label.to_owned(),
        values: answer
            .and_then(|it| it.value())
            .cloned()
            .into_iter()
            .collect(),
        not_provided: answer.is_some_and(Answer::is_not_provided),
    });
    let lists = contact.lists().map(|(field, label, answer)| ContactField {
        field: field.to_owned(),
        label: label.to_owned(),
        values: answer
            .and_then(|it| it.value())
            .cloned()
            .unwrap_or_default(),
        not_provided: answer.is_some_and(Answer::is_not_provided),
    });
    Content::Contact {
        fields: links.into_iter().chain(lists).collect(),
    }
}

fn education(education: &Education) -> Content {
    Content::Education {
        degree: education.degree().map(|it| labelled(it.code(), it.label())),
        status: education.status().map(|it| labelled(it.code(), it.label())),
        courses: education.courses().to_vec(),
    }
}

#[cfg(test)]
#[path = "project_tests.rs"]
mod project_tests;
