//! Choosing a picture, which goes with the next save.

use conoceles_shared::problem::FieldError;
use conoceles_shared::questionnaire::FieldSpec;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{File, HtmlInputElement};

use super::Saving;
use crate::desk::capture::sections::photo::crop::Crop;
use crate::desk::capture::sections::photo::file::{FILE, check_file};
use crate::desk::capture::sections::photo::picture::open_picture;
use crate::i18n::desk::texts;

impl Saving {
    /// The picture that was chosen and not yet sent.
    pub fn file(self) -> RwSignal<Option<File>, LocalStorage> {
        self.file
    }

    pub fn crop(self) -> Crop {
        self.crop
    }

    /// Takes a picture, unless it can be seen at once that it cannot be one.
    pub fn choose(self, file: File) {
        if let Err(errors) = check_file(&file, self.max_megabytes) {
            empty_inputs();
            return self.form.refuse(errors);
        }
        self.form.clear_errors();
        self.crop.close();
        self.file.set(Some(file.clone()));
        self.form
            .set(&FieldSpec::PHOTO.decline_pointer(), false.into());
        spawn_local(async move {
            let opened = open_picture(&file).await;
            // The page was left, or another one chosen or this one sent meanwhile.
            if self.is_gone() || self.file.get_untracked().as_ref() != Some(&file) {
                return;
            }
            match opened {
                Some(opened) => self.crop.frame_picture(opened),
                None => {
                    self.discard();
                    let text = texts().photo.unreadable;
                    let error = FieldError::new(FILE, "broken_image", text);
                    self.form.refuse(vec![error]);
                }
            }
        });
    }

    /// Lets the picture go that was chosen; what is stored stays.
    pub fn discard(self) {
        self.file.set(None);
        self.crop.close();
        empty_inputs();
    }
}

/// Otherwise a file of the same name could not be chosen again.
fn empty_inputs() {
    for id in ["file", "camera"] {
        let field = document().get_element_by_id(id);
        if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
            field.set_value("");
        }
    }
}
