//! Which of black and white is read on a colour (WCAG 2.2, 1.4.3): the better one has at least 4.5:1 on any.

/// The least contrast that text has on what is behind it.
pub const LEAST_CONTRAST: f64 = 4.5;

/// What text is written in on a party's colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextOn {
    /// On light colours.
    Black,
    /// On dark colours.
    White,
}

impl TextOn {
    /// As `#rrggbb`.
    #[must_use]
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Black => "#000000",
            Self::White => "#ffffff",
        }
    }
}

/// The better of black and white on `#rrggbb`; none where that is no colour.
#[must_use]
pub fn text_on(colour: &str) -> Option<TextOn> {
    let behind = luminance(colour)?;
    let on = |text: f64| contrast_of(behind, text);
    Some(if on(0.0) >= on(1.0) {
        TextOn::Black
    } else {
        TextOn::White
    })
}

/// The contrast of two colours, from 1 to 21; none where one of them is no `#rrggbb`.
#[must_use]
pub fn contrast(one: &str, other: &str) -> Option<f64> {
    Some(contrast_of(luminance(one)?, luminance(other)?))
}

fn contrast_of(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> Option<f64> {
    let hex = colour.strip_prefix('#').filter(|it| it.len() == 6)?;
    let part = |at: usize| {
        let digits = hex.get(at..at + 2)?;
        u8::from_str_radix(digits, 16).ok().map(linear)
    };
    Some(0.2126 * part(0)? + 0.7152 * part(2)? + 0.0722 * part(4)?)
}

fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 {
        share / 12.92
    } else {
        ((share + 0.055) / 1.055).powf(2.4)
    }
}

#[cfg(test)]
#[path = "colours_tests.rs"]
mod colours_tests;
