//! Where the fields of a request are, once: forms name their controls by it, and errors their field.

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

#[cfg(test)]
#[path = "pointers_tests.rs"]
mod pointers_tests;
