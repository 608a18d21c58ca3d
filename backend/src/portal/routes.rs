//! The routes of the public API.

use super::{api, catalogues, photos};
use crate::core::route::{RouteRow, public};

/// Elections, candidacies, photos, catalogues.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
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
