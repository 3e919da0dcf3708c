import { memory } from './db.ts';
import { change } from './state.ts';
import { readSendings, sync } from './sync.ts';

/** Reads the memory of the device, then listens for what says that the server may be there again. */
export async function wake(): Promise<void> {
  const db = await memory();
  const { me = null, work = null, briefings = {} } = (await db.get('kept', 'all')) ?? {};
  await remember(me?.id ?? '');
  change({ me, work, briefings, awake: true });
  await readSendings();
  if (import.meta.env.PROD) void navigator.serviceWorker?.register('./worker.js', { scope: './' }).catch(() => {});
  void navigator.storage?.persist?.().catch(() => {});
  for (const said of ['online', 'focus', 'pageshow']) addEventListener(said, () => void sync());
  addEventListener('offline', () => change({ online: false }));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void sync());
  navigator.serviceWorker?.addEventListener('message', () => void sync());
  setInterval(() => void sync(), EVERY);
  await sync();
}

/** Milliseconds between two attempts while the page is open. */
const EVERY = 20_000;

/** What one person typed on this device. */
export async function remember(accountId: string): Promise<void> {
  const db = await memory();
  const [drafts, exhibits] = await Promise.all([db.getAll('draft'), db.getAll('exhibit')]);
  const own = drafts.filter((draft) => draft.accountId === accountId);
  change({
    drafts: Object.fromEntries(own.map((draft) => [draft.assignmentId, draft])),
    exhibits: exhibits.filter((exhibit) => exhibit.accountId === accountId),
  });
}
