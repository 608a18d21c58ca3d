//! The portal's texts. It says «tú», as its name does; the desks say «usted».

mod es;

pub use es::ES;

/// Everything the portal says.
pub struct Texts {
    /// The frame around every page.
    pub frame: Frame,
    /// Texts that several pages use.
    pub common: Common,
    /// The first page.
    pub home: Home,
    /// The list.
    pub list: List,
    /// One candidacy.
    pub profile: Profile,
    /// A receipt.
    pub receipt: Receipt,
    /// The privacy notice.
    pub privacy: Privacy,
    /// Pages that say that something is not there.
    pub message: Message,
}

/// The frame around every page.
pub struct Frame {
    /// The system's name.
    pub site: &'static str,
    /// Whose it is.
    pub owner: &'static str,
    /// The link that skips the header.
    pub skip: &'static str,
    /// The name of the main navigation.
    pub main_nav: &'static str,
    /// The first page, in the navigation.
    pub home: &'static str,
    /// The list, in the navigation.
    pub candidacies: &'static str,
    /// The drill's word.
    pub drill: &'static str,
    /// What a drill means.
    pub drill_text: &'static str,
    /// Who answers for the information.
    pub disclaimer: &'static str,
    /// The name of the links at the bottom.
    pub footer_nav: &'static str,
    /// The API's specification.
    pub api: &'static str,
    /// The desks.
    pub desk: &'static str,
    /// The privacy notice.
    pub privacy: &'static str,
    /// The link to the verification of receipts.
    pub verify: &'static str,
    /// The area in charge.
    pub unit: &'static str,
    /// The name of the breadcrumbs.
    pub crumbs: &'static str,
    /// While a page is loading.
    pub loading: &'static str,
}

/// Texts that several pages use.
pub struct Common {
    /// In place of a photo.
    pub no_photo: &'static str,
    /// What a photo shows.
    pub photo_of: fn(&str) -> String,
    /// An age.
    pub years: fn(u8) -> String,
    /// A number of candidacies.
    pub candidacies: fn(u32) -> String,
    /// A fact that the source does not say.
    pub no_data: &'static str,
    /// A fact that does not apply.
    pub not_applicable: &'static str,
    /// After a link that leaves the site, for those who cannot see the arrow.
    pub leaves_site: &'static str,
    /// An election whose persons and parties are invented.
    pub drill: &'static str,
    /// An archived election.
    pub archive: &'static str,
    /// Election day.
    pub election_day: fn(&str) -> String,
    /// A percentage with its sign.
    pub percent: fn(&str) -> String,
}

/// The first page.
pub struct Home {
    /// Its title in the browser.
    pub title: &'static str,
    /// What it is, for search engines.
    pub description: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// Its first sentence.
    pub lead: &'static str,
    /// The heading of the search by name.
    pub by_name: &'static str,
    /// The label of the name.
    pub name: &'static str,
    /// The help of the name.
    pub name_hint: &'static str,
    /// The button of the search by name.
    pub search: &'static str,
    /// The heading of the search by place.
    pub by_place: &'static str,
    /// The label of the municipality.
    pub municipality: &'static str,
    /// The label of the district.
    pub district: &'static str,
    /// The empty choice of a place.
    pub choose: &'static str,
    /// The group of local districts.
    pub local_districts: &'static str,
    /// The group of federal districts.
    pub federal_districts: &'static str,
    /// The button of a municipality.
    pub go_municipality: &'static str,
    /// The button of a district.
    pub go_district: &'static str,
    /// Where no place has a published candidacy yet.
    pub no_places: &'static str,
    /// All candidacies of the election.
    pub all: &'static str,
    /// The heading of the progress.
    pub progress: &'static str,
    /// Published of registered.
    pub published_of: fn(u32, u32) -> String,
    /// The bars by office.
    pub by_office: &'static str,
    /// Their denominator.
    pub by_office_of: fn(u32) -> String,
    /// The bars as a table.
    pub as_table: &'static str,
    /// The head of the first column.
    pub office: &'static str,
    /// The head of the second column.
    pub published: &'static str,
    /// The head of the third column.
    pub share: &'static str,
    /// Before the time of the cut-off.
    pub cut_off: &'static str,
    /// The publication log.
    pub log: &'static str,
    /// Its last entry.
    pub log_entry: fn(u64) -> String,
    /// Three explanations: heading and text.
    pub about: [(&'static str, &'static str); 3],
    /// The heading of the explanations.
    pub about_heading: &'static str,
    /// The heading of the other elections.
    pub others: &'static str,
    /// Where there is no election yet.
    pub nothing: &'static str,
}

/// The list.
pub struct List {
    /// The heading where nothing narrower was chosen.
    pub heading: &'static str,
    /// In place of an election's name.
    pub every_election: &'static str,
    /// What it is, for search engines.
    pub description: fn(&str) -> String,
    /// The label of the filters' region.
    pub filters: &'static str,
    /// The disclosure of the filters.
    pub filter: &'static str,
    /// The label of the search by name.
    pub q: &'static str,
    /// The choice that does not filter.
    pub any: &'static str,
    /// The button.
    pub apply: &'static str,
    /// Removes every filter.
    pub clear: &'static str,
    /// The name of the list of filters in force.
    pub active: &'static str,
    /// What the link of a filter in force does, before its name.
    pub remove: &'static str,
    /// The label of the election.
    pub election: &'static str,
    /// The label of the office.
    pub office: &'static str,
    /// The label of the district.
    pub district: &'static str,
    /// The label of the municipality.
    pub municipality: &'static str,
    /// The label of the actor.
    pub actor: &'static str,
    /// The label of the sex.
    pub sex: &'static str,
    /// The label of the age range.
    pub age_range: &'static str,
    /// The label of the degree.
    pub education: &'static str,
    /// The label of the affirmative action.
    pub affirmative_action: &'static str,
    /// The label of titular or alternate.
    pub role: &'static str,
    /// The heading of the results.
    pub results: fn(u32) -> String,
    /// The name of the choice of order.
    pub order: &'static str,
    /// The drawn order.
    pub by_draw: &'static str,
    /// The order by name.
    pub by_name: &'static str,
    /// The disclosure about the order.
    pub why_order: &'static str,
    /// Why and how the order is drawn.
    pub order_text: &'static str,
    /// Before the seed.
    pub seed: fn(&str) -> String,
    /// The name of the pages' navigation.
    pub pages: &'static str,
    /// The next page.
    pub next: &'static str,
    /// Back to the first page.
    pub restart: &'static str,
    /// On pages after the first.
    pub continued: &'static str,
    /// The heading of an empty list.
    pub empty: &'static str,
    /// What to do about it.
    pub empty_text: &'static str,
}

/// One candidacy.
pub struct Profile {
    /// What it is, for search engines.
    pub description: fn(&str, &str, &str) -> String,
    /// The label of the age.
    pub age: &'static str,
    /// The label of the sex.
    pub sex: &'static str,
    /// The label of the nickname.
    pub nickname: &'static str,
    /// No nickname.
    pub no_nickname: &'static str,
    /// The label of the affirmative action.
    pub affirmative_action: &'static str,
    /// The label of titular or alternate.
    pub role: &'static str,
    /// The label of the place in the list.
    pub list_position: &'static str,
    /// Prints.
    pub print: &'static str,
    /// The data.
    pub data: &'static str,
    /// The name of the contents.
    pub toc: &'static str,
    /// The disclosure of the contents.
    pub toc_open: &'static str,
    /// An explicit decision.
    pub not_provided: &'static str,
    /// Nothing captured.
    pub not_captured: &'static str,
    /// Paused.
    pub paused: &'static str,
    /// What paused means.
    pub paused_text: &'static str,
    /// Withheld.
    pub withheld: &'static str,
    /// What withheld means.
    pub withheld_text: &'static str,
    /// The label of the degree.
    pub degree: &'static str,
    /// The label of the degree's status.
    pub status: &'static str,
    /// The label of the courses.
    pub courses: &'static str,
    /// Captured by.
    pub captured: &'static str,
    /// Validated by.
    pub validated: &'static str,
    /// Before a name.
    pub by: fn(&str) -> String,
    /// A version.
    pub version: fn(u32) -> String,
    /// The heading of the identity.
    pub identity: &'static str,
    /// Before the badges.
    pub identity_yes: &'static str,
    /// Where there is none.
    pub identity_none: &'static str,
    /// What is shown, and what absence means.
    pub identity_note: &'static str,
    /// The heading of the verification.
    pub verification: &'static str,
    /// The label of the record's id.
    pub record_id: &'static str,
    /// The label of the version.
    pub record_version: &'static str,
    /// The label of the publication's time.
    pub published_at: &'static str,
    /// The label of the log's sequence.
    pub log_seq: &'static str,
    /// The label of the source.
    pub source: &'static str,
    /// The label of the source's hash.
    pub source_hash: &'static str,
    /// A row of a file.
    pub row: fn(&str, u32) -> String,
    /// The link to the record as data.
    pub json: &'static str,
    /// Where nothing was captured at all.
    pub blank: &'static str,
}

/// A receipt, verified by its code.
pub struct Receipt {
    /// The heading.
    pub heading: &'static str,
    /// What it means.
    pub lead: &'static str,
    /// The label of the code.
    pub code: &'static str,
    /// The label of the date.
    pub issued: &'static str,
    /// The label of the election.
    pub election: &'static str,
    /// The label of the facts' hash.
    pub hash: &'static str,
    /// The label of the log's number.
    pub log: &'static str,
    /// A log without entries.
    pub log_empty: &'static str,
    /// The label of the log's hash.
    pub log_head: &'static str,
    /// The link to the same as data.
    pub json: &'static str,
    /// The heading of the sections.
    pub sections: &'static str,
    /// How to compare them.
    pub sections_text: &'static str,
    /// The heading where none was named yet.
    pub ask: &'static str,
    /// What it is for.
    pub ask_text: &'static str,
    /// What a code looks like.
    pub code_hint: &'static str,
    /// The button.
    pub verify: &'static str,
    /// No receipt has the code.
    pub unknown: &'static str,
    /// What to do about it.
    pub unknown_text: &'static str,
}

/// The privacy notice, around its own text.
pub struct Privacy {
    /// What it is, for search engines.
    pub description: &'static str,
    /// Its version.
    pub version: fn(&str) -> String,
    /// That it can be printed and found again.
    pub keep: &'static str,
}

/// Pages that say that something is not there.
pub struct Message {
    /// No such page.
    pub not_found: &'static str,
    /// What to do about it.
    pub not_found_text: &'static str,
    /// Withdrawn.
    pub withdrawn: &'static str,
    /// What that means.
    pub withdrawn_text: &'static str,
    /// To the first page.
    pub to_home: &'static str,
    /// To the list.
    pub to_list: &'static str,
    /// A page that could not be loaded.
    pub failed: &'static str,
    /// Why that may be.
    pub failed_text: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// While the first page is loading without what the server rendered.
    pub waiting: &'static str,
}
