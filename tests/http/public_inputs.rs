//! Addresses as clients of every habit write them, scripts of other origins, tags behind a proxy.

use serde_json::json;

use super::*;
use builders::World;

const ORIGIN: (&str, &str) = ("origin", "https://periodico.example");

on_both!(
    /// A name is found however its letters are escaped; the API and the page agree.
    escapes_of_every_habit,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let _ = builders::public_record(&server, &world.public()).await;
        let reader = Person::anonymous(&server);
        for (q, count) in [
            ("Ocampo", 1), ("oc%61mpo", 1), ("OCAMPO+tenorio", 1), ("Ocampo%20Tenorio", 1), ("%D3campo", 1),
            ("%C3%93campo", 1), ("O%CC%81campo", 1), ("%EF%BB%BFOcampo", 1), ("Ocampo%E2%80%8B", 1),
            ("Oc%25C3%25A1mpo", 0), ("%zzocampo", 0), ("a%0d%0aSet-Cookie:x", 0), ("%C0%AFx", 0), ("%+5", 0),
        ] {
            let list = reader.get(&format!("/api/v1/candidacies?q={q}")).await.ok();
            assert_eq!(list["meta"]["total"], count, "{q}");
            let page = reader.get(&format!("/candidaturas?q={q}")).await;
            assert_eq!((page.status.as_u16(), page.header("set-cookie")), (200, ""), "{q}");
            let found = page.text().contains("Maribel Ocampo Tenorio</a>");
            assert_eq!(found, count == 1, "{q}");
        }
        let page = reader.get("/candidaturas?q=%3Cscript%3Ealert(1)%3C/script%3E").await.text();
        assert!(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert(1)"));
    }
);

on_both!(
    /// Lists are unions, single parameters come once, and each error names its parameter.
    repeated_and_bracketed_parameters,
    |server: Server| async move {
        let reader = Person::anonymous(&server);
        for (query, pointer, code) in [
            ("limit=10&limit=20", "limit", "repeated"),
            ("q=ana&q=luis", "q", "repeated"),
            ("sort=name&sort=draw", "sort", "repeated"),
            ("office[]=governorship", "office[]", "unknown_parameter"),
            ("filter%5Boffice%5D=governorship", "filter[office]", "unknown_parameter"),
            ("office=,", "office", "not_allowed"),
            ("office=governorship,,deputy_mr", "office", "not_allowed"),
            ("limit=010", "limit", "out_of_range"),
            ("limit=%2B5", "limit", "out_of_range"),
            ("limit=%D9%A3", "limit", "out_of_range"),
            ("LIMIT=5", "LIMIT", "unknown_parameter"),
            ("a", "a", "unknown_parameter"),
        ] {
            let answer = reader.get(&format!("/api/v1/candidacies?{query}")).await;
            answer.refused(400, "invalid_query");
            let error = &answer.json()["errors"][0];
            assert_eq!((&error["pointer"], &error["code"]), (&json!(pointer), &json!(code)), "{query}");
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{query}");
            assert_eq!(reader.get(&format!("/candidaturas?{query}")).await.status, 200, "{query}");
        }
        for query in ["office=", "limit=", "limit=5&", "&&&", "q", "office=governorship,%20deputy_mr"] {
            let answer = reader.get(&format!("/api/v1/candidacies?{query}")).await;
            assert_eq!(answer.status, 200, "{query}: {}", answer.text());
        }
    }
);

on_both!(
    /// Scripts of other origins may read what is public, its refusals too, and are never permitted
    /// anything on a private address.
    scripts_of_other_origins,
    |server: Server| async move {
        let reader = Person::anonymous(&server);
        let asked = [
            ORIGIN,
            ("access-control-request-method", "GET"),
            ("access-control-request-headers", "if-none-match,x-requested-with,authorization"),
        ];
        let options = reqwest::Method::OPTIONS;
        let nobody = "00000000-0000-7000-8000-000000000000";
        for path in [
            "/api/v1/candidacies", "/api/v1/elections", "/api/v1/openapi.json", "/api/v1/catalogues",
            "/api/v1/receipts/XXXX", &format!("/api/v1/candidacies/{nobody}"), "/api/v1/candidacies?limit=5",
        ] {
            let answer = reader.send(options.clone(), path, &asked, None).await;
            assert_eq!(answer.status, 204, "{path}");
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
            assert_eq!(answer.header("access-control-allow-methods"), "GET, HEAD", "{path}");
            let allowed = answer.header("access-control-allow-headers");
            assert!(allowed.contains("if-none-match") && allowed.contains("x-requested-with"), "{path}");
            assert!(!allowed.contains("authorization"), "{path}");
            assert!(!answer.header("access-control-max-age").is_empty(), "{path}");
            let refused = reader.send(reqwest::Method::POST, path, &[ORIGIN], None).await;
            refused.refused(405, "method_not_allowed");
            assert_eq!(refused.header("access-control-allow-origin"), "*", "{path}");
            assert_eq!(refused.header("allow"), "GET, HEAD", "{path}");
        }
        for path in [
            "/api/v1/capture/home", "/api/v1/capture/candidacies", "/api/v1/auth/sign-in", "/api/v1/auth/refresh",
            "/api/v1/admin/elections", "/api/v1/review/queue", "/api/v1/notices",
        ] {
            let answer = reader.send(options.clone(), path, &asked, None).await;
            assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
            for header in ["access-control-allow-origin", "access-control-allow-methods", "access-control-allow-headers"] {
                assert_eq!(answer.header(header), "", "{path}");
            }
        }
        for (path, status) in [
            ("/api/v1/nada", 404), ("/api/v1/catalogues/nothing", 404), ("/api/v1/candidacies/abc", 400),
            ("/api/v1/candidacies/%FF", 400), ("/api/v1/candidacies/a/b/c", 404), ("/api/nada", 404),
        ] {
            let answer = reader.get_with(path, &[ORIGIN]).await;
            assert_eq!(answer.status.as_u16(), status, "{path}");
            let _ = answer.code();
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
        }
        let list = reader.get_with("/api/v1/candidacies", &[ORIGIN]).await;
        assert!(list.header("access-control-expose-headers").contains("ETag"));
    }
);

on_both!(
    /// A tag that a proxy made weak names the same version; anything else is told what to send.
    a_save_behind_a_proxy_that_compresses,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.begin().await;
        let path = world.capture("/sections/contact");
        let put = reqwest::Method::PUT;
        let save = async |tag: Option<&str>| {
            let headers: Vec<_> = tag.map(|it| ("if-match", it)).into_iter().collect();
            world.operator.json(put.clone(), &path, &headers, &content::contact()).await
        };
        for (tag, status, code) in [
            (None, 428, "precondition_required"),
            (Some("*"), 428, "precondition_required"),
            (Some("0"), 400, "malformed_header"),
            (Some("\"0\", \"1\""), 400, "malformed_header"),
            (Some("\"00\""), 400, "malformed_header"),
            (Some("\" 0\""), 400, "malformed_header"),
            (Some("W/\"7\""), 412, "stale"),
        ] {
            let answer = save(tag).await;
            answer.refused(status, code);
            assert!(answer.json()["detail"].as_str().unwrap().len() > 20, "{tag:?}");
        }
        assert_eq!(save(Some("W/\"0\"")).await.status, 200);
        save(Some("W/\"0\"")).await.refused(412, "stale");
        assert_eq!(save(Some("\"1\"")).await.status, 200);
    }
);
