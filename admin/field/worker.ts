import { sendReplies } from './store/replies.ts';
import { sendWaiting } from './store/sending.ts';

/** The files of this build, put here when it is made. */
declare const PRECACHED: readonly string[];

/** What a service worker is given; the compiler is told of pages only. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(): Promise<readonly { postMessage(message: string): void }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'sync', listen: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Fetching) => void): void;
}
const worker = self as unknown as Worker;

/** Files of a build are named after their content: the same names are the same build. */
const SHELF = `terrain ${PRECACHED.join(' ')}`;

worker.addEventListener('install', (event) =>
  event.waitUntil(
    caches
      .open(SHELF)
      .then((shelf) => shelf.addAll(PRECACHED.map(requestFor)))
      .then(() => worker.skipWaiting()),
  ),
);

/** A name that says its content needs no second download: the page has just loaded it. */
const requestFor = (name: string): Request =>
  new Request(new URL(name, worker.registration.scope), { cache: name.startsWith('assets/') ? 'default' : 'no-cache' });

worker.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELF).map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  ),
);

/** The app itself comes from the device; whatever else is asked for goes to the server, and is never kept. */
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(worker.registration.scope)) return;
  event.respondWith(fromShelf(request));
});

async function fromShelf(request: Request): Promise<Response> {
  const shelf = await caches.open(SHELF);
  const page = request.mode === 'navigate' ? await shelf.match(worker.registration.scope) : undefined;
  return page ?? (await shelf.match(request)) ?? fetch(request);
}

/** The network is back: a page that is open sends by itself; else what waits leaves from here. */
worker.addEventListener('sync', (event) =>
  event.waitUntil(
    worker.clients.matchAll().then(async (pages) => {
      for (const page of pages) page.postMessage('sync');
      if (pages.length > 0) return;
      await sendWaiting();
      await sendReplies();
    }),
  ),
);
