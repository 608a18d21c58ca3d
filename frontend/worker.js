// Keeps the desks' own files on the device, so that they open without a network. It answers for the
// page under /mesa and for its files, and never touches the API.

const KEPT = 'conoceles-desk';
const PAGE = '/mesa';
const USED = '/pkg/desk/part/';

let renewing;

// One at a time: an older page must not come after a newer one.
function renew() {
  renewing ??= fetchAll().finally(() => { renewing = undefined; });
  return renewing;
}

// The files of each part of the program, as the page names them.
function partsOf(page) {
  const lines = page.matchAll(/<meta name="part:(\w+)" content="([^"]*)"/g);
  return new Map([...lines].map(([, part, files]) => [USED + part, files.split(' ')]));
}

// Fetches the page, what it names, and of its parts those that were used on this device; drops what it no
// longer names. The desks put a part there, and that it was used, when they first load it.
async function fetchAll() {
  const page = await fetch(PAGE, { cache: 'no-store' });
  if (!page.ok) return;
  const text = await page.clone().text();
  const named = new Set(text.match(/\/pkg\/desk\/[\w.-]+/g));
  const wanted = new Set(named);
  const parts = partsOf(text);
  for (const file of [...parts.values()].flat()) wanted.delete(file);
  const kept = await caches.open(KEPT);
  for (const [used, files] of parts) {
    if (await kept.match(used)) files.forEach(file => wanted.add(file));
  }
  for (const file of wanted) {
    if (!(await kept.match(file))) await kept.add(file);
  }
  await kept.put(PAGE, page);
  for (const request of await kept.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== PAGE && !named.has(pathname) && !parts.has(pathname)) await kept.delete(request);
  }
}

async function open(event) {
  try {
    const page = await fetch(event.request);
    if (page.status >= 500) return (await caches.match(PAGE)) ?? page;
    event.waitUntil(renew());
    return page;
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

self.addEventListener('install', event => {
  self.skipWaiting();
  event.waitUntil(renew());
});

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && (pathname === PAGE || pathname.startsWith(`${PAGE}/`))) {
    event.respondWith(open(event));
  } else if (pathname.startsWith('/pkg/desk/')) {
    event.respondWith(file(request));
  }
});
