//! A real browser: find by what a person reads, act, check; axe on every page that is passed.

use std::time::{Duration, Instant};

use base64::Engine as _;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, WebDriver};

/// A browser window of a person.
pub struct Browser {
    /// The driver, for what has no helper.
    pub driver: WebDriver,
    base: String,
    axe: String,
    looked_at: bool,
}

/// How long to wait for something to appear.
const PATIENCE: Duration = Duration::from_secs(15);

/// The console's messages are collected here from the first script on.
const CONSOLE: &str = r#"
    if (!window.__problems) {
        window.__problems = [];
        const keep = console.error.bind(console);
        console.error = (...all) => { window.__problems.push(all.map(String).join(' ')); keep(...all); };
        window.addEventListener('error', (e) => window.__problems.push('error: ' + e.message));
    }
"#;

impl Browser {
    /// Opens a window of this width on the server.
    ///
    /// # Panics
    /// Where chromedriver does not answer.
    pub async fn open_window(base: &str, width: u32, javascript: bool) -> Self {
        let variable = |name: &str| {
            std::env::var(name).unwrap_or_else(|_| {
                panic!("{name} is not set: run the tests with `cargo xtask test`")
            })
        };
        let mut capabilities: ChromeCapabilities = DesiredCapabilities::chrome();
        capabilities
            .set_binary(&variable("CONOCELES_CHROMIUM"))
            .unwrap();
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--lang=es-MX",
        ] {
            capabilities.add_arg(argument).unwrap();
        }
        if !javascript {
            let off = json!({ "profile.managed_default_content_settings.javascript": 2 });
            capabilities.add_experimental_option("prefs", off).unwrap();
        }
        let driver = WebDriver::new(&variable("CONOCELES_WEBDRIVER"), capabilities)
            .await
            .unwrap();
        let axe = std::fs::read_to_string(variable("CONOCELES_AXE")).unwrap();
        let browser = Self {
            driver,
            base: base.to_owned(),
            axe,
            looked_at: true,
        };
        browser.resize(width).await;
        // Colours that are on their way from one to another have no contrast to speak of.
        let still =
            json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        browser.tool("Emulation.setEmulatedMedia", still).await;
        browser.before_scripts(CONSOLE).await;
        browser
    }

    /// From now on only acts: pages are not held against axe, nor at both widths. For a walk that
    /// another test takes as well.
    #[must_use]
    pub fn without_looking(mut self) -> Self {
        self.looked_at = false;
        self
    }

    /// Runs this script in every page from now on, before the page's own.
    pub async fn before_scripts(&self, script: &str) {
        let script = json!({ "source": script });
        self.tool("Page.addScriptToEvaluateOnNewDocument", script)
            .await;
    }

    /// Changes the width of the viewport; phones are 740 high, desks 900.
    ///
    /// # Panics
    /// Where the browser refuses.
    pub async fn resize(&self, width: u32) {
        let height = if width < 600 { 740 } else { 900 };
        // Chromium's window is never narrower than 500: the viewport is emulated.
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600,
        });
        self.tool("Emulation.setDeviceMetricsOverride", metrics)
            .await;
    }

    /// One command of Chromium's own protocol.
    async fn tool(&self, name: &str, parameters: Value) -> Value {
        self.driver.cdp().send_raw(name, parameters).await.unwrap()
    }

    /// Asks the server for everything from now on, however fresh it is.
    pub async fn without_cache(&self) {
        self.tool("Network.enable", json!({})).await;
        let off = json!({ "cacheDisabled": true });
        self.tool("Network.setCacheDisabled", off).await;
    }

    /// Cuts the network of this window, or joins it again.
    pub async fn offline(&self, cut: bool) {
        self.tool("Network.enable", json!({})).await;
        let conditions = json!({
            "offline": cut, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.tool("Network.emulateNetworkConditions", conditions)
            .await;
    }

    /// Goes to a path.
    ///
    /// # Panics
    /// Where the browser refuses.
    pub async fn go(&self, path: &str) {
        self.driver
            .goto(format!("{}{path}", self.base))
            .await
            .unwrap();
    }

    /// Runs a script and gives its value.
    ///
    /// # Panics
    /// Where it throws.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driver
            .execute(script, arguments)
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
            .json()
            .clone()
    }

    /// Waits until the script gives a true value.
    ///
    /// # Panics
    /// Where it does not in time; `what` and the page's text are told.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) {
        let start = Instant::now();
        loop {
            let value = self.driver.execute(script, arguments.clone()).await;
            if value.is_ok_and(|it| it.json().as_bool() == Some(true)) {
                return;
            }
            if start.elapsed() > PATIENCE {
                let text = self.text().await;
                let problems = self.problems().await;
                panic!("waited in vain for {what}; console: {problems:?}; the page says:\n{text}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the page shows this text.
    pub async fn shows(&self, text: &str) {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.until(&format!("«{text}»"), script, vec![json!(text)])
            .await;
    }

    /// Waits until the main heading is this.
    pub async fn heading(&self, text: &str) {
        let script = "const h = document.querySelector('h1'); \
                      return !!h && h.innerText.replace(/\\s+/g, ' ').trim() === arguments[0]";
        self.until(&format!("the heading «{text}»"), script, vec![json!(text)])
            .await;
    }

    /// The visible text of the page.
    pub async fn text(&self) -> String {
        let script = "return document.body ? document.body.innerText : ''";
        self.script(script, vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The path and query in the address bar.
    pub async fn path(&self) -> String {
        let script = "return location.pathname + location.search";
        self.script(script, vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Marks the first visible element that `finder` (the body of a JavaScript function of `text`)
    /// gives and returns it, waiting for it.
    async fn find(&self, what: &str, finder: &str, text: &str) -> WebElement {
        let script = format!(
            "document.querySelectorAll('[data-found]').forEach(e => e.removeAttribute('data-found'));\
             const text = arguments[0]; const clean = s => (s || '').replace(/\\s+/g, ' ').trim();\
             const seen = e => !!e && e.getClientRects().length > 0;\
             const found = (() => {{ {finder} }})();\
             if (!found) return false; found.setAttribute('data-found', ''); return true;"
        );
        self.until(&format!("{what} «{text}»"), &script, vec![json!(text)])
            .await;
        self.driver.find(By::Css("[data-found]")).await.unwrap()
    }

    /// The field with this label.
    ///
    /// # Panics
    /// Where there is none in time.
    pub async fn field(&self, label: &str) -> WebElement {
        let finder = "const own = l => { const c = l.cloneNode(true); \
              c.querySelectorAll('.hint,.error,input,textarea,select').forEach(e => e.remove()); \
              return clean(c.textContent); };\
            const l = [...document.querySelectorAll('label')].find(l => own(l) === text \
              && (seen(l) || seen(l.control)));\
            return l && l.control;";
        self.find("the field", finder, label).await
    }

    /// Types into the field with this label, replacing what is there.
    ///
    /// # Panics
    /// Where it cannot be typed into.
    pub async fn fill(&self, label: &str, value: &str) {
        let field = self.field(label).await;
        let is_day = field.attr("type").await.unwrap().as_deref() == Some("date");
        if !is_day {
            field.clear().await.unwrap();
        }
        if is_day || value.is_empty() || value.chars().count() > 60 {
            // Long texts are pasted; days are typed in whatever order the browser has; clearing alone
            // fires no event that the page listens to. The page sees the event that typing fires.
            let script = "const e = document.querySelector('[data-found]'); e.focus();\
                const p = e.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;\
                Object.getOwnPropertyDescriptor(p.prototype, 'value').set.call(e, arguments[0]);\
                e.dispatchEvent(new Event('input', { bubbles: true }));\
                e.dispatchEvent(new Event('change', { bubbles: true }));";
            self.script(script, vec![json!(value)]).await;
        } else {
            field.send_keys(value).await.unwrap();
        }
    }

    /// Chooses an option of the select with this label.
    ///
    /// # Panics
    /// Where there is no such option.
    pub async fn choose(&self, label: &str, option: &str) {
        let field = self.field(label).await;
        let select = thirtyfour::components::SelectElement::new(&field)
            .await
            .unwrap();
        select.select_by_exact_text(option).await.unwrap();
    }

    /// Chooses a file in the field with this label.
    ///
    /// # Panics
    /// Where it takes none.
    pub async fn attach(&self, label: &str, file: &std::path::Path) {
        let field = self.field(label).await;
        field.send_keys(file.to_str().unwrap()).await.unwrap();
    }

    /// What the field with this label holds.
    ///
    /// # Panics
    /// Where it holds nothing.
    pub async fn value(&self, label: &str) -> String {
        let field = self.field(label).await;
        field.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Ticks the box or radio with this label.
    ///
    /// # Panics
    /// Where it cannot be clicked.
    pub async fn tick(&self, label: &str) {
        let field = self.field(label).await;
        if !field.is_selected().await.unwrap() {
            field.scroll_into_view().await.unwrap();
            field.click().await.unwrap();
        }
    }

    /// Ticks the option with this label within the group whose legend begins like this.
    ///
    /// # Panics
    /// Where it cannot be clicked.
    pub async fn tick_in(&self, legend: &str, option: &str) {
        let finder = "const [legend, option] = text.split('\\u0001');\
            const f = [...document.querySelectorAll('fieldset')].find(f => f.querySelector('legend') \
              && clean(f.querySelector('legend').textContent).startsWith(legend));\
            const l = f && [...f.querySelectorAll('label')].find(l => clean(l.textContent) === option);\
            return l && l.control;";
        let field = self
            .find("the option", finder, &format!("{legend}\u{1}{option}"))
            .await;
        field.scroll_into_view().await.unwrap();
        field.click().await.unwrap();
    }

    /// Presses the button, or follows the link, that reads like this.
    ///
    /// # Panics
    /// Where it cannot be pressed.
    pub async fn press(&self, text: &str) {
        let finder = "const all = [...document.querySelectorAll('button,a,summary')].filter(seen);\
            return all.find(e => clean(e.innerText) === text) \
              || all.find(e => clean(e.textContent) === text) \
              || all.find(e => clean(e.textContent).startsWith(text));";
        let button = self.find("the button or link", finder, text).await;
        button.scroll_into_view().await.unwrap();
        button.click().await.unwrap();
    }

    /// Waits for the page's question and answers it; gives the question.
    ///
    /// # Panics
    /// Where none is asked in time.
    pub async fn asked(&self, yes: bool) -> String {
        let start = Instant::now();
        loop {
            match self.driver.get_alert_text().await {
                Ok(question) => {
                    let answered = if yes {
                        self.driver.accept_alert().await
                    } else {
                        self.driver.dismiss_alert().await
                    };
                    answered.unwrap();
                    return question;
                }
                Err(error) if start.elapsed() > PATIENCE => panic!("no question: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    /// Whether a button or link reads like this now.
    pub async fn offers(&self, text: &str) -> bool {
        let script = "return [...document.querySelectorAll('button,a')].some(e => \
            e.getClientRects().length > 0 && e.textContent.replace(/\\s+/g, ' ').trim() === arguments[0])";
        self.script(script, vec![json!(text)]).await.as_bool() == Some(true)
    }

    /// Errors that the page put on the console.
    pub async fn problems(&self) -> Vec<String> {
        let value = self
            .driver
            .execute("return window.__problems || []", vec![])
            .await;
        let list = value
            .ok()
            .and_then(|it| it.json().as_array().cloned())
            .unwrap_or_default();
        list.iter()
            .filter_map(|it| it.as_str().map(ToOwned::to_owned))
            .collect()
    }

    /// Checks the page as it is: axe finds nothing, nothing overflows sideways, one main heading,
    /// no error on the console. `place` is told when it fails.
    ///
    /// # Panics
    /// Where axe finds something.
    pub async fn sound(&self, place: &str) {
        self.driver
            .execute(self.axe.as_str(), vec![])
            .await
            .unwrap();
        let script = "const done = arguments[arguments.length - 1];\
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })\
              .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))))\
              .catch(e => done(['axe: ' + e]));";
        let found = self.driver.execute_async(script, vec![]).await.unwrap();
        let found = found.json().as_array().cloned().unwrap_or_default();
        assert!(found.is_empty(), "axe at {place}:\n{}", json!(found));
        let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1";
        assert_eq!(
            self.script(wide, vec![]).await,
            json!(true),
            "{place} scrolls sideways"
        );
        let headings = "return document.querySelectorAll('h1').length";
        assert_eq!(
            self.script(headings, vec![]).await,
            json!(1),
            "{place}: one h1"
        );
        assert_eq!(
            self.problems().await,
            Vec::<String>::new(),
            "console at {place}"
        );
    }

    /// The same at the narrowest width that must work (WCAG 1.4.10) and at a desk's; ends at `1280`.
    /// Leaves pictures of both in the folder that `CONOCELES_SCREENSHOTS` names.
    pub async fn sound_at_both_widths(&self, place: &str) {
        if !self.looked_at {
            assert_eq!(
                self.problems().await,
                Vec::<String>::new(),
                "console at {place}"
            );
            return;
        }
        let folder = std::env::var_os("CONOCELES_SCREENSHOTS");
        for width in [320, 1280] {
            self.resize(width).await;
            self.sound(&format!("{place} ({width} px)")).await;
            if let Some(folder) = &folder {
                let name = place.replace(|it: char| !it.is_alphanumeric(), "-");
                self.picture(folder.as_ref(), &name).await;
            }
        }
    }

    /// Writes a picture of the whole page.
    async fn picture(&self, folder: &std::path::Path, name: &str) {
        let width = "return document.documentElement.clientWidth";
        let width = self.script(width, vec![]).await;
        let options = json!({ "format": "png", "captureBeyondViewport": true });
        let shot = self.tool("Page.captureScreenshot", options).await;
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(shot["data"].as_str().unwrap_or_default())
            .unwrap();
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(folder.join(format!("{name}-{width}.png")), bytes).unwrap();
    }

    /// Closes the window.
    ///
    /// # Panics
    /// Where chromedriver does not answer.
    pub async fn close(self) {
        self.driver.quit().await.unwrap();
    }
}
