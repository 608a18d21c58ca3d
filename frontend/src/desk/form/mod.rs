//! What every form is made of.
//!
//! A form is one JSON value with the shape of the request it will become; a field is a JSON pointer
//! into it. So the errors of `shared` and of the server, which name fields by pointer, find their
//! field without a table in between.

mod area;
mod choice;
mod errors;
mod field;
mod list;
mod pointer;
pub mod request;
mod request_form;
mod secret;
mod select;

pub use area::TextArea;
pub use choice::{CheckBox, CheckGroup, Choice, RadioGroup};
pub use errors::{ErrorSummary, ErrorsInPassing, Summary};
pub use field::{Decline, Kind, TextField};
pub use list::ListField;
use pointer::may_mend;
pub use pointer::{control_id, set_at, text_at};
pub use request_form::{FoldedForm, RequestForm};
pub use secret::SecretField;
pub use select::SelectField;

use conoceles_shared::problem::FieldError;
use leptos::prelude::*;
use serde_json::Value;

use super::client::Failure;
use super::context::handed_down;
use super::dom;

/// The id of the summary of errors, which takes the focus.
const SUMMARY: &str = "errores";

/// What is being typed, and what is wrong with it; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Form {
    value: RwSignal<Value>,
    dirty: RwSignal<bool>,
    errors: RwSignal<Vec<FieldError>>,
    /// Whether the errors came while somebody types: nothing takes the focus or moves the page.
    in_passing: RwSignal<bool>,
    read_only: Signal<bool>,
    /// The pointers of the fields that cannot be left blank.
    required: StoredValue<Vec<String>>,
}

impl Form {
    /// A form that starts with `value`, handed to the fields below by context. Contexts belong to
    /// the reactive owner (a page, a `Show`, a closure in a view), not to the component: one form in
    /// each of them.
    pub fn provide(value: Value, read_only: Signal<bool>) -> Self {
        let form = Self {
            value: RwSignal::new(value),
            dirty: RwSignal::new(false),
            errors: RwSignal::new(Vec::new()),
            in_passing: RwSignal::new(false),
            read_only,
            required: StoredValue::new(Vec::new()),
        };
        provide_context(form);
        form
    }

    /// The form that a field belongs to.
    pub fn here() -> Self {
        handed_down(|| Self::provide(Value::Null, Signal::stored(false)))
    }

    /// Marks these fields as ones that cannot be left blank; before they are drawn.
    pub fn require(self, pointers: Vec<String>) {
        self.required.set_value(pointers);
    }

    /// The whole value, without following it.
    pub fn value(self) -> Value {
        self.value.get_untracked()
    }

    /// The whole value.
    pub fn watch(self) -> Value {
        self.value.get()
    }

    /// Follows the whole value.
    pub fn track(self) {
        self.value.track();
    }

    /// Replaces the whole value, as if it had been typed or not.
    pub fn replace(self, value: Value, dirty: bool) {
        self.value.set(value);
        self.dirty.set(dirty);
        self.errors.set(Vec::new());
    }

    /// Sets one field. What was wrong with it is not said of what is typed now.
    pub fn set(self, pointer: &str, new: Value) {
        self.value.update(|it| set_at(it, pointer, new));
        self.dirty.set(true);
        let mended = |it: &FieldError| may_mend(pointer, &it.pointer);
        if self.errors.with_untracked(|all| all.iter().any(mended)) {
            self.errors.update(|all| all.retain(|it| !mended(it)));
        }
    }

    /// The text at `pointer`; a number as its digits.
    pub fn text(self, pointer: &str) -> String {
        self.value.with(|it| match it.pointer(pointer) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        })
    }

    /// Whether `pointer` holds `true`.
    pub fn flag(self, pointer: &str) -> bool {
        self.value
            .with(|it| it.pointer(pointer) == Some(&Value::Bool(true)))
    }

    /// The codes at `pointer`, one or several.
    pub fn codes(self, pointer: &str) -> Vec<String> {
        self.value.with(|it| match it.pointer(pointer) {
            Some(Value::String(code)) => vec![code.clone()],
            Some(Value::Array(codes)) => codes
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            _ => Vec::new(),
        })
    }

    /// How many items the list at `pointer` has.
    pub fn items(self, pointer: &str) -> usize {
        self.value.with(|it| {
            it.pointer(pointer)
                .and_then(Value::as_array)
                .map_or(0, Vec::len)
        })
    }

    /// Whether something was typed since it was last saved.
    pub fn dirty(self) -> Signal<bool> {
        self.dirty.into()
    }

    /// What is typed is what is saved.
    pub fn saved(self) {
        self.dirty.set(false);
        self.errors.set(Vec::new());
    }

    /// Whether nothing can be changed.
    pub fn read_only(self) -> Signal<bool> {
        self.read_only
    }

    pub fn errors(self) -> Signal<Vec<FieldError>> {
        self.errors.into()
    }

    /// Shows at each field what is wrong with it, while somebody types.
    pub fn mark(self, errors: Vec<FieldError>) {
        if errors.is_empty() {
            self.in_passing.set(false);
        } else if self.errors.with_untracked(Vec::is_empty) {
            self.in_passing.set(true);
        }
        if self.errors.with_untracked(|it| *it != errors) {
            self.errors.set(errors);
        }
    }

    /// Whether the errors came while somebody types.
    pub fn in_passing(self) -> Signal<bool> {
        self.in_passing.into()
    }

    /// Takes over what the server made of one field, which is saved.
    pub fn complete(self, pointer: &str, new: Value) {
        self.value.update(|it| set_at(it, pointer, new));
    }

    /// Shows errors, the summary first, which takes the focus.
    pub fn refuse(self, errors: Vec<FieldError>) {
        self.in_passing.set(false);
        self.errors.set(errors);
        dom::focus_soon(SUMMARY);
    }

    /// Shows the field errors of a failure; false where it is about something else.
    pub fn refused(self, why: &Failure) -> bool {
        let errors = why.errors();
        if errors.is_empty() {
            return false;
        }
        self.refuse(errors.to_vec());
        true
    }

    /// No errors, before trying again.
    pub fn clear_errors(self) {
        self.errors.set(Vec::new());
    }

    /// Puts the items of the list at `pointer` in another order or number. Their errors go, since
    /// they name places that now hold something else.
    fn rearrange(self, pointer: &str, change: impl FnOnce(&mut Vec<Value>)) {
        let mut items = self.value.with_untracked(|it| {
            let list = it.pointer(pointer).and_then(Value::as_array);
            list.cloned().unwrap_or_default()
        });
        change(&mut items);
        self.set(pointer, Value::Array(items));
        self.errors
            .update(|all| all.retain(|it| !it.pointer.starts_with(pointer)));
    }

    /// What is wrong with the control of this id.
    fn error_of(self, id: &str) -> Option<String> {
        self.errors.with(|all| {
            let found: Vec<&str> = all
                .iter()
                .filter(|it| control_id(&it.pointer) == id)
                .map(|it| it.detail.as_str())
                .collect();
            if found.is_empty() {
                None
            } else {
                Some(found.join(" "))
            }
        })
    }
}

/// The ids around one control, and what is wrong with it.
#[derive(Clone)]
pub(in crate::desk) struct Labels {
    /// The control itself; its name as well.
    pub id: String,
    pub error: Memo<Option<String>>,
    hinted: bool,
    required: bool,
}

impl Labels {
    /// For the control at `pointer`.
    pub fn of(form: Form, pointer: &str, hinted: bool) -> Self {
        let id = control_id(pointer);
        let watched = id.clone();
        Self {
            id,
            error: Memo::new(move |_| form.error_of(&watched)),
            hinted,
            required: form
                .required
                .with_value(|all| all.iter().any(|it| it == pointer)),
        }
    }

    /// The class of the label: one that cannot be left blank is marked.
    pub const fn label_class(&self) -> &'static str {
        if self.required {
            "label label--required"
        } else {
            "label"
        }
    }

    /// `aria-required`, only where it is.
    pub fn required(&self) -> Option<&'static str> {
        self.required.then_some("true")
    }

    /// The id of the hint.
    pub fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    /// The id of the error.
    pub fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }

    /// The ids of the hint and of the error, and the error.
    pub fn into_parts(self) -> (String, String, Memo<Option<String>>) {
        (self.hint_id(), self.error_id(), self.error)
    }

    /// `aria-describedby`: the hint, the error, and what else is given.
    pub fn described_by(&self, more: Option<String>) -> impl Fn() -> Option<String> + use<> {
        let labels = self.clone();
        move || {
            let mut ids = Vec::new();
            if labels.hinted {
                ids.push(labels.hint_id());
            }
            if labels.error.get().is_some() {
                ids.push(labels.error_id());
            }
            ids.extend(more.clone());
            if ids.is_empty() {
                None
            } else {
                Some(ids.join(" "))
            }
        }
    }

    /// `aria-invalid`, only where something is wrong.
    pub fn invalid(&self) -> impl Fn() -> Option<&'static str> + use<> {
        let error = self.error;
        move || error.get().map(|_| "true")
    }

    /// The class of the box around the control.
    pub fn field_class(&self) -> impl Fn() -> &'static str + use<> {
        let error = self.error;
        move || {
            if error.get().is_some() {
                "field field--error"
            } else {
                "field"
            }
        }
    }
}
