//! The audit: entries for those who read them, figures for those who count them.

mod counts;
mod entry;
mod list;
mod search;

use conoceles_shared::permissions::Role;
use leptos::prelude::*;

/// The page of the audit for a role.
pub fn audit_page(role: Role) -> AnyView {
    match role {
        Role::Observer => view! { <counts::AuditCountsPage/> }.into_any(),
        role => view! { <list::AuditListPage role=role/> }.into_any(),
    }
}
