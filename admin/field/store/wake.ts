import { memory } from './db.ts';
import { TYPED, writeLeft, written } from './drafts.ts';
import { change, now } from './state.ts';
import { readOutgoing, sync } from './sync.ts';

/** Reads the memory of the device, then listens for what says that the server may be there again. */
export async function wake(): Promise<void> {
  const db = await memory();
  const { me = null, work = null, briefings = {}, ...more } = (await db.get('kept', 'all')) ?? {};
  await remember(me?.id ?? '');
  change({ me, work, briefings, ...more, awake: true });
  await readOutgoing();
  if (import.meta.env.PROD) void navigator.serviceWorker?.register('./worker.js', { scope: './' }).catch(() => {});
  void navigator.storage?.persist?.().catch(() => {});
  for (const said of ['online', 'focus', 'pageshow']) addEventListener(said, () => void sync());
  addEventListener('offline', () => change({ online: false }));
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? comeBack() : leave()));
  addEventListener('pagehide', leave);
  addEventListener(TYPED, atPauses(PAUSE, leave));
  navigator.serviceWorker?.addEventListener('message', () => void sync());
  setInterval(() => void sync(), EVERY);
  await sync();
}

/** Milliseconds between two attempts while the page is open. */
const EVERY = 20_000;

/** Milliseconds without a keystroke after which what was typed leaves. */
const PAUSE = 2_000;

/** Does something once nothing has happened for a while. */
function atPauses(ms: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  };
}

/** What was typed goes to the server before the page is left, or closed for good. */
function leave(): void {
  if (Object.values(now().drafts).some(({ dirty }) => dirty)) void sync('TYPED');
}

/** Another page of this device may have been typed in meanwhile: its words are taken up before any is added. */
async function comeBack(): Promise<void> {
  await remember(now().me?.id ?? '');
  await sync();
}

/** What one person typed on this device. */
export async function remember(accountId: string): Promise<void> {
  await written();
  const before = now().drafts;
  const db = await memory();
  const ahead = await writeLeft();
  const [drafts, exhibits] = await Promise.all([db.getAll('draft'), db.getAll('exhibit')]);
  if (now().drafts !== before) return; // typed in meanwhile: what is here is the latest
  const own = [...drafts, ...ahead].filter((draft) => draft.accountId === accountId);
  change({
    drafts: Object.fromEntries(own.map((draft) => [draft.assignmentId, draft])),
    exhibits: exhibits.filter((exhibit) => exhibit.accountId === accountId),
  });
}
