//! Sending a section, and before it the picture that belongs to it.

use conoceles_shared::api::capture::SectionView;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;
use leptos::web_sys::File;
use serde_json::Value;

use super::Saving;
use crate::desk::capture::sections::photo::file::FILE;
use crate::desk::client::{Body, Call, Failure, Method};
use crate::desk::dom;
use crate::i18n::desk::texts;

impl Saving {
    /// The picture to send with this content.
    pub(super) fn picture(self, content: &Value) -> Option<File> {
        let declined = content.get("not_provided").is_some();
        self.file
            .get_untracked()
            .filter(|_| self.section == Section::Photo && !declined)
    }

    /// Sends the content, after its picture where there is one.
    pub(super) async fn send(self, content: Value) -> Result<SectionView, Failure> {
        let version = self.stored.with_untracked(|it| it.version);
        let Some(file) = self.picture(&content) else {
            return self.put(content, version).await;
        };
        let path = match self.crop.chosen() {
            Some(frame) => format!("{}?{}", self.photos(), frame.to_query()),
            None => self.photos(),
        };
        let Some(bytes) = dom::read_file(&file).await else {
            return Err(self.changed_since(&file));
        };
        let call = Call::new(Method::Put, path)
            .body(Body::Raw(bytes, file.type_()))
            .if_match(version);
        let view: SectionView = self.access.call(call).await?.decoded()?;
        if self.is_gone() {
            return Ok(view);
        }
        let version = view.version;
        self.stored.set(view.clone());
        // Another one may have been chosen meanwhile.
        if self.file.get_untracked().as_ref() == Some(&file) {
            self.discard();
        }
        // The date belongs to the section, not to the file: it follows in a save of its own.
        match (content.get("taken_on"), view.content.clone()) {
            (Some(day), Some(Value::Object(mut stored))) => {
                stored.insert("taken_on".to_owned(), day.clone());
                self.form.replace(stored.clone().into(), true);
                self.put(stored.into(), version).await
            }
            _ => Ok(view),
        }
    }

    /// Browsers do not read a file that changed, or went, since it was chosen: it is let go of, so
    /// that it can be chosen again.
    fn changed_since(self, file: &File) -> Failure {
        if !self.is_gone() && self.file.get_untracked().as_ref() == Some(file) {
            self.discard();
        }
        let error = FieldError::new(FILE, "file_changed", texts().photo.changed);
        Failure::Refused(Box::new(Problem::invalid(vec![error])))
    }

    async fn put(self, content: Value, version: u32) -> Result<SectionView, Failure> {
        self.access
            .call(self.request(content, version))
            .await?
            .decoded()
    }

    /// The request that puts the content on a version.
    pub(super) fn request(self, content: Value, version: u32) -> Call {
        Call::new(Method::Put, self.address())
            .body(Body::Json(content))
            .if_match(version)
    }
}
