//! An address as a picture that phones read.

use fast_qr::qr::QRBuilder;

use crate::PdfError;

/// The dark runs of a QR code: row, first column and how many, with the code's side, in modules.
#[derive(Debug, Clone)]
pub struct Qr {
    /// How many modules a side has.
    pub side: usize,
    /// Row, first column, length.
    pub runs: Vec<(usize, usize, usize)>,
}

/// The QR code of `address`.
///
/// # Errors
/// The address is longer than any code holds.
pub fn qr_code(address: &str) -> Result<Qr, PdfError> {
    let made = QRBuilder::new(address)
        .build()
        .map_err(|error| PdfError(format!("QR: {error:?}")))?;
    let mut runs = Vec::new();
    for row in 0..made.size {
        let mut start = None;
        for (column, module) in made[row].iter().enumerate() {
            match (module.value(), start) {
                (true, None) => start = Some(column),
                (false, Some(from)) => {
                    runs.push((row, from, column - from));
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            runs.push((row, from, made.size - from));
        }
    }
    Ok(Qr {
        side: made.size,
        runs,
    })
}
