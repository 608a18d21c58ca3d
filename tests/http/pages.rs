//! What every page says of itself to whoever passes it on or shows it.

use conoceles_shared::questionnaire::NOTICE_PATH;

use super::*;
use builders::World;

on_both!(
    /// Pages are in the candidacies' own words: nobody on the way may rewrite them, and no telephone
    /// makes links of their numbers. Data are nobody's words to translate.
    pages_may_not_be_rewritten_on_the_way,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let _ = builders::public_record(&server, &world.public()).await;
        let citizen = Person::anonymous(&server);
        let profile = format!("/candidaturas/{}", world.candidacy);
        for path in [
            "/",
            "/candidaturas",
            "/candidaturas?q=nadie",
            &profile,
            "/verificar",
            "/verificar/AAAA-AAAA-AAAA-AAAA",
            "/no-existe",
            NOTICE_PATH,
            "/ayuda",
            "/ayuda/01-entrar",
        ] {
            let page = citizen.get(path).await;
            let caching = page.header("cache-control").to_owned();
            assert!(caching.ends_with(", no-transform"), "{path}: {caching}");
            let detection = "<meta name=\"format-detection\" \
                content=\"telephone=no, date=no, address=no, email=no\">";
            assert_eq!(page.text().matches(detection).count(), 1, "{path}");
            assert!(page.text().contains("<html lang=\"es-MX\">"), "{path}");
        }
        let desks = citizen.get("/mesa").await;
        assert_eq!(desks.header("cache-control"), "no-store, no-transform");
        let data = citizen.get("/api/v1/elections").await;
        assert!(!data.header("cache-control").contains("transform"));
    }
);
