use super::*;

fn plain(config: &Config) -> Vec<Warning> {
    plain_ways(config).iter().map(|it| it.warning).collect()
}

fn with_database(url: &str) -> Config {
    Config {
        database_url: url.to_owned(),
        ..Config::default()
    }
}

#[test]
fn a_database_elsewhere_must_be_encrypted() {
    for url in [
        "sqlite:data/conoceles.db",
        "postgres://c:x@127.0.0.1:5432/conoceles",
        "postgres://c:x@localhost/conoceles?sslmode=prefer",
        "postgres://c:x@db.example/conoceles?sslmode=require",
        "postgres://c:x@db.example/conoceles?sslmode=verify-full",
        "postgres://c@x/conoceles?host=%2Fsockets",
    ] {
        assert_eq!(plain(&with_database(url)), [], "{url}");
    }
    for url in [
        "postgres://c:x@db.example/conoceles",
        "postgres://c:x@10.0.0.7/conoceles?sslmode=prefer",
        "postgres://c:x@[2001:db8::1]/conoceles?sslmode=disable",
    ] {
        let mut config = with_database(url);
        assert_eq!(plain(&config), [Warning::PlainDatabase], "{url}");
        assert!(configured_warnings(&config).is_err(), "{url}");
        config.allow_plain_database = true;
        assert!(
            configured_warnings(&config)
                .unwrap()
                .contains(&Warning::PlainDatabase)
        );
    }
}

#[test]
fn mail_elsewhere_must_be_encrypted() {
    let secret = |url: &str| serde_json::from_value(serde_json::json!(url)).unwrap();
    for (url, is_plain) in [
        ("smtp://127.0.0.1:2525", false),
        ("smtps://u:p@mail.example", false),
        ("smtp://u:p@mail.example:587?tls=required", false),
        ("smtp://mail.example", true),
        ("smtp://u:p@mail.example:587?tls=opportunistic", true),
    ] {
        let config = Config {
            smtp_url: Some(secret(url)),
            ..Config::default()
        };
        let expected: &[Warning] = if is_plain { &[Warning::PlainMail] } else { &[] };
        assert_eq!(plain(&config), expected, "{url}");
    }
}

#[test]
fn sessions_elsewhere_need_https() {
    for (listen, public, is_plain) in [
        ("127.0.0.1:8080", None, false),
        ("[::1]:8080", None, false),
        ("0.0.0.0:8080", None, true),
        ("127.0.0.1:8080", Some("http://conoceles.example"), true),
        ("0.0.0.0:8080", Some("https://conoceles.example"), false),
        ("127.0.0.1:8080", Some("http://localhost:8080"), false),
    ] {
        let config = Config {
            listen: listen.to_owned(),
            public_url: public.map(str::to_owned),
            ..Config::default()
        };
        let expected: &[Warning] = if is_plain {
            &[Warning::PlainCookies]
        } else {
            &[]
        };
        assert_eq!(plain(&config), expected, "{listen} {public:?}");
    }
}
