//! Which actor and which territory of the election a row names.

use std::collections::{BTreeSet, HashMap};

use conoceles_shared::api::admin::Party;
use conoceles_shared::election::{ElectionSetup, Territory, TerritoryKind};
use conoceles_shared::ids::PartyId;
use conoceles_shared::names::name_key;
use conoceles_shared::text::{fold, without_enie};

use crate::elections::ActorRow;
use crate::ine::places::number;
use crate::ine::values::listed;

/// What stands before the name of a municipality, or of a district, and is no part of it.
const BEFORE_NAMES: [&str; 8] = [
    "municipio de ",
    "municipio ",
    "ayuntamiento de ",
    "h. ayuntamiento de ",
    "distrito electoral local ",
    "distrito electoral ",
    "distrito local ",
    "distrito ",
];

/// The actors of an election by the ways in which files name them.
#[derive(Debug, Default)]
pub struct ActorNames {
    by_name: HashMap<String, Vec<usize>>,
    by_parties: HashMap<BTreeSet<String>, Vec<usize>>,
}

/// What a name of an actor leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum NamedActor {
    /// One, by its place in the list.
    One(usize),
    /// Several have this name.
    Several,
    /// None.
    Nobody,
}

impl ActorNames {
    /// Of these actors and the parties that they are made of.
    #[must_use]
    pub fn of(actors: &[ActorRow], parties: &[Party]) -> Self {
        let parties: HashMap<&PartyId, &Party> = parties.iter().map(|it| (&it.id, it)).collect();
        let mut names = Self::default();
        for (at, actor) in actors.iter().enumerate() {
            let own: Vec<&&Party> = actor
                .parties
                .iter()
                .filter_map(|it| parties.get(it))
                .collect();
            let mut ways = BTreeSet::from([name_key(&actor.name), bare_actor(&actor.name)]);
            if let [only] = own.as_slice() {
                ways.insert(name_key(&only.data.name));
                ways.insert(bare_actor(&only.data.name));
                ways.insert(name_key(&only.data.acronym));
            }
            for way in ways.into_iter().filter(|it| !it.is_empty()) {
                names.by_name.entry(way).or_default().push(at);
            }
            if own.len() > 1 {
                let acronyms = own.iter().map(|it| name_key(&it.data.acronym)).collect();
                names.by_parties.entry(acronyms).or_default().push(at);
            }
        }
        names
    }

    /// The actor that a cell names: by its name, by the acronym of its party, or by those of all its
    /// parties.
    #[must_use]
    pub fn named(&self, cell: &str) -> NamedActor {
        let acronyms = || {
            let parts: BTreeSet<String> = listed(cell).iter().map(|it| name_key(it)).collect();
            self.by_parties.get(&parts)
        };
        let found = self
            .by_name
            .get(&name_key(cell))
            .or_else(|| self.by_name.get(&bare_actor(cell)))
            .or_else(acronyms);
        match found.map(Vec::as_slice) {
            Some([only]) => NamedActor::One(*only),
            Some(_) => NamedActor::Several,
            None => NamedActor::Nobody,
        }
    }
}

/// A name without the word for what kind of actor it is.
fn bare_actor(name: &str) -> String {
    const KINDS: [&str; 4] = [
        "coalicion",
        "candidatura comun",
        "partido politico",
        "candidatura independiente",
    ];
    let plain = without_enie(&fold(name));
    let bare = KINDS.iter().find_map(|it| plain.strip_prefix(it));
    name_key(
        bare.unwrap_or(&plain)
            .trim_matches([' ', ':', '"', '«', '»', '-', '.']),
    )
}

/// What a cell says of a territory leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum NamedTerritory<'s> {
    /// One of the election.
    One(&'s Territory),
    /// The office is elected in one of several, and the row does not say in which.
    NotSaid,
    /// Several have this name.
    Several,
    /// None.
    Unknown,
}

/// The territory of a kind that a cell names, by code, number or name. The only one of its kind needs no
/// cell.
#[must_use]
pub fn named_territory<'s>(
    setup: &'s ElectionSetup,
    kind: TerritoryKind,
    cell: Option<&str>,
) -> NamedTerritory<'s> {
    let own: Vec<&Territory> = setup
        .territories
        .iter()
        .filter(|it| it.kind == kind)
        .collect();
    let alone = matches!(kind, TerritoryKind::State | TerritoryKind::Circumscription);
    if let ([only], true) = (own.as_slice(), alone || cell.is_none()) {
        return NamedTerritory::One(only);
    }
    let Some(cell) = cell else {
        return NamedTerritory::NotSaid;
    };
    let by_code = own.iter().find(|it| is_code(it, cell));
    if let Some(found) = by_code {
        return NamedTerritory::One(found);
    }
    let wanted = bare_territory(cell);
    let named: Vec<&&Territory> = own
        .iter()
        .filter(|it| name_parts(&it.name).contains(&wanted))
        .collect();
    match named.as_slice() {
        [only] => NamedTerritory::One(only),
        [] => NamedTerritory::Unknown,
        _ => NamedTerritory::Several,
    }
}

/// Whether a cell begins with the code of a territory: `15081`, `15081 TECAMAC`, `033`, `Distrito XXXIII`.
/// A name after it has to be its own.
fn is_code(territory: &Territory, cell: &str) -> bool {
    let plain = without_enie(&fold(cell.trim().trim_end_matches(".0")));
    let bare = BEFORE_NAMES.iter().find_map(|it| plain.strip_prefix(it));
    let bare = bare.unwrap_or(&plain).trim();
    let (first, rest) = bare
        .split_once(|it: char| !it.is_alphanumeric())
        .unwrap_or((bare, ""));
    let digits = |it: &str| it.trim_start_matches('0').to_owned();
    let same_number = match territory.kind {
        TerritoryKind::Municipality => first == territory.code,
        _ => {
            let number = number(first).map(|it| it.to_string());
            first == territory.code || number == Some(digits(&territory.code))
        }
    };
    let rest = name_key(rest);
    same_number && (rest.is_empty() || name_parts(&territory.name).contains(&rest))
}

/// The ways in which a territory is named: «Distrito 33, Tecámac» whole, and by what stands after the comma.
fn name_parts(name: &str) -> Vec<String> {
    let after = name.split_once(',').map(|(_, it)| name_key(it));
    let whole = [name_key(name), bare_territory(name)];
    whole.into_iter().chain(after).collect()
}

fn bare_territory(name: &str) -> String {
    let plain = without_enie(&fold(name.trim()));
    let bare = BEFORE_NAMES.iter().find_map(|it| plain.strip_prefix(it));
    name_key(bare.unwrap_or(&plain))
}

#[cfg(test)]
#[path = "places_tests.rs"]
mod places_tests;
