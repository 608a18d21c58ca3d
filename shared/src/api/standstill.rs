//! What holds a candidacy up while consent 1 stays revoked, for whoever captures it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::lifecycle::State;
use crate::time::{spanish_date, spanish_moment};

/// A revocation of consent 1 that holds a candidacy up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Standstill {
    /// When it took effect.
    pub since: DateTime<Utc>,
    /// The paper on which the person asked for it; none where it was revoked on the desk of capture.
    pub paper: Option<RevokingPaper>,
}

/// The paper that revokes, as its operator is told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevokingPaper {
    /// Its own date.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date"))]
    pub dated: NaiveDate,
    /// By which it is found again.
    pub reference: String,
}

impl Standstill {
    /// Since when, and by which paper, in a sentence.
    #[must_use]
    pub fn since_when(&self) -> String {
        let since = spanish_moment(self.since);
        match &self.paper {
            Some(it) => format!(
                "La persona candidata lo revocó por escrito (escrito del {}, referencia {}); surte \
                 efecto desde el {since}.",
                spanish_date(it.dated),
                it.reference
            ),
            None => format!("Se revocó en esta mesa de captura el {since}."),
        }
    }

    /// What stopped, and what would go on if it were given again.
    #[must_use]
    pub const fn what_stopped(state: State) -> &'static str {
        match state {
            State::Observed => {
                "Las observaciones no se atienden, no corre ningún plazo y nada se publica. Si se \
                 autoriza otra vez, el trámite sigue donde estaba."
            }
            State::Submitted | State::InReview | State::Resubmitted => {
                "No se revisa ni se publica. Si se autoriza otra vez, la revisión sigue donde estaba."
            }
            State::Approved => {
                "Lo aprobado no se publica. Si se autoriza otra vez, se publica en su fecha."
            }
            State::Published => {
                "Lo publicado se conserva y no se corrige. Si se autoriza otra vez, podrá solicitar \
                 correcciones."
            }
            State::Registered
            | State::InCapture
            | State::Substituted
            | State::Cancelled
            | State::Closed => {
                "No se captura ni se envía, tampoco al terminar el plazo. Si se autoriza otra vez, \
                 sigue con lo capturado."
            }
        }
    }

    /// What is asked before it is given again: whoever revoked it must have asked for that too.
    #[must_use]
    pub fn question_before_giving_again(&self) -> String {
        format!(
            "{} ¿Registrar que autoriza otra vez el tratamiento de sus datos? Hágalo solo si la \
             persona candidata se lo pidió.",
            self.since_when()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> DateTime<Utc> {
        "2027-03-03T18:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_paper_is_named_by_its_date_and_reference_also_before_it_is_given_again() {
        let paper = RevokingPaper {
            dated: NaiveDate::from_ymd_opt(2027, 3, 1).unwrap(),
            reference: "OP-112/2027".into(),
        };
        let it = Standstill {
            since: at(),
            paper: Some(paper),
        };
        for told in [it.since_when(), it.question_before_giving_again()] {
            assert!(told.contains("por escrito"), "{told}");
            assert!(told.contains("1 de marzo de 2027"), "{told}");
            assert!(told.contains("OP-112/2027"), "{told}");
        }
    }

    #[test]
    fn on_the_desk_no_paper_is_named() {
        let it = Standstill {
            since: at(),
            paper: None,
        };
        assert!(!it.since_when().contains("escrito del"));
        assert!(it.since_when().contains("3 de marzo de 2027"));
    }

    #[test]
    fn whatever_stopped_is_told_how_to_go_on() {
        for state in State::ALL.iter().filter(|it| !it.is_end()) {
            let told = Standstill::what_stopped(*state);
            assert!(told.contains("otra vez"), "{state:?}: {told}");
        }
    }
}
