//! The shell keeps Trunk's names, lets only its own script run, and escapes what it inserts.

use conoceles_frontend::portal::PageData;

use super::*;

const INDEX: &str = "<html><head><!--conoceles:head-->\n<link rel=\"stylesheet\" \
    href=\"/pkg/portal/a-1.css\">\n<script type=\"module\">import init from '/x.js';</script>\
    <script src=\"/y.js\"></script></head><body><div id=\"app\"><!--conoceles:body--></div>\
    <!--conoceles:data--></body></html>";

#[test]
fn the_inline_module_is_allowed_by_its_hash_and_nothing_else() {
    let shell = Shell::new(Some(INDEX), "https://conoceles.ieem.org.mx/");
    let hash = STANDARD.encode(digest(&SHA256, b"import init from '/x.js';"));
    let policy = shell.policy().to_str().unwrap();
    assert!(policy.contains(&format!(
        "script-src 'self' 'wasm-unsafe-eval' 'sha256-{hash}';"
    )));
    assert_eq!(policy.matches("sha256").count(), 1);
    assert!(!policy.contains("unsafe-inline"));
}

#[test]
fn a_page_is_complete_with_and_without_the_client() {
    for index in [Some(INDEX), None, Some("<html>no marks</html>")] {
        let shell = Shell::new(index, "https://conoceles.ieem.org.mx/");
        let html = shell.page("/404", &PageData::NotFound);
        assert!(html.contains("<title>"));
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
        assert!(html.contains("<h1"));
        assert!(html.contains("id=\"page-data\""));
        assert_eq!(html.matches(NOTHING_DETECTED).count(), 1);
        assert!(!html.contains("<!--conoceles"));
    }
}

#[test]
fn what_goes_into_the_head_cannot_end_it() {
    let head = Head {
        title: "</title><script>\"'&".into(),
        description: "\"><script>".into(),
        canonical_path: "/a?b=1&c=\"".into(),
        image_path: Some("/p.jpg".into()),
        noindex: false,
    };
    let html = Shell::new(None, "https://x.mx").head(&head);
    assert!(!html.contains("<script"));
    assert!(html.contains("<title>&lt;/title&gt;&lt;script&gt;&quot;&#39;&amp;</title>"));
    assert!(html.contains("href=\"https://x.mx/a?b=1&amp;c=&quot;\""));
    assert!(html.contains("content=\"https://x.mx/p.jpg\""));
}
