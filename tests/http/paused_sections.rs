//! A paused section tells its operator so, and why.

use serde_json::{Value, json};

use super::*;
use builders::World;

const BASIS: &str = "Resolución TEEM/JDC/7/2027, punto tercero";

on_both!(
    /// The operator reads the last basis while it is paused, of that section only; the public no text.
    the_operator_reads_why_a_section_is_paused,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let section = async |name: &str| {
            let path = world.capture(&format!("/sections/{name}"));
            world.operator.get(&path).await.ok()
        };
        assert_eq!(section("motivation").await["pause"], Value::Null);
        for (action, basis) in [
            ("pause", "Un fundamento anterior"),
            ("resume", "Otro fundamento"),
            ("pause", BASIS),
        ] {
            let path = world.review(&format!("/sections/motivation/{action}"));
            let body = json!({ "basis": basis });
            let _ = world.validators[0].post(&path, &body).await.ok();
        }
        let paused = section("motivation").await;
        assert_eq!(paused["state"], "paused");
        assert_eq!(paused["pause"]["basis"], BASIS);
        assert!(paused["pause"]["since"].is_string());
        assert_eq!(section("proposal_1").await["pause"], Value::Null);
        let other = world.stranger(&server).await;
        let path = world.capture("/sections/motivation");
        other.get(&path).await.refused(404, "not_found");

        let resume = world.review("/sections/motivation/resume");
        let body = json!({ "basis": "Se levantó" });
        let _ = world.validators[0].post(&resume, &body).await.ok();
        assert_eq!(section("motivation").await["pause"], Value::Null);
    }
);
