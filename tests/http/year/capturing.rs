//! What operators do in a year: most of it by sheets, as whoever has hundreds of candidacies does.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::json;

use super::{Person, Year, builders, content};

/// A political actor with its operator and its candidacies.
pub struct Actor {
    /// Its id.
    pub id: String,
    /// The operator's user name.
    pub login: String,
    /// Who captures.
    pub operator: Person,
    /// Their ids, as they were registered.
    pub candidacies: Vec<String>,
}

/// How far a candidacy is captured before its period ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Share {
    Nothing,
    Begun,
    Sent,
}

/// Of twenty, one is never touched and two are begun and left.
const fn share_of(at: usize) -> Share {
    match at % 20 {
        7 => Share::Nothing,
        11 | 13 => Share::Begun,
        _ => Share::Sent,
    }
}

/// Every actor captures its own at the same time as the others.
pub async fn capture_all(year: &mut Year<'_>) {
    join_all(year.actors.iter_mut().map(Actor::capture_its_own)).await;
}

impl Actor {
    async fn capture_its_own(&mut self) {
        let ids = self.candidacies.clone();
        let touched: Vec<_> = (0..)
            .zip(&ids)
            .filter(|(at, _)| share_of(*at) != Share::Nothing)
            .collect();
        for (at, id) in &touched {
            let _ = builders::consent(&self.operator, id, "treatment", true)
                .await
                .ok();
            if at % 3 != 0 {
                let _ = builders::consent(&self.operator, id, "statistics", true)
                    .await
                    .ok();
            }
        }
        let _ = self.operator.refresh().await;
        let named: Vec<_> = touched.iter().map(|(_, id)| id.as_str()).collect();
        for some in named.chunks(200) {
            self.fill_by_sheet(some).await;
        }
        let sent = touched
            .iter()
            .filter(|(at, _)| share_of(*at) == Share::Sent);
        for (at, id) in sent {
            self.finish(id).await;
            if at.is_multiple_of(50) {
                let _ = self.operator.refresh().await;
            }
        }
    }

    /// The curricular answers but the photo, of all of them in one sheet.
    async fn fill_by_sheet(&self, ids: &[&str]) {
        let mut sheet = csv::Writer::from_writer(Vec::new());
        let texts = [
            "historia_profesional",
            "trayectoria_politica",
            "motivo_cargo_publico",
            "propuesta_1",
            "propuesta_2",
            "propuesta_genero",
        ];
        let mut header = vec!["id_candidatura"];
        header.extend(["pagina_web", "correo_publico", "telefono_publico"]);
        header.extend(["grado_maximo_estudios", "estatus_grado"]);
        header.extend(texts);
        sheet.write_record(&header).unwrap();
        for id in ids {
            let mut row = vec![(*id).to_owned()];
            row.extend(["https://partido.example", "", "No proporcionó"].map(str::to_owned));
            row.extend(["Maestría".to_owned(), "Título".to_owned()]);
            row.extend(texts.map(|it| format!("{it} de {id}: {}", content::text(300))));
            sheet.write_record(&row).unwrap();
        }
        let file = sheet.into_inner().unwrap();
        let dry_run = "/api/v1/capture/bulk/dry-run";
        let looked = self
            .operator
            .send(Method::POST, dry_run, &[], Some(file.clone()))
            .await
            .ok();
        assert_eq!(looked["errors"], json!([]), "{looked}");
        let tag = format!("\"{}\"", looked["hash"].as_str().unwrap());
        let headers = [("if-match", tag.as_str())];
        let commit = "/api/v1/capture/bulk/commit";
        let saved = self
            .operator
            .send(Method::POST, commit, &headers, Some(file))
            .await
            .ok();
        assert!(
            saved["sections_saved"].as_u64() >= Some(ids.len() as u64),
            "{saved}"
        );
    }

    /// What sheets do not have, and sending it.
    async fn finish(&self, id: &str) {
        let path = format!("/api/v1/capture/candidacies/{id}");
        let photo = json!({ "not_provided": true, "reason": "No la entregó." });
        let _ = self
            .operator
            .put(&format!("{path}/sections/photo"), 0, &photo)
            .await
            .ok();
        let identity = format!("{path}/sections/identity");
        let _ = self
            .operator
            .put(&identity, 0, &content::identity())
            .await
            .ok();
        let _ = self
            .operator
            .post(&format!("{path}/submission"), &json!({}))
            .await
            .ok();
    }

    /// Another motivation, on whichever version there is.
    async fn write_another_motivation(&self, id: &str) {
        let path = format!("/api/v1/capture/candidacies/{id}/sections/motivation");
        let version = self.operator.get(&path).await.ok()["version"]
            .as_u64()
            .unwrap();
        let text = json!({ "text": format!("Otra vez {id}: {}", content::text(310)) });
        let _ = self.operator.put(&path, version, &text).await.ok();
    }
}

/// Answers two of three that were observed; the end of the time to answer sends the others.
pub async fn answer_most(year: &Year<'_>, observed: &[String]) {
    for (at, id) in observed.iter().enumerate() {
        if at % 3 == 2 {
            continue;
        }
        let owner = owner_of(year, id);
        // Of whoever was sent with nothing at all there is no consent yet; the others have given it.
        let _ = builders::consent(&owner.operator, id, "treatment", true).await;
        owner.write_another_motivation(id).await;
        let path = format!("/api/v1/capture/candidacies/{id}/submission");
        let _ = owner.operator.post(&path, &json!({})).await.ok();
    }
}

fn owner_of<'a>(year: &'a Year<'_>, id: &str) -> &'a Actor {
    let owner = year
        .actors
        .iter()
        .find(|it| it.candidacies.iter().any(|own| own == id));
    owner.unwrap()
}

/// What each actor has published.
pub async fn published_of_each(year: &Year<'_>) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for actor in &year.actors {
        let mut published = Vec::new();
        for id in actor.candidacies.iter().take(12) {
            let shown = actor
                .operator
                .get(&format!("/api/v1/capture/candidacies/{id}"))
                .await
                .ok();
            if shown["state"] == "published" {
                published.push(id.clone());
            }
        }
        all.push(published);
    }
    all
}

/// Each actor asks to correct one of its own.
pub async fn ask_for_corrections(year: &Year<'_>, ids: &[Option<String>]) {
    for id in ids.iter().flatten() {
        let path = format!("/api/v1/capture/candidacies/{id}/correction");
        let body =
            json!({ "sections": ["motivation"], "reason": "Un dato cambió desde que se capturó." });
        let _ = owner_of(year, id).operator.post(&path, &body).await.ok();
    }
}

/// Each sends the correction that was opened.
pub async fn correct(year: &Year<'_>, ids: &[Option<String>]) {
    for id in ids.iter().flatten() {
        let owner = owner_of(year, id);
        owner.write_another_motivation(id).await;
        let path = format!("/api/v1/capture/candidacies/{id}/correction/submission");
        let _ = owner.operator.post(&path, &json!({})).await.ok();
    }
}

/// Whoever came in the place of others is captured whole and sent.
pub async fn capture_substitutes(year: &mut Year<'_>, came: &[(usize, String)]) {
    for (number, id) in came {
        let actor = &mut year.actors[*number];
        let _ = builders::consent(&actor.operator, id, "treatment", true)
            .await
            .ok();
        actor.fill_by_sheet(&[id.as_str()]).await;
        actor.finish(id).await;
        actor.candidacies.push(id.clone());
    }
}
