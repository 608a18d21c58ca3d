//! The fields of requests, each thing once: where one is, so that forms and errors name it alike, and
//! how long its text may be, so that who types is told before the server refuses it.

use validator::ValidationError;

use crate::names::{name_trouble, title_trouble};

/// How long a text may be, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// The shortest.
    pub min: u64,
    /// The longest.
    pub max: u64,
}

impl Length {
    pub(crate) const fn of(min: u64, max: u64) -> Self {
        Self { min, max }
    }

    /// Whether a text is neither too short nor too long.
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        let length = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
        (self.min..=self.max).contains(&length)
    }
}

/// The JSON pointers of a request's fields as constants of its type.
macro_rules! pointers {
    ($request:ident { $($field:ident = $pointer:literal,)* }) => {
        impl $request {
            $(
                #[doc = concat!("`", $pointer, "`")]
                pub const $field: &'static str = $pointer;
            )*

            #[cfg(test)]
            pub(crate) const POINTERS: &'static [&'static str] = &[$($pointer),*];
        }
    };
}

pub(crate) use pointers;

/// The name of a person has letters, and nothing that is left of one.
pub(super) fn check_name(text: &str) -> Result<(), ValidationError> {
    refused_for(name_trouble(text))
}

/// The same of what persons name: accounts, parties, actors.
pub(super) fn check_title(text: &str) -> Result<(), ValidationError> {
    refused_for(title_trouble(text))
}

fn refused_for(trouble: Option<String>) -> Result<(), ValidationError> {
    trouble.map_or(Ok(()), |why| {
        Err(ValidationError::new("forbidden_character").with_message(why.into()))
    })
}

#[cfg(test)]
#[path = "fields_tests.rs"]
mod fields_tests;
