//! What one person saved beside what another did.

use crate::i18n::macros::words;

words! {
    TwoVersions {
        yes = "Sí";
        no = "No";
        phase(phase: &str, starts: &str, ends: &str) = format!("{phase}: inicio, {starts}; fin, {ends}");
        open_end = "sin fecha";
        embargo(office: &str, from: &str) = format!("{office}: a partir del {from}");
    }
}
