//! What the desks say.

use super::es::desk::account::{Account, SecondFactor};
use super::es::desk::admin::{Admin, Proposals};
use super::es::desk::advice::{Hints, InclusiveLanguage};
use super::es::desk::audit::Audit;
use super::es::desk::boards::Boards;
use super::es::desk::capture::{Bulk, Capture, Finding, Receipts};
use super::es::desk::common::{Failure, Form, Notices, Shell};
use super::es::desk::corrections::Corrections;
use super::es::desk::credentials::Credentials;
use super::es::desk::drills::Drills;
use super::es::desk::editing::Editing;
use super::es::desk::lists::{Lists, Queue};
use super::es::desk::logos::Logos;
use super::es::desk::long_acts::LongActs;
use super::es::desk::many::{Many, ManyPhotos};
use super::es::desk::papers::Papers;
use super::es::desk::parts::Parts;
use super::es::desk::remedies::Remedies;
use super::es::desk::represented::Represented;
use super::es::desk::review::Review;
use super::es::desk::roll::Roll;
use super::es::desk::sections::{Photo, Sections};
use super::es::desk::settings::Settings;
use super::es::desk::substitutions::Substitutions;
use super::es::desk::timeline::{Reasons, Timeline};
use super::es::desk::tools::DeskTools;
use super::es::desk::two_versions::TwoVersions;
use super::language::Language;
use super::macros::areas;

areas! {
    shell: Shell,
    failure: Failure,
    form: Form,
    account: Account,
    second_factor: SecondFactor,
    capture: Capture,
    finding: Finding,
    notices: Notices,
    bulk: Bulk,
    sections: Sections,
    hints: Hints,
    language: InclusiveLanguage,
    photo: Photo,
    receipts: Receipts,
    corrections: Corrections,
    papers: Papers,
    review: Review,
    admin: Admin,
    proposals: Proposals,
    remedies: Remedies,
    settings: Settings,
    audit: Audit, desk_tools: DeskTools, timeline: Timeline, reasons: Reasons, editing: Editing, two_versions: TwoVersions, credentials: Credentials, lists: Lists, queue: Queue, boards: Boards, represented: Represented, drills: Drills, substitutions: Substitutions, logos: Logos, many: Many, many_photos: ManyPhotos, roll: Roll, parts: Parts, long_acts: LongActs,
}
