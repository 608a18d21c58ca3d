//! Notices by e-mail, against a mail server that really speaks SMTP.

use std::collections::BTreeSet;
use std::time::Duration;

use conoceles_tests::eventually;
use conoceles_tests::smtp::MailServer;
use serde_json::json;

use super::*;
use builders::{CANARIES, World};

/// The notification contact of the world's candidacy.
const ADDRESS: &str = CANARIES[3];
const SENT: &str = "SELECT COUNT(*) FROM outbox WHERE state = 'sent'";
const GIVEN_UP: &str = "SELECT COUNT(*) FROM outbox WHERE state = 'given_up'";

/// The same server with a mail server at hand.
async fn with_mail(server: &mut Server) -> MailServer {
    let mail = MailServer::start().await;
    server.set("CONOCELES_SMTP_URL", &mail.url());
    server.set("CONOCELES_MAIL_FROM", "Conóceles <avisos@ieem.example>");
    server.set("CONOCELES_PUBLIC_URL", "http://conoceles.example");
    server.set("CONOCELES_ALLOW_PLAIN_COOKIES", "true");
    server.kill_and_restart().await;
    mail
}

fn no_address_in_the_log(server: &Server) {
    let log = server.log();
    for canary in CANARIES {
        assert!(!log.contains(canary), "{canary} in the log");
    }
}

on_both!(
    /// Refused twice for the moment, then accepted: one message, with what the notice says, a link,
    /// and nothing private.
    a_refused_message_is_tried_again,
    |server: Server| async move {
        let mut server = server;
        let mail = with_mail(&mut server).await;
        mail.refuse(2);
        let world = World::new(&server).await;
        world.submit().await;
        let _ = world.turn(0, Some("motivation")).await;
        for (turn, minutes) in [(1, 1), (2, 2)] {
            mail.until("an attempt", |it| it.attempts() == turn).await;
            let noted =
                format!("SELECT COUNT(*) FROM outbox WHERE trouble = '451' AND attempts = {turn}");
            server.until_number(&noted, 1).await;
            let notices = world.operator.get("/api/v1/notices").await.ok();
            assert_eq!(notices["data"][0]["mail"], "waiting");
            server.advance(Duration::from_secs(minutes * 60));
        }
        mail.until("the message", |it| it.mails().len() == 1).await;
        server.until_number(SENT, 1).await;
        let sent = &mail.mails()[0];
        assert_eq!((sent.from.as_str(), sent.to.as_str()), ("avisos@ieem.example", ADDRESS));
        assert_eq!(sent.header("Auto-Submitted"), "auto-generated");
        let text = sent.text();
        let link = format!("http://conoceles.example/mesa/candidaturas/{}", world.candidacy);
        for part in ["Observaciones por atender", "Motivo", "Maribel Ocampo Tenorio", &link] {
            assert!(text.contains(part), "{part}: {text}");
        }
        for canary in CANARIES {
            assert!(!text.contains(canary), "{canary}: {text}");
        }
        assert!(!text.contains("segundo párrafo"), "the reasoning stays in the app: {text}");
        no_address_in_the_log(&server);
    }
);

on_both!(
    /// Killed at once after the commit, and again while the mail server has the message and says
    /// nothing: when the turn is over it is sent, once.
    a_kill_loses_nothing_and_doubles_nothing,
    |server: Server| async move {
        let mut server = server;
        let mail = with_mail(&mut server).await;
        mail.say_nothing(true);
        let world = World::new(&server).await;
        world.submit().await;
        let _ = world.turn(0, Some("motivation")).await;
        server.kill().await;
        assert_eq!(server.rows("outbox").await, 1);
        server.advance(Duration::from_secs(6 * 60));
        let before = mail.swallowed();
        server.start_again().await;
        mail.until("a message in the dark", |it| it.swallowed() > before).await;
        server.kill().await;
        mail.say_nothing(false);
        server.start_again().await;
        assert_eq!(server.number(SENT).await, 0);
        server.advance(Duration::from_secs(6 * 60));
        mail.until("the message", |it| !it.mails().is_empty()).await;
        server.until_number(SENT, 1).await;
        for _ in 0..2 {
            server.advance(Duration::from_secs(3600));
            server.kill_and_restart().await;
        }
        // A later message passes behind whatever would have been sent again.
        let path = format!("/api/v1/admin/candidacies/{}/cancellation", world.candidacy);
        let mut admin = world.admin;
        admin.enter("admin", builders::PASSWORD).await;
        let _ = admin.post(&path, &json!({ "acuerdo": "IEEM/CG/120/2027" })).await.ok();
        server.until_number(SENT, 2).await;
        let texts: Vec<String> = mail.mails().iter().map(|it| it.text()).collect();
        let observed = texts.iter().filter(|it| it.contains("Observaciones por atender"));
        assert_eq!((observed.count(), texts.len()), (1, 2));
    }
);

on_both!(
    /// Two replicas look at the same outbox: each message is sent by one of them.
    two_replicas_send_each_message_once,
    |server: Server| async move {
        let mut server = server;
        let mail = with_mail(&mut server).await;
        let _replica = server.replica().await;
        let world = World::new(&server).await;
        world.publish().await;
        let basis = json!({ "basis": "Acuerdo IEEM/CG/12/2027" });
        for section in ["motivation", "proposal_1", "proposal_2", "education", "contact"] {
            for verb in ["pause", "resume"] {
                let path = world.review(&format!("/sections/{section}/{verb}"));
                let _ = world.validators[0].post(&path, &basis).await.ok();
            }
        }
        let all = server.rows("outbox").await;
        assert!(all >= 11, "{all}");
        server.until_number(SENT, all).await;
        let mails = mail.mails();
        let ids: BTreeSet<_> = mails.iter().map(|it| it.header("Message-ID").to_owned()).collect();
        assert_eq!((mails.len(), ids.len()), (all as usize, all as usize));
    }
);

on_both!(
    /// A mail server that never takes it: given up after a limit, told to operator and administrator.
    what_cannot_be_sent_is_given_up_visibly,
    |server: Server| async move {
        let mut server = server;
        let mail = with_mail(&mut server).await;
        mail.refuse(1000);
        let mut world = World::new(&server).await;
        world.submit().await;
        let _ = world.turn(0, Some("motivation")).await;
        let mut turn = 0;
        while server.number(GIVEN_UP).await == 0 {
            mail.until("an attempt", |it| it.attempts() > turn).await;
            turn = mail.attempts();
            assert!(turn < 30, "never given up");
            // The turn is counted before the message is sent: that it ended, only the log tells.
            let ended = format!("\"turn\":{turn},");
            eventually("the end of the turn", async || {
                let log = server.log();
                if log.contains(&ended) { Ok(()) } else { Err(log) }
            })
            .await;
            server.advance(Duration::from_secs(4 * 3600));
        }
        assert!(mail.mails().is_empty());
        world.admin.enter("admin", builders::PASSWORD).await;
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        let told = world.admin.get("/api/v1/notices").await.ok();
        assert_eq!(told["data"][0]["title"], "No se pudo entregar un correo");
        assert_eq!(told["data"][0]["candidacy"], json!(world.candidacy));
        let notices = world.operator.get("/api/v1/notices").await.ok();
        let notices = notices["data"].as_array().unwrap();
        assert!(notices.iter().all(|it| it["mail"] == "given_up"), "{notices:?}");
        assert!(server.log().contains("given up"));
        no_address_in_the_log(&server);
    }
);

on_both!(
    /// Without a mail server nothing waits to be sent to anyone the day there is one.
    without_a_mail_server_nothing_piles_up,
    |server: Server| async move {
        let mut server = server;
        let world = World::new(&server).await;
        world.submit().await;
        let _ = world.turn(0, Some("motivation")).await;
        server.until_number("SELECT COUNT(*) FROM outbox WHERE state = 'off'", 1).await;
        let notices = world.operator.get("/api/v1/notices").await.ok();
        assert!(notices["data"][0]["mail"].is_null());
        let mail = with_mail(&mut server).await;
        let path = format!("/api/v1/admin/candidacies/{}/cancellation", world.candidacy);
        let _ = world.admin.post(&path, &json!({ "acuerdo": "IEEM/CG/120/2027" })).await.ok();
        mail.until("the message", |it| it.mails().len() == 1).await;
        server.until_number(SENT, 1).await;
        assert!(mail.mails()[0].text().contains("Candidatura cancelada"));
        server.set("CONOCELES_SMTP_URL", "correo.example, contraseña secreta");
        let (code, _, err) = server.command(&["serve"]).await;
        assert!(code != 0 && err.contains("CONOCELES_SMTP_URL"), "{err}");
        assert!(!err.contains("secreta"), "{err}");
    }
);
