//! What crawlers are told: every public address of real elections, and none of a drill.

use super::*;
use builders::World;

on_both!(
    /// A published candidacy of a real election is in the sitemap, and leaves it when it is withdrawn; one of a
    /// drill never is.
    addresses_of_real_elections_are_told,
    |server: Server| async move {
        let drill = World::new(&server).await;
        drill.publish().await;
        let _ = builders::public_record(&server, &drill.public()).await;
        let mut setup = builders::election_setup(&builders::day_from_now(150));
        setup["name"] = serde_json::json!("Ayuntamientos");
        setup["drill"] = serde_json::json!(false);
        let real = drill.beside(&server, &setup, "captura.real").await;
        real.publish().await;
        let _ = builders::public_record(&server, &real.public()).await;
        let reader = Person::anonymous(&server);
        let robots = reader.get("/robots.txt").await.text();
        assert!(robots.contains("Disallow: /mesa\n"), "{robots}");
        let index = robots.lines().find_map(|it| it.strip_prefix("Sitemap: ")).unwrap();
        assert!(index.ends_with("/sitemap.xml"), "{index}");
        let index = reader.get("/sitemap.xml").await;
        assert!(index.header("content-type").starts_with("application/xml"));
        assert!(index.text().contains("/sitemap-1.xml</loc>"), "{}", index.text());
        let part = reader.get("/sitemap-1.xml").await.text();
        assert!(part.contains(&format!("/candidaturas/{}</loc>", real.candidacy)), "{part}");
        assert!(!part.contains(&drill.candidacy), "{part}");
        for address in ["/sitemap-2.xml", "/sitemap-0.xml", "/sitemap-01.xml", "/sitemap-x.xml"] {
            assert_eq!(reader.get(address).await.status, 404, "{address}");
        }
        endings::end_candidacy(&server, &real.admin, &real.candidacy, "cancellation").await;
        let _ = builders::public_answer(&server, "/sitemap-1.xml", |it| {
            !it.text().contains(&real.candidacy)
        })
        .await;
    }
);
