//! What the public sees at one sequence of each log: immutable, and built from public records and
//! public election data only.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use conoceles_shared::api::public::{API_VERSION, Election, LICENCE, LogChain, Meta, Page};
use conoceles_shared::draw::draw_key;
use conoceles_shared::ids::{CandidacyId, ElectionId};
use conoceles_shared::time::{Instant, local_date};

use super::cache::AnswerCache;
use super::contest::Contest;
use super::elections::{has_closed, public_elections};
use super::published::Published;
use super::store::{CutOffs, LogEnds};
use crate::core::secrets::MacKey;
use crate::elections::ElectionRow;

/// Where a candidacy stands in the draw of its contest: its formula, then its role in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DrawPlace {
    /// The key of its formula.
    pub formula: [u8; 32],
    /// The titular before the alternate.
    pub role: u8,
    /// Tells apart those who share a formula and a role.
    pub candidacy: CandidacyId,
}

/// A record in the order of its contest's draw.
#[derive(Debug)]
pub struct Drawn {
    /// Where its election stands.
    pub rank: usize,
    /// Where it stands in the draw.
    pub place: DrawPlace,
    /// What is shown at that place.
    pub published: Arc<Published>,
}

/// What the public sees.
#[derive(Debug)]
pub struct Snapshot {
    /// The last entry of each log that is in it.
    pub ends: LogEnds,
    /// When each of them was written.
    pub cut_offs: CutOffs,
    /// The public elections, the latest first.
    pub elections: Vec<Election>,
    /// Every record: contests in their order, each in the order of its draw.
    pub drawn: Vec<Drawn>,
    /// Where each contest stands in `drawn`.
    pub contests: Vec<Range<usize>>,
    /// Every record by name.
    pub by_name: Vec<Arc<Published>>,
    /// Lists that were asked for.
    pub cache: AnswerCache,
    /// What proves a list's cursors.
    pub cursor_key: MacKey,
    by_id: HashMap<CandidacyId, Arc<Published>>,
    withdrawn: HashSet<CandidacyId>,
    seeds: HashMap<ElectionId, String>,
    /// The election data it was built from.
    pub basis: Basis,
}

/// The election data of a snapshot, to be compared: versions and registered candidacies.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Basis {
    versions: Vec<(ElectionId, u32)>,
    registered: BTreeMap<ElectionId, u32>,
    /// Which election comes next depends on the day, and which are archives on the hour.
    day: Option<NaiveDate>,
    closed: Vec<ElectionId>,
}

impl Basis {
    /// What is stored, as it stands at `now`.
    #[must_use]
    pub fn new(
        elections: &[ElectionRow],
        registered: BTreeMap<ElectionId, u32>,
        now: Instant,
    ) -> Self {
        let closed = elections.iter().filter(|it| has_closed(it, now));
        Self {
            day: Some(local_date(now)),
            closed: closed.map(|it| it.id.clone()).collect(),
            versions: elections
                .iter()
                .map(|it| (it.id.clone(), it.version))
                .collect(),
            registered,
        }
    }
}

/// What a snapshot is built from.
#[derive(Debug)]
pub struct Material {
    /// The last entry of each log.
    pub ends: LogEnds,
    /// When each of them was written.
    pub cut_offs: CutOffs,
    /// When the snapshot is made: it tells which election comes next.
    pub now: Instant,
    /// Every election.
    pub elections: Vec<ElectionRow>,
    /// Registered candidacies by election: substituted and cancelled ones do not count.
    pub registered: BTreeMap<ElectionId, u32>,
    /// Every current record.
    pub records: Vec<Arc<Published>>,
    /// Candidacies that were published and withdrawn.
    pub withdrawn: HashSet<CandidacyId>,
    /// Whose place each substitute took.
    pub substitutes: BTreeMap<CandidacyId, CandidacyId>,
    /// What proves the cursors of its lists.
    pub cursor_key: MacKey,
}

impl Material {
    /// Of an installation where nothing is public.
    #[must_use]
    pub fn empty(cursor_key: MacKey) -> Self {
        Self {
            ends: LogEnds::default(),
            cut_offs: CutOffs::default(),
            now: Instant::UNIX_EPOCH,
            elections: Vec::new(),
            registered: BTreeMap::new(),
            records: Vec::new(),
            withdrawn: HashSet::new(),
            substitutes: BTreeMap::new(),
            cursor_key,
        }
    }
}

/// What is known of a candidacy's public record.
#[derive(Debug)]
pub enum Found<'a> {
    /// It is public.
    Here(&'a Arc<Published>),
    /// It was, and was withdrawn.
    Withdrawn,
    /// It never was.
    Nowhere,
}

impl Snapshot {
    /// Puts a snapshot together.
    #[must_use]
    pub fn new(material: Material) -> Self {
        let seeds: HashMap<_, _> = material
            .elections
            .iter()
            .map(|it| (it.id.clone(), it.draw_seed.clone()))
            .collect();
        let elections = public_elections(
            &material.elections,
            &material.registered,
            &material.records,
            material.now,
        );
        let mut drawn: Vec<_> = material
            .records
            .iter()
            .map(|it| Drawn {
                rank: rank(&elections, it.election()),
                place: DrawPlace {
                    formula: formula_key(&seeds, &it.contest, &it.formula_text()),
                    role: it.role_rank(),
                    candidacy: it.id.clone(),
                },
                published: Arc::clone(it),
            })
            .collect();
        drawn.sort_by(|a, b| {
            let contests = || a.published.contest.cmp(&b.published.contest);
            a.rank
                .cmp(&b.rank)
                .then_with(contests)
                .then_with(|| a.place.cmp(&b.place))
        });
        let mut by_name = material.records.clone();
        by_name.sort_by(|a, b| (&a.name_key, &a.id).cmp(&(&b.name_key, &b.id)));
        Self {
            ends: material.ends,
            cut_offs: material.cut_offs,
            elections,
            contests: contests(&drawn),
            drawn,
            by_name,
            cache: AnswerCache::default(),
            cursor_key: material.cursor_key,
            by_id: material
                .records
                .into_iter()
                .map(|it| (it.id.clone(), it))
                .collect(),
            withdrawn: material.withdrawn,
            seeds,
            basis: Basis::new(&material.elections, material.registered, material.now),
        }
    }

    /// What is public of a candidacy.
    #[must_use]
    pub fn find(&self, id: &CandidacyId) -> Found<'_> {
        match self.by_id.get(id) {
            Some(found) => Found::Here(found),
            None if self.withdrawn.contains(id) => Found::Withdrawn,
            None => Found::Nowhere,
        }
    }

    /// What somebody is called who is public.
    #[must_use]
    pub fn name_of(&self, id: &CandidacyId) -> Option<&str> {
        self.by_id.get(id).map(|it| it.summary.name.as_str())
    }

    /// Whether exactly this, with what was prepared of it, is in it.
    #[must_use]
    pub fn holds(&self, record: &Arc<Published>) -> bool {
        let own = self.by_id.get(&record.id);
        own.is_some_and(|it| Arc::ptr_eq(it, record))
    }

    /// Where an election stands: the latest first, one that is gone last.
    #[must_use]
    pub fn rank(&self, election: &ElectionId) -> usize {
        rank(&self.elections, election)
    }

    /// The key of a formula in the draw of a contest, whether or not it is still published.
    #[must_use]
    pub fn formula_key(&self, contest: &Contest, formula: &str) -> [u8; 32] {
        formula_key(&self.seeds, contest, formula)
    }

    /// What stands before a list.
    #[must_use]
    pub fn meta(&self, total: usize, next_cursor: Option<String>) -> Meta {
        Meta {
            total: Some(u32::try_from(total).unwrap_or(u32::MAX)),
            next_cursor,
            licence: LICENCE.to_owned(),
            cut_off: self.cut_offs.publication,
            drill_cut_off: self.cut_offs.drill,
            api_version: API_VERSION.to_owned(),
            log: LogChain::Publication,
            log_seq: self.ends.publication,
            drill_log_seq: Some(self.ends.drill),
            formula: None,
            substitutes: None,
            elsewhere: None,
        }
    }

    /// The elections as a list.
    #[must_use]
    pub fn election_page(&self) -> Page<Election> {
        Page {
            meta: self.meta(self.elections.len(), None),
            data: self.elections.clone(),
        }
    }
}

fn rank(elections: &[Election], election: &ElectionId) -> usize {
    elections
        .iter()
        .position(|it| it.election.id == *election)
        .unwrap_or(usize::MAX)
}

fn formula_key(seeds: &HashMap<ElectionId, String>, contest: &Contest, formula: &str) -> [u8; 32] {
    let seed = seeds.get(contest.election()).map_or("", String::as_str);
    draw_key(seed, &contest.text(), formula)
}

fn contests(drawn: &[Drawn]) -> Vec<Range<usize>> {
    let mut start = 0;
    drawn
        .chunk_by(|a, b| a.published.contest == b.published.contest)
        .map(|chunk| {
            let range = start..start + chunk.len();
            start = range.end;
            range
        })
        .collect()
}
