//! What was undone or reopened, as a candidacy's history tells it.

use serde::{Deserialize, Serialize};

use crate::catalogues::code_enum;
use crate::time::Instant;

code_enum! {
    /// How a candidacy came back from where nothing leads on.
    RemedyKind {
        EndingUndone = "ending_undone", "Se deshizo su cancelación o sustitución";
        Reopened = "reopened", "Se reabrió por orden de un tribunal";
        ReceiptAnnulled = "receipt_annulled", "Volvió a captura al anularse el acuse en papel";
    }
}

/// Something that was undone or reopened, as the candidacy's history tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Remedy {
    /// What it was.
    pub kind: RemedyKind,
    /// When it was done.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date-time"))]
    pub at: Instant,
    /// The acuerdo or the docket by which it is found again.
    pub reference: String,
}
