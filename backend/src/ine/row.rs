//! One row of the file as a candidacy of the archive.

use std::collections::HashSet;

use conoceles_shared::api::Labelled;
use conoceles_shared::api::public::{SectionRecord, TerritoryRef};
use conoceles_shared::catalogues::Office;
use conoceles_shared::names::{name_trouble, sign_for_a_letter};
use conoceles_shared::text::single_line;

use super::columns::{Column, Columns};
use super::file_row::Row;
use super::finding::{Finding, brief};
use super::names::{self, Named};
use super::places::{self, Missing, State, Where};
use super::values::{self, Mapped, SexLetters, given};

/// A candidacy as the file tells it.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Counting the header as 1.
    pub row: u32,
    /// The actor's name.
    pub actor: String,
    /// Tells actors of one name apart: each independent formula is its own.
    pub actor_key: String,
    pub name: String,
    pub age: Option<u8>,
    pub sex: Option<Labelled>,
    pub office: Labelled,
    /// The office, where the catalogue has it.
    pub known_office: Option<Office>,
    pub territory: TerritoryRef,
    /// The name of the state; none where all the country or a part of it votes.
    pub state: Option<String>,
    pub list_position: Option<u32>,
    pub role: Option<Labelled>,
    /// All but photo and identity, which archives do not have.
    pub sections: Vec<SectionRecord>,
    pub captured: bool,
}

/// Takes rows one after the other, noting what is wrong and what is doubtful.
#[derive(Debug)]
pub(super) struct RowReader<'a> {
    pub(super) columns: &'a Columns,
    letters: SexLetters,
    /// Places of cells whose error is known already.
    told: HashSet<String>,
    /// What stops the import.
    pub(super) errors: Vec<Finding>,
    /// What does not.
    pub(super) warnings: Vec<Finding>,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(columns: &'a Columns, letters: SexLetters, errors: Vec<Finding>) -> Self {
        Self {
            columns,
            letters,
            told: errors.iter().map(|it| it.place.clone()).collect(),
            errors,
            warnings: Vec::new(),
        }
    }

    fn error(&mut self, row: &Row, column: Column, text: impl Into<String>) {
        let finding = self.columns.at_cell(row.number, column, text);
        self.errors.push(finding);
    }

    pub(super) fn warn(&mut self, row: &Row, column: Column, text: impl Into<String>) {
        let finding = self.columns.at_cell(row.number, column, text);
        self.warnings.push(finding);
    }

    /// The candidacy of a row; `None` where something in it is wrong.
    pub(super) fn candidacy(&mut self, row: &Row) -> Option<Planned> {
        let before = self.errors.len();
        let actor = self.actor(row);
        let name = self.name(row);
        let office_text = self.needed(row, Column::Office);
        let office_text = values::with_principle(
            &office_text,
            given(self.columns.cell(row, Column::Principle)),
        );
        let (office, known_office) = values::office(&office_text);
        let place = self.place(row, known_office, &office_text);
        let age = self.age(row);
        let list_position = self.position(row);
        let sex = self.sex(row);
        let role = self.role(row, sex.as_ref());
        let (state, territory) = place.filter(|_| self.errors.len() == before)?;
        if !office.known {
            self.warn(row, Column::Office, own_value(&office));
        }
        let captured = self.is_captured(row);
        let number = list_position.map_or_else(|| name.clone(), |it| it.to_string());
        let actor_key = if values::is_independent(&actor) {
            format!(
                "{actor}\n{}\n{}\n{number}",
                office.value.code, territory.code
            )
        } else {
            actor.clone()
        };
        Some(Planned {
            row: row.number,
            name,
            age,
            sex,
            office: office.value,
            known_office,
            territory,
            state: state.map(|it| it.name),
            list_position,
            role,
            sections: self.sections(row, &actor, captured),
            captured,
            actor_key,
            actor,
        })
    }

    fn needed(&mut self, row: &Row, column: Column) -> String {
        match given(self.columns.cell(row, column)) {
            Some(value) => self.lettered(row, column, single_line(value)),
            None => {
                self.empty(row, column);
                String::new()
            }
        }
    }

    /// Says that a cell is empty, unless more is known of it already.
    fn empty(&mut self, row: &Row, column: Column) {
        let known = self.columns.at_cell(row.number, column, "");
        if !self.told.contains(&known.place) {
            self.error(row, column, "está vacía");
        }
    }

    /// A value whose letters are all there.
    fn lettered(&mut self, row: &Row, column: Column, value: String) -> String {
        if let Some(sign) = sign_for_a_letter(&value) {
            let what = format!(
                "«{}» tiene «{sign}» en lugar de una letra: se perdió al convertir el archivo; \
                 escríbala de nuevo",
                brief(&value)
            );
            self.error(row, column, what);
        }
        value
    }

    fn name(&mut self, row: &Row) -> String {
        match names::name(self.columns, row) {
            Named::Whole(name) => {
                let column = if self.columns.has(Column::Name) {
                    Column::Name
                } else {
                    Column::GivenNames
                };
                if let Some(why) = name_trouble(&name) {
                    self.error(row, column, format!("«{}»: {why}", brief(&name)));
                } else if let Some(doubt) = names::doubt(&name) {
                    self.warn(row, column, format!("«{}» {doubt}", brief(&name)));
                }
                name
            }
            Named::Without(column) => {
                self.empty(row, column);
                String::new()
            }
        }
    }

    /// The name on the ballot: of the coalition where the row is of one, else of the party. A party
    /// of a coalition that runs alone, as on every proportional list, is named with it all the same.
    fn actor(&mut self, row: &Row) -> String {
        let cell = |column| values::given_actor(self.columns.cell(row, column));
        let parties = cell(Column::CoalitionParties);
        let together = parties.is_none_or(|it| values::listed(it).len() > 1);
        let own = cell(Column::Party).or(parties);
        let coalition = given(self.columns.cell(row, Column::Coalition));
        let named = cell(Column::Actor).or(if together {
            coalition.or(own)
        } else {
            own.or(coalition)
        });
        match named {
            Some(name) => single_line(name),
            None => {
                let columns = [Column::Actor, Column::Party, Column::CoalitionParties];
                let has = |it: &Column| self.columns.has(*it);
                let column = columns.into_iter().find(has).unwrap_or(Column::Actor);
                self.empty(row, column);
                String::new()
            }
        }
    }

    fn age(&mut self, row: &Row) -> Option<u8> {
        let cell = given(self.columns.cell(row, Column::Age))?;
        match values::whole(cell).and_then(|it| u8::try_from(it).ok()) {
            Some(age) if (1..=120).contains(&age) => {
                if age < 18 {
                    self.warn(row, Column::Age, format!("{age} años es menos que 18"));
                }
                Some(age)
            }
            _ => {
                let what = format!(
                    "«{}» no es una edad; {}",
                    brief(cell),
                    values::age_advice(cell)
                );
                self.error(row, Column::Age, what);
                None
            }
        }
    }

    fn position(&mut self, row: &Row) -> Option<u32> {
        let cell = given(self.columns.cell(row, Column::Position))?;
        let position = values::whole(cell);
        if position.is_none() {
            let what = format!("«{}» no es un número entero", brief(cell));
            self.error(row, Column::Position, what);
        }
        position
    }

    /// Where the office is voted, with its state where it has one.
    fn place(
        &mut self,
        row: &Row,
        office: Option<Office>,
        office_text: &str,
    ) -> Option<(Option<State>, TerritoryRef)> {
        let entity = given(self.columns.cell(row, Column::Entity)).map(single_line);
        let state = entity.as_deref().map(places::state);
        if let (Some(entity), Some(state)) = (&entity, &state)
            && !state.known
        {
            let what = format!(
                "«{}» no es una de las 32 entidades; se conserva",
                brief(entity)
            );
            self.warn(row, Column::Entity, what);
        }
        let place = Where {
            office,
            office_text,
            district: self.columns.cell(row, Column::District),
            circumscription: self.columns.cell(row, Column::Circumscription),
            municipality: self.columns.cell(row, Column::Municipality),
        };
        match places::territory(state.as_ref(), &place) {
            Ok(territory) => {
                let whole = places::is_beyond_states(&territory);
                Some((state.filter(|_| !whole), territory))
            }
            Err(Missing::Entity) => {
                self.empty(row, Column::Entity);
                None
            }
            Err(Missing::Circumscription) => {
                let cell = brief(self.columns.cell(row, Column::Circumscription));
                let what = format!(
                    "«{cell}» no es una de las cinco circunscripciones de la lista federal; escriba de 1 \
                     a 5"
                );
                self.error(row, Column::Circumscription, what);
                None
            }
        }
    }

    fn sex(&mut self, row: &Row) -> Option<Labelled> {
        let cell = given(self.columns.cell(row, Column::Sex))?;
        if let Some(sex) = self.letters.sex(cell) {
            if values::slug(cell) == "x" {
                self.warn(
                    row,
                    Column::Sex,
                    "«X» se lee como «No binario»; revise que lo diga así",
                );
            }
            return Some(Labelled::new(sex.code(), sex.label()));
        }
        // A lone M is said once for the file.
        if cell.eq_ignore_ascii_case("m") {
            return None;
        }
        let value = Labelled::new(values::slug(cell), values::sentence(cell));
        let mapped = Mapped {
            value,
            known: false,
        };
        self.warn(row, Column::Sex, own_value(&mapped));
        Some(mapped.value)
    }

    /// Titular or alternate, in the form of the person's sex where that is known.
    fn role(&mut self, row: &Row, sex: Option<&Labelled>) -> Option<Labelled> {
        let cell = given(self.columns.cell(row, Column::Role))?;
        let sex = sex.and_then(|it| it.code.parse().ok());
        let role = values::role(cell, sex);
        if role.is_some() {
            return role;
        }
        if values::is_both_roles(cell) {
            let what = format!(
                "«{}» dice las dos calidades; escriba la de esta persona: propietaria o suplente",
                brief(cell)
            );
            self.error(row, Column::Role, what);
            return None;
        }
        let value = Labelled::new(values::slug(cell), values::sentence(cell));
        let mapped = Mapped {
            value,
            known: false,
        };
        self.warn(row, Column::Role, own_value(&mapped));
        Some(mapped.value)
    }
}

pub(super) fn own_value(mapped: &Mapped) -> String {
    let Labelled { code, label } = &mapped.value;
    format!(
        "«{}» no está en el catálogo; se conserva como «{code}»",
        brief(label)
    )
}
