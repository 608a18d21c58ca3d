//! One published record in memory: what lists filter by, and its answers, prepared once.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use conoceles_frontend::portal::PageData;
use conoceles_shared::api::Labelled;
use conoceles_shared::api::facets::FacetKind;
use conoceles_shared::api::public::{
    API_VERSION, Content, LICENCE, LogChain, Meta, One, Record, Summary,
};
use conoceles_shared::api::query::CandidacyQuery;
use conoceles_shared::ballot::is_voted_in;
use conoceles_shared::catalogues::{
    AffirmativeAction, AgeRange, CatalogueRow, Degree, Office, Role, Sex, TerritoryKind,
};
use conoceles_shared::draw::{formula_text, role_rank};
use conoceles_shared::ids::{ActorId, CandidacyId, ElectionId};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::text::spanish_sort_key;
use conoceles_shared::time::Instant;

use super::companions::Companions;
use super::contest::Contest;
use super::fragments::KeyPlaces;
use super::search::SearchedName;
use crate::core::error::Failure;
use crate::prepared::answer::Prepared;
use crate::prepared::shell::Shell;

/// A record as it is stored, with its place in the log.
#[derive(Debug, Clone)]
pub struct StoredRecord {
    /// The bytes that were hashed.
    pub text: String,
    /// Their hash.
    pub sha256: String,
    /// The log of its entry.
    pub log: LogChain,
    /// The number of that entry.
    pub seq: u64,
    /// The time of that entry.
    pub at: Instant,
}

/// A published record. It never changes: a new version is another one.
#[derive(Debug)]
pub struct Published {
    /// What addresses name.
    pub id: CandidacyId,
    /// What was hashed.
    pub stored: StoredRecord,
    /// What a list shows of it.
    pub summary: Summary,
    /// The same as JSON.
    pub fragment: String,
    /// Where its keys stand in what was hashed.
    pub keys: KeyPlaces,
    /// Whom it stands against.
    pub contest: Contest,
    /// Where its name stands in the Spanish alphabet.
    pub name_key: String,
    /// Its name as it is searched.
    pub searched: SearchedName,
    /// Which other candidacies it is shown with.
    pub companions: Companions,
    /// Its place in a formula.
    pub list_position: Option<u32>,
    facts: Facts,
    json: OnceLock<Prepared>,
    page: OnceLock<Prepared>,
}

/// A value of a filter, in the order in which values are listed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FacetValue {
    /// Where it stands: in its catalogue, or by name.
    order: (usize, String),
    /// What the filter takes.
    pub code: String,
    /// What it is called.
    pub label: String,
}

impl FacetValue {
    fn of_catalogue<T: Copy>(value: T, rows: &[CatalogueRow], code: fn(T) -> &'static str) -> Self {
        let code = code(value);
        let at = rows.iter().position(|it| it.code == code);
        let label = at.and_then(|it| rows.get(it)).map_or(code, |it| it.label);
        Self {
            order: (at.unwrap_or(usize::MAX), String::new()),
            code: code.to_owned(),
            label: label.to_owned(),
        }
    }
}

/// What lists filter by. A value that no catalogue knows matches no filter.
#[derive(Debug, Clone)]
struct Facts {
    office: Option<Office>,
    sex: Option<Sex>,
    age_range: Option<AgeRange>,
    education: Option<Degree>,
    actions: BTreeSet<AffirmativeAction>,
    role: Option<Role>,
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    District(String),
    Municipality(String),
    Other,
}

impl Published {
    /// Reads a stored record.
    ///
    /// # Errors
    /// It is not a record.
    pub fn from_stored(stored: StoredRecord) -> Result<Self, Failure> {
        let record: Record = serde_json::from_str(&stored.text)?;
        let summary = summary(&record);
        Ok(Self {
            companions: Companions::default(),
            list_position: record.list_position,
            id: record.id.clone(),
            fragment: serde_json::to_string(&summary)?,
            keys: KeyPlaces::find(&stored.text)?,
            contest: Contest::of(&record),
            name_key: spanish_sort_key(&record.name),
            searched: SearchedName::of(&record.name, record.nickname.as_deref()),
            facts: Facts::of(&record, summary.education.as_ref()),
            summary,
            stored,
            json: OnceLock::new(),
            page: OnceLock::new(),
        })
    }

    /// The same record shown with others: what is answered of it names them. Nothing is read again.
    ///
    /// # Errors
    /// Never in practice: the summary is made here.
    pub fn with_companions(&self, companions: Companions) -> Result<Self, Failure> {
        let summary = Summary {
            formula: companions.formula.clone(),
            ..self.summary.clone()
        };
        Ok(Self {
            companions,
            list_position: self.list_position,
            id: self.id.clone(),
            fragment: serde_json::to_string(&summary)?,
            keys: self.keys.clone(),
            contest: self.contest.clone(),
            name_key: self.name_key.clone(),
            searched: self.searched.clone(),
            facts: self.facts.clone(),
            summary,
            stored: self.stored.clone(),
            json: OnceLock::new(),
            page: OnceLock::new(),
        })
    }

    /// What is drawn as one with it.
    #[must_use]
    pub fn formula_text(&self) -> String {
        formula_text(
            self.facts.office,
            self.actor(),
            self.list_position,
            &self.id,
        )
    }

    /// Where it stands within its formula.
    #[must_use]
    pub const fn role_rank(&self) -> u8 {
        role_rank(self.facts.role)
    }

    /// The election it is public in.
    #[must_use]
    pub const fn election(&self) -> &ElectionId {
        &self.summary.election.id
    }

    /// The actor it stands for.
    #[must_use]
    pub const fn actor(&self) -> &ActorId {
        &self.summary.actor.id
    }

    /// Whether the filters of this query let it through; its words are for
    /// [`SoughtWords`](super::search::SoughtWords).
    #[must_use]
    pub fn passes_filters(&self, query: &CandidacyQuery) -> bool {
        let facts = &self.facts;
        query
            .election
            .as_ref()
            .is_none_or(|it| it == self.election())
            && any(&query.office, facts.office.as_ref())
            && any(&query.actor, Some(self.actor()))
            && any(&query.sex, facts.sex.as_ref())
            && any(&query.age_range, facts.age_range.as_ref())
            && any(&query.education, facts.education.as_ref())
            && any(&query.role, facts.role.as_ref())
            && (query.affirmative_action.is_empty()
                || !facts.actions.is_disjoint(&query.affirmative_action))
            && facts.place.is_in(query)
            && query.ballot.as_deref().is_none_or(|municipality| {
                let territory = &self.summary.territory;
                is_voted_in(municipality, &territory.kind, &territory.code)
            })
    }

    /// Its values of a filter, each of which finds it.
    #[must_use]
    pub fn facet_values(&self, kind: FacetKind) -> Vec<FacetValue> {
        let facts = &self.facts;
        let one = |found: Option<FacetValue>| found.into_iter().collect();
        match kind {
            FacetKind::Office => one(facts
                .office
                .map(|it| FacetValue::of_catalogue(it, Office::ENTRIES, Office::code))),
            FacetKind::Sex => one(facts
                .sex
                .map(|it| FacetValue::of_catalogue(it, Sex::ENTRIES, Sex::code))),
            FacetKind::AgeRange => one(facts
                .age_range
                .map(|it| FacetValue::of_catalogue(it, AgeRange::ENTRIES, AgeRange::code))),
            FacetKind::Education => one(facts
                .education
                .map(|it| FacetValue::of_catalogue(it, Degree::ENTRIES, Degree::code))),
            FacetKind::Role => one(facts
                .role
                .map(|it| FacetValue::of_catalogue(it, Role::ENTRIES, Role::code))),
            FacetKind::AffirmativeAction => {
                let rows = AffirmativeAction::ENTRIES;
                let all = facts.actions.iter();
                all.map(|it| FacetValue::of_catalogue(*it, rows, AffirmativeAction::code))
                    .collect()
            }
            FacetKind::Actor => vec![FacetValue {
                order: (0, spanish_sort_key(&self.summary.actor.name)),
                code: self.actor().to_string(),
                label: self.summary.actor.name.clone(),
            }],
            FacetKind::Territory => {
                let territory = &self.summary.territory;
                let kinds = TerritoryKind::ALL.iter();
                let rank = kinds
                    .map(|it| it.code())
                    .position(|it| it == territory.kind);
                let number: u32 = territory.code.parse().unwrap_or(u32::MAX);
                vec![FacetValue {
                    order: (rank.unwrap_or(usize::MAX), format!("{number:010}")),
                    code: format!("{}:{}", territory.kind, territory.code),
                    label: territory.name.clone(),
                }]
            }
        }
    }

    /// What stands before the record: it tells of its own log entry, so that its bytes stay the
    /// same whatever is published after it.
    #[must_use]
    pub fn meta(&self) -> Meta {
        Meta {
            total: None,
            next_cursor: None,
            licence: LICENCE.to_owned(),
            cut_off: Some(self.stored.at),
            drill_cut_off: None,
            api_version: API_VERSION.to_owned(),
            log: self.stored.log,
            log_seq: self.stored.seq,
            drill_log_seq: None,
            formula: self.companions.formula.clone(),
            substitutes: self.companions.substitutes.clone(),
            elsewhere: None,
        }
    }

    /// Its answer in the API: `data` is, byte for byte, what was hashed.
    pub fn api_answer(&self) -> Result<&Prepared, Failure> {
        Prepared::once(&self.json, || {
            let meta = serde_json::to_string(&self.meta())?;
            Ok(format!("{{\"meta\":{meta},\"data\":{}}}", self.stored.text))
        })
    }

    /// Whether its answer in the API is prepared.
    pub fn has_api_answer(&self) -> bool {
        self.json.get().is_some()
    }

    /// Whether its page is prepared.
    pub fn has_page(&self) -> bool {
        self.page.get().is_some()
    }

    /// Its answer as a page.
    pub fn page_answer(&self, shell: &Shell) -> Result<&Prepared, Failure> {
        Prepared::once(&self.page, || {
            let data = PageData::Profile {
                record: One {
                    meta: self.meta(),
                    data: serde_json::from_str(&self.stored.text)?,
                },
            };
            Ok(shell.page(&format!("/candidaturas/{}", self.id), &data))
        })
    }
}

fn any<T: Ord>(wanted: &BTreeSet<T>, value: Option<&T>) -> bool {
    wanted.is_empty() || value.is_some_and(|it| wanted.contains(it))
}

impl Facts {
    fn of(record: &Record, education: Option<&Labelled>) -> Self {
        Self {
            office: record.office.code.parse().ok(),
            sex: record.sex.as_ref().and_then(|it| it.code.parse().ok()),
            age_range: record.age.and_then(AgeRange::of),
            education: education.and_then(|it| it.code.parse().ok()),
            actions: record
                .affirmative_actions
                .iter()
                .filter_map(|it| it.code.parse().ok())
                .collect(),
            role: record.role.as_ref().and_then(|it| it.code.parse().ok()),
            place: Place::of(&record.territory.kind, &record.territory.code),
        }
    }
}

impl Place {
    fn of(kind: &str, code: &str) -> Self {
        match kind {
            "local_district" | "federal_district" => Self::District(code.to_owned()),
            "municipality" => Self::Municipality(code.to_owned()),
            _ => Self::Other,
        }
    }

    /// Districts and municipalities are two names for a place: either may match.
    fn is_in(&self, query: &CandidacyQuery) -> bool {
        if query.district.is_empty() && query.municipality.is_empty() {
            return true;
        }
        match self {
            Self::District(own) => query.district.iter().any(|it| same_district(it, own)),
            Self::Municipality(code) => query.municipality.contains(code),
            Self::Other => false,
        }
    }
}

/// Whether two codes name the same district: `02` is `2`.
fn same_district(asked: &str, own: &str) -> bool {
    let number = |it: &str| it.parse::<u32>().ok();
    asked == own || number(asked).is_some_and(|it| number(own) == Some(it))
}

fn summary(record: &Record) -> Summary {
    let education = record
        .sections
        .iter()
        .find(|it| it.section == Section::Education.code())
        .and_then(|it| match &it.content {
            Some(Content::Education { degree, .. }) => degree.clone(),
            _ => None,
        });
    Summary {
        id: record.id.clone(),
        name: record.name.clone(),
        age: record.age,
        sex: record.sex.clone(),
        election: record.election.clone(),
        office: record.office.clone(),
        territory: record.territory.clone(),
        list_position: record.list_position,
        role: record.role.clone(),
        actor: record.actor.clone(),
        photo: record.photo.clone(),
        education,
        captured: record.captured,
        formula: None,
        version: record.version,
        published_at: record.published_at,
    }
}
