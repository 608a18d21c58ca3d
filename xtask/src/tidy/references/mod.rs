//! References to documents: each must lead to a page, and to a place of it, that is there.

mod headings;
mod links;
mod marks;
mod mentions;
mod pages;
mod prose;

use super::complaint::Complaint;
use super::repository::Repository;

/// Every reference that leads nowhere.
pub fn complaints(repository: &Repository) -> Vec<Complaint> {
    let pages = pages::Pages::of(repository);
    let mut found = Vec::new();
    for file in repository.files() {
        let prose = prose::prose(file);
        found.extend(mentions::complaints(&pages, file, &prose));
        if file.path.ends_with(".md") {
            found.extend(links::complaints(&pages, file, &prose));
        }
        if file.path.ends_with(".rs") {
            found.extend(marks::complaints(file, &prose));
        }
    }
    found
}

#[cfg(test)]
#[path = "references_tests.rs"]
mod tests;
