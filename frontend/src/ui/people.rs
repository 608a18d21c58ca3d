//! People and the actors that postulate them, always in the same form.

use conoceles_shared::api::public::{ActorRef, PartyRef, PhotoRef};
use conoceles_shared::photo::SMALL_WIDTH;
use leptos::prelude::*;

use super::{Icon, IntoPiece, Piece, icon, party_sign};
use crate::i18n::portal::texts;

/// How large a portrait is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// As wide as the head of a profile.
    Full,
    /// As wide as its card in a list.
    Card,
}

impl Size {
    /// How wide it is shown, so that the browser takes the smallest picture that will do: the widths
    /// of the style sheet.
    const fn widths(self) -> &'static str {
        match self {
            Self::Full => "(min-width: 48rem) 14rem, 9rem",
            Self::Card => "(min-width: 40rem) 16rem, 6rem",
        }
    }
}

/// Both sizes of a picture with their widths; the one there is where it is small itself.
fn sources(photo: &PhotoRef, path: &str) -> Option<String> {
    let (stem, extension) = path.rsplit_once('.')?;
    (photo.width > SMALL_WIDTH).then(|| {
        let width = photo.width;
        format!("{stem}-{SMALL_WIDTH}.{extension} {SMALL_WIDTH}w, {path} {width}w")
    })
}

/// A photo, or the neutral box that stands for everyone without one. `alt` is empty where the name
/// stands beside it; `lazy` for what is far down the page.
pub fn portrait(photo: Option<&PhotoRef>, alt: &str, size: Size, lazy: bool) -> Piece {
    let Some(photo) = photo else {
        return view! {
            <div class="portrait portrait--missing">
                {icon(Icon::Person)} <span>{texts().common.no_photo}</span>
            </div>
        }
        .piece();
    };
    let small = sources(photo, &photo.jpeg);
    let widths = small.is_some().then(|| size.widths());
    let webp = sources(photo, &photo.webp).unwrap_or_else(|| photo.webp.clone());
    view! {
        <picture>
            <source srcset=webp sizes=widths type="image/webp"/>
            <img
                class="portrait"
                src=photo.jpeg.clone()
                srcset=small
                sizes=widths
                alt=alt.to_owned()
                width=photo.width
                height=photo.height
                decoding="async"
                loading=lazy.then_some("lazy")
            />
        </picture>
    }
    .piece()
}

/// A party: its name, behind its sign.
fn party(name: &str, of: &PartyRef) -> Piece {
    view! {
        <span class="party">
            {party_sign(&of.name, &of.acronym, &of.colour, of.logo.as_deref())}
            {name.to_owned()}
        </span>
    }
    .piece()
}

/// An actor: its kind, its name, and the parties it is made of.
pub fn actor(actor: &ActorRef) -> Piece {
    let kind = actor
        .kind
        .as_ref()
        .map(|kind| view! { <span class="actor__kind">{kind.label.clone()}</span> });
    let body = match actor.parties.as_slice() {
        [] => actor.name.clone().piece(),
        [only] if same_name(only, actor) => party(&actor.name, only),
        several => {
            let parties = several
                .iter()
                .map(|it| view! { <li>{party(&it.name, it)}</li> })
                .collect_view();
            view! { {actor.name.clone()}<ul class="actor__parties">{parties}</ul> }.piece()
        }
    };
    view! { <div class="actor">{kind}{body}</div> }.piece()
}

fn same_name(party: &PartyRef, actor: &ActorRef) -> bool {
    let is_party = actor.kind.as_ref().is_some_and(|kind| kind.code == "party");
    is_party || party.name == actor.name || party.acronym == actor.name
}
