use super::device_name;

#[test]
fn browsers_and_systems_are_named_as_people_know_them() {
    let cases = [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
             Chrome/126.0 Safari/537.36 Edg/126.0",
            "Edge en Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 \
             Mobile/15E148 Safari/604.1",
            "Safari en iPhone",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
            "Firefox en Linux",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0 Mobile",
            "Samsung Internet en Android",
        ),
    ];
    for (agent, name) in cases {
        assert_eq!(device_name(agent).as_deref(), Some(name), "{agent}");
    }
    assert_eq!(device_name("curl/8.0"), None);
}
