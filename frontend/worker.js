// Keeps the desks' own files on the device, so that they open without a network. It answers for the
// page under /mesa and for its files, and never touches the API.

const KEPT = 'conoceles-desk';
const PAGE = '/mesa';

let renewing;

// One at a time: an older page must not come after a newer one.
function renew() {
  renewing ??= fetchAll().finally(() => { renewing = undefined; });
  return renewing;
}

// Fetches the page and what it names, and drops what it no longer names.
async function fetchAll() {
  const page = await fetch(PAGE, { cache: 'no-store' });
  if (!page.ok) return;
  const files = new Set((await page.clone().text()).match(/\/pkg\/desk\/[\w.-]+/g));
  const kept = await caches.open(KEPT);
  for (const file of files) {
    if (!(await kept.match(file))) await kept.add(file);
  }
  await kept.put(PAGE, page);
  for (const request of await kept.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== PAGE && !files.has(pathname)) await kept.delete(request);
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
