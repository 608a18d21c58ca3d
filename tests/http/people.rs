//! What real people write of themselves: telephones, addresses, keys and names, through the doors.

use serde_json::{Value, json};

use super::*;
use builders::World;
use conoceles_tests::Answer;

/// Nothing of what was written may come back in a refusal.
fn tells_without_repeating(answer: &Answer, written: &str) {
    let said = answer.text();
    assert!(!said.contains(written), "{written} in {said}");
}

on_both!(
    /// However it is pasted it is saved as it is used, and what was changed is told.
    contact_is_taken_as_people_write_it,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let path = world.capture("/sections/contact");
        let body = json!({
            "facebook": { "value": "facebook.com/maribel.ocampo" },
            "instagram": { "value": "instagram: @maribel_ocampo" },
            "website": { "value": "www.maribel.example" },
            "public_phones": { "value": ["(722) 123-4567", "\u{202D}044 55 1234 5678\u{202C}"] },
            "public_emails": { "value": ["Maribel Ocampo <mailto:Maribel@Gmial.com>", "mailto:hola@maribel.example."] },
        });
        let saved = world.operator.put(&path, 0, &body).await.ok();
        let content = &saved["content"];
        assert_eq!(content["facebook"]["value"], "https://facebook.com/maribel.ocampo");
        assert_eq!(content["instagram"]["value"], "https://www.instagram.com/maribel_ocampo");
        assert_eq!(content["website"]["value"], "https://www.maribel.example");
        assert_eq!(content["public_phones"]["value"], json!(["7221234567", "5512345678"]));
        assert_eq!(
            content["public_emails"]["value"],
            json!(["Maribel@gmial.com", "hola@maribel.example"])
        );
        let warnings = saved["warnings"].as_array().unwrap();
        let told = |pointer: &str, what: &str| {
            let mut all = warnings.iter().filter(|it| it["pointer"] == pointer);
            all.any(|it| it["detail"].as_str().unwrap().contains(what))
        };
        assert!(told("/public_emails/value/0", "¿quiso decir gmail.com?"), "{warnings:?}");
        assert!(told("/public_phones/value/1", "no se ven"), "{warnings:?}");
        assert!(told("/public_phones/value/1", "ya no se marcan"), "{warnings:?}");
        assert!(told("/instagram/value", "se completó"), "{warnings:?}");
        // What is stored is read again without what only the writing had.
        let stored = world.operator.get(&path).await.ok();
        assert_eq!(stored["warnings"].as_array().unwrap().len(), 1);
    }
);

on_both!(
    /// The private address for notices is asked about before it becomes public.
    a_private_address_made_public_is_asked_about,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let body = json!({
            "public_emails": { "value": [builders::CANARIES[3].to_uppercase()] },
            "public_phones": { "value": ["5512345678", format!("+52 {}", builders::CANARIES[4])] },
        });
        let path = world.capture("/sections/contact");
        let saved = world.operator.put(&path, 0, &body).await.ok();
        let asked: Vec<_> = saved["warnings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["pointer"].as_str().unwrap())
            .collect();
        assert_eq!(asked, ["/public_emails/value/0", "/public_phones/value/1"]);
    }
);

on_both!(
    /// Means for notices are tidied or refused with what to do; keys are judged by place, and
    /// nothing private comes back.
    a_registration_says_what_is_wrong_without_repeating_it,
    |server: Server| async move {
        let world = World::new(&server).await;
        let with = |field: &str, value: Value| {
            let mut new = builders::new_candidacy(&world.actor, "Zárate");
            new["private"]["curp"] = json!(null);
            new["private"][field] = value;
            new
        };
        for (field, value, code) in [
            ("curp", "TEBX8O0315MMCRLM04", "invalid_format"),
            ("curp", "TEBX900230MMCRLM06", "invalid_date"),
            ("curp", "TEBX800315MZZRLM02", "unknown_entity"),
            ("curp", "TEBX800315MMCRLM05", "check_digit"),
            ("curp", "ÑEBX800315MMCRLM05", "invalid_format"),
            ("curp", "TEBX800315MMCRLM", "length"),
            ("notification_phone", "55 1234 5678 ext. 14", "invalid_format"),
            ("notification_phone", "+1 (213) 555-0147", "invalid_format"),
            ("notification_email", "peñaflor@ejemplo.example", "invalid_format"),
            ("notification_email", "ana@ejemplo,example", "invalid_format"),
        ] {
            let new = with(field, json!(value));
            let refused = builders::try_to_register(&world.admin, &world.election, &new).await;
            assert_eq!(refused.pointers(), [format!("/private/{field}")], "{value}");
            assert_eq!(refused.json()["errors"][0]["code"], code, "{value}");
            tells_without_repeating(&refused, value);
            refused.refused(422, "invalid");
        }
        let mut new = with("curp", json!("tebx 800315-hmcrlm04"));
        new["private"]["notification_email"] = json!("mailto:ana@gmial.com");
        new["private"]["notification_phone"] = json!("+52 1 722 123 4567");
        new["registration"]["age"] = json!(null);
        new["private"]["birth_date"] = json!("1980-03-15");
        let made = builders::try_to_register(&world.admin, &world.election, &new).await.ok();
        let remarks: Vec<_> = made["remarks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["pointer"].as_str().unwrap())
            .collect();
        assert_eq!(
            remarks,
            [
                "/private/notification_email",
                "/private/notification_phone",
                "/private/curp",
                "/private/notification_email"
            ]
        );
    }
);

on_both!(
    /// Letters of every language are a name; pictures and what nobody sees are none.
    people_keep_their_names,
    |server: Server| async move {
        let world = World::new(&server).await;
        let named = |given: &str, first: &str, nickname: Value| {
            let mut new = builders::new_candidacy(&world.actor, first);
            new["registration"]["given_names"] = json!(given);
            new["registration"]["nickname"] = nickname;
            new["private"]["curp"] = json!(null);
            new
        };
        let new = named("L\u{331}uvya\u{200B}", "Baʼax Kꞌuk", json!(null));
        let made = builders::try_to_register(&world.admin, &world.election, &new).await.ok();
        assert_eq!(made["registration"]["given_names"], "Ḻuvya");
        assert_eq!(made["registration"]["first_surname"], "Baʼax Kꞌuk");
        assert_eq!(made["remarks"][0]["pointer"], "/registration/given_names");
        let new = named("Itzel", "\u{2800}\u{3164}\u{200B}", json!("La Flaca 💃🏽"));
        let refused = builders::try_to_register(&world.admin, &world.election, &new).await;
        assert_eq!(
            refused.pointers(),
            ["/registration/first_surname", "/registration/nickname"]
        );
        refused.refused(422, "invalid");
    }
);

on_both!(
    /// The same name once more is told with whom and where, and registered.
    a_name_that_stands_already_is_told,
    |server: Server| async move {
        let world = World::new(&server).await;
        let named = |given: &str, first: &str| {
            let mut new = builders::new_candidacy(&world.actor, first);
            new["registration"]["given_names"] = json!(given);
            new["registration"]["second_surname"] = json!(null);
            new["private"]["curp"] = json!(null);
            new
        };
        let first = named("Inés", "D'Amico O’Farrill");
        let made = builders::try_to_register(&world.admin, &world.election, &first).await.ok();
        assert!(made.get("remarks").is_none(), "{made}");
        let again = named("INES", "D AMICO O'Farrill");
        let made = builders::try_to_register(&world.admin, &world.election, &again).await.ok();
        assert_eq!(made["remarks"][0]["code"], "same_name");
        let told = made["remarks"][0]["detail"].as_str().unwrap();
        for what in ["Inés D'Amico O’Farrill", "Presidencia municipal", "Propietaria"] {
            assert!(told.contains(what), "{told}");
        }
    }
);

on_both!(
    /// What is left of a lost letter, the code of a page and letters of other scripts are no name, of a
    /// person or of anything that persons name.
    doubtful_letters_are_refused_by_what_they_are,
    |server: Server| async move {
        let world = World::new(&server).await;
        for (surname, told) in [
            ("Pe\u{FFFD}a", "se perdió"),
            ("Pe?a", "se perdió"),
            ("PeÃ±a", "«Peña»"),
            ("\u{420}erez", "cirílica"),
            ("陳", "china"),
            ("<b>Pérez</b>", "código"),
        ] {
            let mut new = builders::new_candidacy(&world.actor, surname);
            new["private"]["curp"] = json!(null);
            let refused = builders::try_to_register(&world.admin, &world.election, &new).await;
            assert_eq!(refused.pointers(), ["/registration/first_surname"], "{surname}");
            let detail = refused.json()["errors"][0]["detail"].as_str().unwrap().to_owned();
            assert!(detail.contains(told), "{surname}: {detail}");
            refused.refused(422, "invalid");
        }
        let party = json!({ "name": "Partido 💃", "acronym": "P★", "colour": "#aa0000" });
        let refused = world.admin.post("/api/v1/admin/parties", &party).await;
        assert_eq!(refused.pointers(), ["/acronym", "/name"]);
        refused.refused(422, "invalid");
        let actor = json!({ "kind": "independent", "name": "Juntos \u{421}on Ana", "parties": [] });
        let path = format!("/api/v1/admin/elections/{}/actors", world.election);
        world.admin.post(&path, &actor).await.refused(422, "invalid");
        let account = json!({ "login": "nadie.mas", "name": "Ana 🌵", "role": "validator" });
        let refused = world.admin.post("/api/v1/admin/accounts", &account).await;
        assert_eq!(refused.pointers(), ["/name"]);
        refused.refused(422, "invalid");
    }
);

on_both!(
    /// Letters that were lost on their way into an answer are told beside it, and saved as they are.
    lost_letters_in_an_answer_are_told,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let path = world.capture("/sections/proposal_1");
        let texts = ["M?s ni?as en Pe??n", "M\u{FFFD}s niñas", "MÃ¡s niÃ±as"];
        for (version, text) in (0_u64..).zip(texts) {
            let saved = world.operator.put(&path, version, &json!({ "text": text })).await.ok();
            assert_eq!(saved["content"]["text"], text);
            let warnings = saved["warnings"].as_array().unwrap();
            assert!(warnings.iter().any(|it| it["code"] == "doubtful"), "{text}: {warnings:?}");
        }
    }
);

on_both!(
    /// What nobody sees does not help to reach the minimum, and its leaving is told.
    padding_that_nobody_sees_counts_for_nothing,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let path = world.capture("/sections/proposal_1");
        let padded = format!(
            "Más agua limpia para todas las escuelas.{}{}{}",
            "\u{200B}".repeat(100),
            "\u{2800}".repeat(100),
            "\u{3164}".repeat(100),
        );
        let saved = world.operator.put(&path, 0, &json!({ "text": padded })).await.ok();
        assert_eq!(saved["content"]["text"], "Más agua limpia para todas las escuelas.");
        assert_eq!(saved["missing"][0]["code"], "too_short");
        let told = saved["warnings"][0]["detail"].as_str().unwrap();
        assert!(told.contains("300 caracteres que no se ven"), "{told}");
    }
);

on_both!(
    /// Women and men are titular in their own form; of anybody else the candidacy is.
    each_person_is_titular_in_their_own_form,
    |server: Server| async move {
        let world = World::new(&server).await;
        for (sex, label) in [
            ("woman", "Propietaria"),
            ("man", "Propietario"),
            ("non_binary", "Candidatura propietaria"),
        ] {
            let mut new = builders::new_candidacy(&world.actor, &format!("Forma {sex}"));
            new["registration"]["sex"] = json!(sex);
            new["private"]["curp"] = json!(null);
            let id = builders::register(&world.admin, &world.election, &new).await;
            let home = world.operator.get("/api/v1/capture/home").await.ok();
            let all = home["candidacies"].as_array().unwrap();
            let own = all.iter().find(|it| it["id"] == json!(id)).unwrap();
            assert_eq!(own["role_label"], label);
        }
    }
);

on_both!(
    /// Two administrators who register the same person at the same moment register one candidacy.
    a_person_is_registered_once_though_two_do_it_at_once,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = builders::second_admin(&server).await;
        let men = ["TIBO800101HMCNRS05", "TIBO800102HMCNRS06", "TIBO800103HMCNRS07", "TIBO800104HMCNRS08", "TIBO800105HMCNRS09", "TIBO800106HMCNRS00", "TIBO800107HMCNRS01", "TIBO800108HMCNRS02"];
        for curp in men {
            let mut new = builders::new_candidacy(&world.actor, "Tinoco");
            new["private"]["curp"] = json!(curp);
            let _ = tokio::join!(
                builders::try_to_register(&world.admin, &world.election, &new),
                builders::try_to_register(&second, &world.election, &new),
            );
        }
        let path = format!("/api/v1/admin/elections/{}/candidacies", world.election);
        let all = world.admin.get(&path).await.ok();
        let names = all["data"].as_array().unwrap().iter();
        let theirs = names.filter(|it| it["registration"]["first_surname"] == "Tinoco");
        assert_eq!(theirs.count(), men.len());
    }
);
