//! Quality hints: the operator sees a neutral notice and can send; the reviewer sees the passage.

use conoceles_shared::questionnaire::Section;
use conoceles_tests::rivals::{self, PROPOSAL, Rivals};

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_told_to_the_operator_and_shown_to_the_reviewer() {
    let server = Server::start(Engine::Sqlite).await;
    let Rivals { first, second } = Rivals::new(&server).await;
    rivals::capture(&first, 0, &[("proposal_1", PROPOSAL)]).await;
    let _ = first.send().await.ok();
    let shouted = PROPOSAL.to_uppercase();
    rivals::capture(&second, 10, &[("proposal_2", &shouted)]).await;

    let operator = desks::sign_in_at(&server, "captura.alameda").await;
    operator.go(&second.page("/revisar")).await;
    operator
        .shows("2 avisos que puede atender o dejar así")
        .await;
    operator
        .shows("este texto se parece mucho al de otra candidatura")
        .await;
    let seen = operator.text().await;
    assert!(
        !seen.contains("Ocampo") && !seen.contains("Raíz y Rumbo"),
        "{seen}"
    );
    operator.sound_at_both_widths("hints, operator").await;
    operator.tick(desks::DECLARATION).await;
    operator.press("Enviar a revisión").await;
    operator.shows("La candidatura se envió a revisión.").await;
    operator.close().await;

    let reviewer = desks::sign_in_at(&server, "validacion1").await;
    desks::review(&reviewer, &second).await;
    reviewer
        .heading("Mesa de revisión: Óscar Tinoco Tenorio")
        .await;
    let section = Section::Proposal2.short_label();
    let open = "return [...document.querySelectorAll('.section-link')]\
        .filter(e => e.textContent.includes(arguments[0])).map(e => e.click()).length === 1";
    reviewer
        .until("the section", open, vec![section.into()])
        .await;
    reviewer.shows("Señales (2)").await;
    reviewer
        .shows("Con Propuesta 1 de Maribel Ocampo Tenorio (Raíz y Rumbo).")
        .await;
    reviewer.shows("100 %").await;
    reviewer.shows("AMPLIAREMOS LA RED DE CICLOVÍAS").await;
    reviewer.sound_at_both_widths("hints, reviewer").await;
    reviewer.close().await;
}
