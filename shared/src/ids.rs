//! Identifiers: UUIDs in their canonical lower-case text, one type each, so that an actor's id can
//! never be passed where a candidacy's is meant.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

/// The text is not a UUID in canonical form (36 characters, lower-case hexadecimal).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MalformedId;

impl fmt::Display for MalformedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("el identificador no tiene la forma esperada")
    }
}

impl std::error::Error for MalformedId {}

/// Whether `text` is a UUID in canonical lower-case form.
fn is_canonical_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
        })
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = "uuid"))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The canonical text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = MalformedId;

            fn from_str(text: &str) -> Result<Self, MalformedId> {
                if is_canonical_uuid(text) { Ok(Self(text.to_owned())) } else { Err(MalformedId) }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

id! {
    /// An election.
    ElectionId,
    /// A political party; parties are one table for all elections.
    PartyId,
    /// A political actor: a party, coalition, common candidacy or independent in one election.
    ActorId,
    /// A candidacy.
    CandidacyId,
    /// A person, the same in every election (HMAC of the CURP under a secret, else random).
    PersonId,
    /// An account of an operator or of the authority's staff.
    AccountId,
    /// One signed-in session of an account.
    SessionId,
    /// One observation of a reviewer on a section.
    ObservationId,
    /// A notice to the people of an actor or to an account.
    NoticeId,
    /// An e-mail to send.
    MailId,
    /// An act that takes two administrators.
    ProposalId,
    /// An entry of the audit.
    AuditId,
    /// An entry of the ledger of consents.
    ConsentId,
    /// A paper that the authority recorded.
    PaperId,
    /// An attempt to deliver a credential sheet.
    DeliveryId,
    /// A report that was issued.
    ReportId,
}
