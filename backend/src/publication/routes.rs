//! The routes of the public API.

use super::{api, catalogues, photos};
use crate::routes::{Entry, public};

/// Elections, candidacies, photos, catalogues.
#[must_use]
pub fn routes() -> Vec<Entry> {
    vec![
        public(api::__path_elections, api::elections),
        public(api::__path_election, api::election),
        public(api::__path_candidacies, api::candidacies),
        public(api::__path_candidacy, api::candidacy),
        public(photos::__path_photo, photos::photo),
        public(catalogues::__path_catalogues, catalogues::catalogues),
        public(catalogues::__path_catalogue, catalogues::catalogue),
    ]
}
