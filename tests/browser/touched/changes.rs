//! What is done to a page while it is open: each a name and a script.

/// Every text of the page, but what says that it must not be translated, ends in ` [en]` from then
/// on, two elements deeper than it stood.
pub const TRANSLATED: (&str, &str) = (
    "translated",
    r"
    document.documentElement.lang = 'en';
    document.documentElement.classList.add('translated-ltr');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let it; (it = walker.nextNode()); ) {
        const around = it.parentElement;
        const kept = around.closest('script, style, textarea, noscript, [translate=no], .notranslate');
        if (it.data.trim() && !kept) texts.push(it);
    }
    for (const text of texts) {
        const inner = document.createElement('font');
        const outer = document.createElement('font');
        inner.textContent = text.data + ' [en]';
        outer.append(inner);
        text.replaceWith(outer);
    }",
);

/// As a translator that shows both languages: the original stays, the other stands beside it.
const BOTH_LANGUAGES: (&str, &str) = (
    "in both languages",
    r"
    for (const it of document.querySelectorAll('main h1, main h2, main p, main li, main dd, a, label')) {
        const beside = document.createElement('span');
        beside.className = 'immersive';
        beside.textContent = ' [en]';
        it.append(beside);
    }",
);

/// As password managers and spelling helpers do.
pub const AFTER_FIELDS: (&str, &str) = (
    "elements after fields",
    r"
    for (const it of document.querySelectorAll('input, select, textarea')) {
        const helper = document.createElement('com-helper');
        helper.setAttribute('data-helper', '');
        it.after(helper);
        it.before(document.createComment('helper'));
        it.setAttribute('data-helper-id', '1');
    }",
);

/// As telephones do with what looks like a number or a day.
pub const DETECTED: (&str, &str) = (
    "detected numbers",
    r"
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let it; (it = walker.nextNode()); ) {
        if (/\d/.test(it.data) && !it.parentElement.closest('script, a, textarea')) texts.push(it);
    }
    for (const text of texts) {
        const parts = text.data.split(/(\d[\d ,.:-]*)/);
        text.replaceWith(...parts.map(part => {
            if (!/\d/.test(part)) return part;
            const link = document.createElement('a');
            link.href = 'tel:' + part.replace(/\D/g, '');
            link.textContent = part;
            return link;
        }));
    }",
);

const WITHOUT_COMMENTS: (&str, &str) = (
    "without comments",
    r"
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
    const all = [];
    for (let it; (it = walker.nextNode()); ) all.push(it);
    for (const it of all) it.remove();",
);

const JOINED_TEXTS: (&str, &str) = (
    "joined texts",
    r"
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const all = [];
    for (let it; (it = walker.nextNode()); ) {
        if (!it.data.trim()) all.push(it);
    }
    for (const it of all) it.remove();
    document.body.normalize();",
);

const BANNER: (&str, &str) = (
    "a banner",
    r"
    const banner = document.createElement('div');
    banner.textContent = 'Red de la escuela';
    document.body.prepend(document.createElement('script'), banner);
    for (const it of document.querySelectorAll('main, main *:not(option):first-child')) {
        it.prepend(document.createElement('ins'));
    }",
);

const WRAPPED: (&str, &str) = (
    "wrapped and cut",
    r"
    const around = document.createElement('section');
    around.append(...document.body.childNodes);
    document.body.append(around);
    for (const it of document.querySelectorAll('.site-footer, svg, .folio, .loading-bar')) it.remove();",
);

/// The element that holds the page is no longer to be found.
const NAMELESS: (&str, &str) = (
    "without its root",
    r"document.querySelector('#app').replaceWith(...document.querySelector('#app').childNodes);",
);

/// Each kind of change.
pub const ALL: [(&str, &str); 9] = [
    TRANSLATED,
    BOTH_LANGUAGES,
    AFTER_FIELDS,
    DETECTED,
    WITHOUT_COMMENTS,
    JOINED_TEXTS,
    BANNER,
    WRAPPED,
    NAMELESS,
];
