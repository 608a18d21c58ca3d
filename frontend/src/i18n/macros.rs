//! The one way in which texts are declared.

/// An area: which texts it has, and what each of them is in Spanish, the language of reference.
///
/// `name = "…";` is a `&'static str`, `name(value: T) = …;` a function that gives a `String`, and
/// `name: T = …;` whatever `T` is.
macro_rules! words {
    (
        $(#[$doc:meta])*
        $area:ident {
            $($name:ident $(($($value:ident: $type:ty),*))? $(: $kind:ty)? = $text:expr;)*
        }
    ) => {
        $(#[$doc])*
        pub struct $area {
            $(pub $name: words!(@type $(($($type),*))? $(: $kind)?),)*
        }

        impl $area {
            pub const ES: Self = Self {
                $($name: words!(@text $(($($value: $type),*))? $text),)*
            };
        }
    };
    (@type) => { &'static str };
    (@type ($($type:ty),*)) => { fn($($type),*) -> String };
    (@type : $kind:ty) => { $kind };
    (@text ($($value:ident: $type:ty),*) $text:expr) => {
        |$($value: $type),*| -> String { $text }
    };
    (@text $text:expr) => { $text };
}

/// Everything that a bundle says, area by area, and the function that gives it in the language of
/// the page.
macro_rules! areas {
    ($($(#[$when:meta])* $name:ident: $area:ident,)*) => {
        /// Everything that is said here, in one language. Each area is a reference, so that one which
        /// nobody reads weighs nothing.
        pub struct Texts {
            $($(#[$when])* pub $name: &'static $area,)*
        }

        const ES: Texts = Texts { $($(#[$when])* $name: &$area::ES,)* };

        /// The texts in the language of the page.
        pub fn texts() -> &'static Texts {
            match Language::spoken() {
                Language::Es => &ES,
            }
        }
    };
}

pub(super) use {areas, words};
