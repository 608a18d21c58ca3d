use super::*;

const ID: &str = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

fn candidacy() -> CandidacyId {
    ID.parse().unwrap()
}

fn election() -> ElectionId {
    ID.parse().unwrap()
}

#[test]
fn every_address_leads_back_to_its_page() {
    let pages = [
        Place::Start,
        Place::Bulk,
        Place::Tasks(candidacy()),
        Place::Section(candidacy(), Section::Proposal1),
        Place::Check(candidacy()),
        Place::Preview(candidacy()),
        Place::Published,
        Place::Review(candidacy()),
        Place::NewElection,
        Place::Election(election()),
        Place::Actors(election()),
        Place::Candidacies(election()),
        Place::Language(election()),
        Place::Parties,
        Place::Accounts,
        Place::Boards,
        Place::Board(election()),
        Place::Wall(election()),
        Place::Reports(election()),
        Place::ObservationsBoard(election()),
        Place::IdentityBoard(election()),
        Place::IssuedReport(election(), ID.parse().unwrap()),
        Place::Evidence(election(), ID.parse().unwrap()),
        Place::Technical,
        Place::Notices,
        Place::Password,
        Place::SecondFactor,
        Place::Audit,
        Place::NewDrill(election()),
        Place::Substitutions(election()),
        Place::ManyConsents,
        Place::ManyPhotos,
        Place::ManySubmissions,
        Place::Roll(election()),
    ];
    for page in pages {
        assert_eq!(Place::parse(&page.href()), page);
    }
}

#[test]
fn what_is_not_an_address_is_unknown() {
    for path in [
        "/mesa/nada",
        "/mesa/candidaturas/7",
        "/mesa/candidaturas/7/photo",
    ] {
        assert_eq!(Place::parse(path), Place::Unknown);
    }
    assert_eq!(Place::parse("/mesa/"), Place::Start);
}
