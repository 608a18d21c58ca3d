//! States as tags: icon, words and border, never a colour alone.

use conoceles_shared::lifecycle::{Consents, SectionState, State};
use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;

use super::icon::Icon;
use super::page::Tag;
use crate::i18n::desk::texts;

const PLAIN: &str = "tag";
const WAIT: &str = "tag tag--wait";
const ACT: &str = "tag tag--act";
const DONE: &str = "tag tag--done";

/// That something belongs to a drill, where it stands among what does not.
pub fn drill_tag(drill: bool) -> Option<impl IntoView + use<>> {
    drill.then(|| view! { <Tag class=PLAIN icon=Icon::Info text=texts().drills.mark/> })
}

/// The state of a candidacy.
pub fn candidacy_tag(state: State) -> impl IntoView + use<> {
    let (class, icon) = match state {
        State::Registered => (PLAIN, Icon::Circle),
        State::InCapture => (PLAIN, Icon::Pencil),
        State::Submitted | State::InReview | State::Resubmitted => (WAIT, Icon::Clock),
        State::Observed => (ACT, Icon::Flag),
        State::Approved | State::Published => (DONE, Icon::Check),
        State::Substituted | State::Cancelled | State::Closed => (PLAIN, Icon::Lock),
    };
    view! { <Tag class=class icon=icon text=state.label()/> }
}

/// The state of a section of a candidacy with these consents: what nobody asked to publish is sent with
/// the rest and reviewed by nobody.
pub fn own_section_tag(section: Section, state: SectionState, consents: Consents) -> AnyView {
    let sent = matches!(state, SectionState::UnderReview | SectionState::Approved);
    if section == Section::Identity && sent && !consents.identity_publication {
        let text = texts().review.not_reviewed;
        return view! { <Tag class=PLAIN icon=Icon::Lock text=text/> }.into_any();
    }
    section_tag(state).into_any()
}

/// The state of a section.
pub fn section_tag(state: SectionState) -> impl IntoView + use<> {
    let (class, icon) = match state {
        SectionState::Empty => (PLAIN, Icon::Circle),
        SectionState::InProgress => (WAIT, Icon::Pencil),
        SectionState::Complete
        | SectionState::NotProvided
        | SectionState::Approved
        | SectionState::Changed
        | SectionState::Answered
        | SectionState::Published => (DONE, Icon::Check),
        SectionState::UnderReview => (WAIT, Icon::Clock),
        SectionState::Observed => (ACT, Icon::Flag),
        SectionState::Paused => (WAIT, Icon::Pause),
        SectionState::Withheld | SectionState::Blocked => (PLAIN, Icon::Lock),
    };
    view! { <Tag class=class icon=icon text=state.label()/> }
}
