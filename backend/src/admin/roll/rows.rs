//! A row of a roll, read cell by cell.

use conoceles_shared::api::admin::PrivateEdit;
use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::api::roll::RollField;
use conoceles_shared::catalogues::{AffirmativeAction, Office, Role, Sex};
use conoceles_shared::election::{ElectionSetup, TerritoryKind};
use conoceles_shared::ids::PersonId;
use conoceles_shared::text::single_line;

use super::cells::{Cells, Said};
use super::columns::Layout;
use super::places::{ActorNames, NamedActor, NamedTerritory, named_territory};
use super::values;
use crate::core::sheets::grid::{Row, Sheet};
use crate::ine::values::{SexLetters, is_both_roles, whole};

/// The seat that a row is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RowPlace {
    /// The actor, by its place among the election's.
    pub actor: usize,
    /// The office.
    pub office: Office,
    /// The code of its territory.
    pub territory: String,
    /// Titular or alternate.
    pub role: Role,
}

/// What a row says. Of an optional datum none is that the file has no such column, and a none within that
/// the cell is blank. It holds private data, so it shows none of itself.
#[derive(Clone)]
pub struct ReadRow {
    /// Its number as the sheet shows it.
    pub number: u32,
    /// Where it belongs; none where that is not said well.
    pub place: Option<RowPlace>,
    /// As typed.
    pub given_names: String,
    /// As typed.
    pub first_surname: String,
    /// As typed.
    pub second_surname: Option<Option<String>>,
    /// As typed.
    pub nickname: Option<Option<String>>,
    /// None where it is not said well.
    pub sex: Option<Sex>,
    /// As typed; not read beside a birth date.
    pub age: Option<u8>,
    /// In its list.
    pub list_position: Option<Option<u16>>,
    /// None: the file has no such column.
    pub actions: Option<Vec<AffirmativeAction>>,
    /// What the row gives of the private data.
    pub private: PrivateEdit,
    /// Who stands, where the CURP says it.
    pub person: Option<PersonId>,
}

/// What rows are read with.
#[derive(Debug)]
pub struct RowReader<'a> {
    /// Which column is which.
    pub layout: &'a Layout,
    /// Where the candidacies stand.
    pub setup: &'a ElectionSetup,
    /// Who postulates them.
    pub actors: &'a ActorNames,
    /// How the file writes the sex.
    pub letters: SexLetters,
}

impl<'a> RowReader<'a> {
    /// For the rows of a sheet.
    pub fn of(
        sheet: &Sheet,
        layout: &'a Layout,
        setup: &'a ElectionSetup,
        actors: &'a ActorNames,
    ) -> Self {
        let at = layout.place(RollField::Sex);
        let below = sheet.rows.iter().skip(layout.before);
        let cells = below.filter_map(|row| Some(row.text(at?)));
        Self {
            layout,
            setup,
            actors,
            letters: SexLetters::learn(cells),
        }
    }

    /// What a row says, with what is wrong with it.
    pub fn read_row(&self, row: &Row) -> (ReadRow, Vec<BulkIssue>) {
        let mut cells = Cells {
            layout: self.layout,
            row,
            errors: Vec::new(),
        };
        let place = self.place(&mut cells);
        let name = |cells: &mut Cells<'_>, field| match cells.said_name(field) {
            Said::Text(text) => text,
            Said::Wrong => String::new(),
            Said::NoColumn | Said::Blank => {
                let detail = format!("Falta «{}»: la celda está vacía.", field.label());
                cells.error(field, "required", detail);
                String::new()
            }
        };
        let read = ReadRow {
            number: row.number,
            place,
            given_names: name(&mut cells, RollField::GivenNames),
            first_surname: name(&mut cells, RollField::FirstSurname),
            second_surname: cells.said_name(RollField::SecondSurname).optional(),
            nickname: cells.said_name(RollField::Nickname).optional(),
            sex: self.sex(&mut cells),
            age: age(&mut cells),
            list_position: list_position(&mut cells),
            actions: actions(&mut cells),
            private: private(&mut cells),
            person: None,
        };
        (read, cells.errors)
    }

    fn place(&self, cells: &mut Cells<'_>) -> Option<RowPlace> {
        let actor = cells.needed(RollField::Actor).and_then(|cell| {
            let (code, detail) = match self.actors.named(&cell) {
                NamedActor::One(at) => return Some(at),
                NamedActor::Several => (
                    "ambiguous",
                    "varios actores políticos de esta elección se llaman así; escriba su nombre completo.",
                ),
                NamedActor::Nobody => (
                    "unknown",
                    "no es un actor político de esta elección; escríbalo como está registrado, o regístrelo antes.",
                ),
            };
            cells.quoted(RollField::Actor, &cell, code, detail);
            None
        });
        let office = self.office(cells);
        let role = cells.needed(RollField::Role).and_then(|cell| {
            let found = values::role(&cell);
            if found.is_none() {
                let detail = if is_both_roles(&cell) {
                    "dice las dos calidades; escriba la de esta persona: propietaria o suplente."
                } else {
                    "no es una calidad; escriba «Propietaria», «Propietario» o «Suplente»."
                };
                cells.quoted(RollField::Role, &cell, "unknown", detail);
            }
            found
        });
        let territory = office.and_then(|it| self.territory(cells, it));
        Some(RowPlace {
            actor: actor?,
            office: office?,
            territory: territory?,
            role: role?,
        })
    }

    fn office(&self, cells: &mut Cells<'_>) -> Option<Office> {
        let principle = cells.said(RollField::Principle);
        let cell = cells.needed(RollField::Office)?;
        let found = values::office(&cell, principle.text());
        match found {
            None => {
                let labels: Vec<&str> = self.setup.offices.iter().map(|it| it.label()).collect();
                let detail = format!(
                    "no es un cargo de esta elección; se eligen: {}.",
                    labels.join(", ")
                );
                cells.quoted(RollField::Office, &cell, "unknown", &detail);
                None
            }
            // Told here, since without it its territory says nothing.
            Some(office) if !self.setup.offices.contains(&office) => {
                let detail = "no está en juego en esta elección.";
                cells.quoted(RollField::Office, &cell, "not_in_election", detail);
                None
            }
            found => found,
        }
    }

    fn territory(&self, cells: &mut Cells<'_>, office: Office) -> Option<String> {
        let kind = office.territory_kind();
        let own = match kind {
            TerritoryKind::Municipality => RollField::Municipality,
            TerritoryKind::LocalDistrict | TerritoryKind::FederalDistrict => RollField::District,
            TerritoryKind::State | TerritoryKind::Circumscription => RollField::Territory,
        };
        let alone = own == RollField::Territory;
        let (mut field, mut said) = (own, cells.said(own));
        if said.text().is_none() && !alone && said != Said::Wrong {
            (field, said) = (RollField::Territory, cells.said(RollField::Territory));
        }
        if said == Said::Wrong {
            return None;
        }
        let field = if self.layout.place(field).is_some() {
            field
        } else {
            own
        };
        let label = kind.label();
        let cell = said.text().unwrap_or_default();
        match named_territory(self.setup, kind, said.text()) {
            NamedTerritory::One(found) => return Some(found.code.clone()),
            NamedTerritory::NotSaid => {
                let detail = format!(
                    "«{}» se elige por «{label}»: escriba de cuál es la candidatura.",
                    office.label()
                );
                cells.error(field, "required", detail);
            }
            NamedTerritory::Several => {
                let detail = "varios territorios de esta elección se llaman así; escriba su clave o su número.";
                cells.quoted(field, cell, "ambiguous", detail);
            }
            NamedTerritory::Unknown => {
                let detail = format!("no está en el catálogo de esta elección como «{label}».");
                cells.quoted(field, cell, "unknown", &detail);
            }
        }
        None
    }

    fn sex(&self, cells: &mut Cells<'_>) -> Option<Sex> {
        let cell = cells.needed(RollField::Sex)?;
        let found = self.letters.sex(&cell);
        if found.is_none() {
            let detail = "no se sabe qué sexo es; escriba «Mujer», «Hombre» o «No binario».";
            cells.quoted(RollField::Sex, &cell, "unknown", detail);
        }
        found
    }
}

fn age(cells: &mut Cells<'_>) -> Option<u8> {
    let said = cells.said(RollField::Age);
    let cell = said.text()?;
    let found = whole(cell).and_then(|it| u8::try_from(it).ok());
    if found.is_none() {
        let detail = "no es una edad; escriba los años cumplidos, solo con números.";
        cells.quoted(RollField::Age, cell, "invalid_format", detail);
    }
    found
}

fn list_position(cells: &mut Cells<'_>) -> Option<Option<u16>> {
    let said = cells.said(RollField::ListPosition).optional()?;
    let Some(cell) = said else {
        return Some(None);
    };
    let found = whole(&cell).and_then(|it| u16::try_from(it).ok());
    if found.is_none() {
        let detail = "no es un número entero.";
        cells.quoted(RollField::ListPosition, &cell, "invalid_format", detail);
    }
    found.map(Some)
}

fn actions(cells: &mut Cells<'_>) -> Option<Vec<AffirmativeAction>> {
    let said = cells.said(RollField::AffirmativeActions).optional()?;
    let cell = said.unwrap_or_default();
    match values::affirmative_actions(&cell) {
        Ok(found) => Some(found),
        Err(part) => {
            let detail = "no es una acción afirmativa del catálogo; si son varias, sepárelas con punto y coma.";
            cells.quoted(RollField::AffirmativeActions, &part, "unknown", detail);
            None
        }
    }
}

/// A number that a program wrote with decimals: `5510000002.0`.
fn without_decimals(text: &str) -> &str {
    match text.strip_suffix(".0") {
        Some(digits) if digits.bytes().all(|it| it.is_ascii_digit()) => digits,
        _ => text,
    }
}

fn private(cells: &mut Cells<'_>) -> PrivateEdit {
    let text = |cells: &mut Cells<'_>, field| match cells.said(field) {
        Said::Text(text) => Some(single_line(without_decimals(&text))),
        _ => None,
    };
    let birth_date = text(cells, RollField::BirthDate).and_then(|cell| {
        let found = values::day(&cell);
        if found.is_none() {
            let detail = "No es una fecha que se entienda; escríbala como día/mes/año, con el año de cuatro cifras.";
            cells.error(RollField::BirthDate, "invalid_format", detail);
        }
        found
    });
    PrivateEdit {
        curp: text(cells, RollField::Curp),
        voter_key: text(cells, RollField::VoterKey),
        rfc: text(cells, RollField::Rfc),
        birth_date,
        notification_email: text(cells, RollField::NotificationEmail),
        notification_phone: text(cells, RollField::NotificationPhone),
        erase: Vec::new(),
    }
}
