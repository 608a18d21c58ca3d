//! The routes of the public API.

use super::{api, catalogues, facets, logos, photos};
use crate::core::route::{RouteRow, public};

/// Elections, candidacies, photos, logos, catalogues.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        public(
            api::__path_list_public_elections,
            api::list_public_elections,
        ),
        public(api::__path_show_public_election, api::show_public_election),
        public(api::__path_list_published, api::list_published),
        public(facets::__path_show_facets, facets::show_facets),
        public(api::__path_show_published, api::show_published),
        public(
            photos::__path_show_published_photo,
            photos::show_published_photo,
        ),
        public(logos::__path_show_logo, logos::show_logo),
        public(
            catalogues::__path_list_catalogues,
            catalogues::list_catalogues,
        ),
        public(
            catalogues::__path_show_catalogue,
            catalogues::show_catalogue,
        ),
    ]
}
