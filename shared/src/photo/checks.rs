//! What can be said of a picture by its pixels alone: never who is on it, never a refusal.
//!
//! The thresholds are advice, not rules of the Institute. They were set on portraits with a plain
//! background, sharp and blurred, light and dark (see `backend/src/capture/quality_tests.rs`), so
//! that a fair photo is not remarked on.

use serde::{Deserialize, Serialize};

use super::SMALL_WIDTH;
use crate::text::with_thousands;

/// A mean luma (0 to 255) below this looks dark.
const DARK: f64 = 60.0;
/// A mean luma above this looks washed out, even with a white background.
const BRIGHT: f64 = 232.0;
/// A standard deviation of the luma (0 to 127) below this looks flat.
const FLAT: f64 = 18.0;
/// A variance of the Laplacian, in the sharpest eighth of the picture, below this looks blurred.
const BLURRED: f64 = 60.0;

/// What was measured of a picture's cut, before and after it was made small.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Measures {
    /// Width of the cut in pixels of the file.
    pub width: u32,
    /// Height of the cut in pixels of the file.
    pub height: u32,
    /// Mean of the luma, 0 to 255.
    pub light: f64,
    /// Standard deviation of the luma, 0 to 127.
    pub contrast: f64,
    /// Variance of the Laplacian of the luma in the sharpest eighth of the prepared picture.
    pub sharpness: f64,
}

/// What a check is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// How many pixels there are.
    Resolution,
    /// Whether it is blurred.
    Sharpness,
    /// Whether it is dark or washed out.
    Light,
    /// Whether it is flat.
    Contrast,
}

/// One check and what it found. It never stops anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Check {
    /// What it is about.
    pub aspect: Aspect,
    /// Whether there is nothing to remark.
    pub fine: bool,
    /// In Spanish, ready to show.
    pub text: String,
}

impl Measures {
    /// Every check, in a fixed order.
    #[must_use]
    pub fn checks(&self) -> Vec<Check> {
        let size = format!(
            "{} × {} píxeles",
            with_thousands(self.width),
            with_thousands(self.height)
        );
        let check = |aspect, fine: bool, good: &str, remark: &str| Check {
            aspect,
            fine,
            text: if fine { good } else { remark }.to_owned(),
        };
        let light = if self.light < DARK {
            "Imagen algo oscura. Puede enviarla así."
        } else {
            "Imagen muy clara. Puede enviarla así."
        };
        vec![
            check(
                Aspect::Resolution,
                self.width >= SMALL_WIDTH && self.height >= SMALL_WIDTH / 4 * 5,
                &format!("Resolución suficiente: {size}."),
                &format!(
                    "Resolución baja: {size}; se recomiendan al menos 400 × 500. Puede enviarla así."
                ),
            ),
            check(
                Aspect::Sharpness,
                self.sharpness >= BLURRED,
                "Nitidez suficiente.",
                "Imagen algo borrosa. Puede enviarla así.",
            ),
            check(
                Aspect::Light,
                (DARK..=BRIGHT).contains(&self.light),
                "Luz suficiente.",
                light,
            ),
            check(
                Aspect::Contrast,
                self.contrast >= FLAT,
                "Contraste suficiente.",
                "Imagen con poco contraste. Puede enviarla así.",
            ),
        ]
    }
}
