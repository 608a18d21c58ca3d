//! The public page of the privacy notice. It asks the API for nothing and is the same for everyone, so
//! it has no script and is no part of the bundle that citizens download.

use conoceles_shared::questionnaire::{NOTICE_PATH, PRIVACY_NOTICE};
use leptos::prelude::*;

use super::ROOT_ID;
use super::site::nav_links;
use crate::i18n::portal::texts;
use crate::ui::{IntoPiece, brand, footer, main_nav, privacy_notice, skip_link};

/// What stands in the body of the page, its texts escaped.
#[must_use]
pub fn privacy_page() -> String {
    let owner = Owner::new();
    let html = owner.with(|| view! { <div id=ROOT_ID>{frame()}</div> }.to_html());
    owner.cleanup();
    html
}

fn frame() -> impl IntoView {
    let t = texts().privacy;
    view! {
        {skip_link()}
        <header class="site-header">
            <div class="wrap site-header__row">
                {brand("/")} {main_nav(&nav_links(NOTICE_PATH))}
            </div>
        </header>
        <main id="contenido" tabindex="-1">
            <div class="wrap wrap--narrow">
                <div class="page-head">
                    <h1>{PRIVACY_NOTICE.title}</h1>
                    <p class="lead">{(t.version)(PRIVACY_NOTICE.version)}</p>
                    <p class="no-print">{t.keep}</p>
                </div>
                {privacy_notice(|it| view! { <h2>{it}</h2> }.piece())}
            </div>
        </main>
        {footer()}
    }
}
