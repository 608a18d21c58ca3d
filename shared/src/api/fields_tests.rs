use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::Length;
use crate::api::admin::{
    AccountEdit, Acuerdo, CandidacyEdit, DeliveryAttempt, Extension, NewAccount, NewActor,
    NewCandidacy, NewRepresented, PaperReceipt, PartyData, SheetRequest, SubstituteRegistrations,
    SubstitutionAct,
};
use crate::api::auth::{SetPassword, SignIn};
use crate::api::corrections::{CorrectionRefusal, CorrectionRequest};
use crate::api::handled::HandlingRequest;
use crate::api::paper::PaperRequest;
use crate::api::remedies::{ReopeningOrder, Undoing};
use crate::api::review::{DecisionRequest, LegalBasis};
use crate::api::second_factor::{GiveCode, OwnProof};
use crate::election::ElectionSetup;

/// A request that has only this field complains of what it lacks, never of the field.
fn names_fields_of<T: DeserializeOwned>(pointers: &[&str]) {
    for pointer in pointers {
        let alone = pointer
            .rsplit('/')
            .filter(|key| !key.is_empty())
            .fold(Value::Null, |inner, key| json!({ key: inner }));
        let why = serde_json::from_value::<T>(alone).err();
        let why = why.map(|it| it.to_string()).unwrap_or_default();
        assert!(!why.contains("unknown field"), "{pointer}: {why}");
    }
}

#[test]
fn every_pointer_leads_to_a_field_of_its_request() {
    names_fields_of::<AccountEdit>(AccountEdit::POINTERS);
    names_fields_of::<Acuerdo>(Acuerdo::POINTERS);
    names_fields_of::<NewRepresented>(NewRepresented::POINTERS);
    names_fields_of::<CandidacyEdit>(CandidacyEdit::POINTERS);
    names_fields_of::<CorrectionRefusal>(CorrectionRefusal::POINTERS);
    names_fields_of::<CorrectionRequest>(CorrectionRequest::POINTERS);
    names_fields_of::<DecisionRequest>(DecisionRequest::POINTERS);
    names_fields_of::<DeliveryAttempt>(DeliveryAttempt::POINTERS);
    names_fields_of::<ElectionSetup>(ElectionSetup::POINTERS);
    names_fields_of::<Extension>(Extension::POINTERS);
    names_fields_of::<GiveCode>(GiveCode::POINTERS);
    names_fields_of::<HandlingRequest>(HandlingRequest::POINTERS);
    names_fields_of::<LegalBasis>(LegalBasis::POINTERS);
    names_fields_of::<NewAccount>(NewAccount::POINTERS);
    names_fields_of::<NewActor>(NewActor::POINTERS);
    names_fields_of::<NewCandidacy>(NewCandidacy::POINTERS);
    names_fields_of::<OwnProof>(OwnProof::POINTERS);
    names_fields_of::<PaperReceipt>(PaperReceipt::POINTERS);
    names_fields_of::<PaperRequest>(PaperRequest::POINTERS);
    names_fields_of::<PartyData>(PartyData::POINTERS);
    names_fields_of::<ReopeningOrder>(ReopeningOrder::POINTERS);
    names_fields_of::<SetPassword>(SetPassword::POINTERS);
    names_fields_of::<SheetRequest>(SheetRequest::POINTERS);
    names_fields_of::<SignIn>(SignIn::POINTERS);
    names_fields_of::<SubstituteRegistrations>(SubstituteRegistrations::POINTERS);
    names_fields_of::<SubstitutionAct>(SubstitutionAct::POINTERS);
    names_fields_of::<Undoing>(Undoing::POINTERS);
}

#[test]
fn a_length_counts_characters_and_holds_its_ends() {
    let length = Length::of(2, 3);
    let fits: Vec<&str> = ["ñ", "ñá", "ñáé", "ñáéí"]
        .into_iter()
        .filter(|it| length.fits(it))
        .collect();
    assert_eq!(fits, ["ñá", "ñáé"]);
}
