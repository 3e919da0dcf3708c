import { ask, codeOf } from '../net/ask.ts';
import { Briefing, MyFieldwork, type Test } from '../net/field.graphql.ts';
import { type LocalDraft, type Me, memory, type Sending } from './db.ts';
import { draftOf, saveDrafts, takeInDrafts } from './drafts.ts';
import { sendExhibits } from './exhibits.ts';
import { sendWaiting } from './sending.ts';
import { change, now } from './state.ts';

/** What is brought to the server: all there is, or what was typed alone, in one short exchange. */
type Reach = 'ALL' | 'TYPED';

let under: Promise<void> | null = null;
let next: Reach | null = null;

/** Brings this device and the server to the same: once at a time, and once more when asked meanwhile. */
export function sync(reach: Reach = 'ALL'): Promise<void> {
  if (under) {
    next = next === 'ALL' ? next : reach;
    return under;
  }
  under = run(reach).finally(() => {
    under = null;
    const waiting = next;
    next = null;
    if (waiting) void sync(waiting);
  });
  return under;
}

async function run(reach: Reach): Promise<void> {
  if (!now().me) return;
  change({ syncing: true });
  try {
    if (reach === 'ALL') await sendWaiting().finally(readSendings);
    await saveDrafts();
    if (reach === 'ALL') {
      await sendExhibits();
      await fetchWork();
    }
    change({ online: true, locked: null });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'UNREACHABLE') change({ online: false });
    else change({ online: true, locked: code });
  } finally {
    change({ syncing: false });
  }
}

/** What was sent and what became of it, as the memory has it: the worker writes there too. */
export async function readSendings(): Promise<void> {
  const all = await (await memory()).getAll('sending');
  change({ sendings: all.filter(({ accountId }) => accountId === now().me?.id) });
}

/** Asks for one's tests anew, and keeps them. */
export async function fetchWork(): Promise<Me> {
  const { me, myFieldwork: work } = await ask(MyFieldwork, {});
  change({ me: { id: me.id, name: me.name }, work });
  await fetchBriefings();
  await takeInDrafts(work.tests);
  return me;
}

/** Asks for the briefings of the editions one tests in, and keeps them with the tests. */
export async function fetchBriefings(): Promise<void> {
  const { me, work } = now();
  const editions = [...new Set(work?.tests.map(({ editionId }) => editionId))];
  const asked = await Promise.all(editions.map((editionId) => ask(Briefing, { editionId })));
  const briefings = Object.fromEntries(
    editions.flatMap((editionId, i) => {
      const briefing = asked[i]?.briefing;
      return briefing ? [[editionId, briefing]] : [];
    }),
  );
  change({ briefings });
  await (await memory()).put('kept', { me, work, briefings }, 'all');
}

/** Puts a test on its way. It leaves at once, or when it can; its text stays here in any case. */
export const send = (test: Test, gridId: string): Promise<void> =>
  putOnItsWay({ assignmentId: test.id, gridId, name: test.structureName, content: draftOf(test).content });

/** Sends what was typed in a test that is no longer one's own: the server keeps it, and staff say what becomes of it. */
export const sendOrphan = ({ assignmentId, gridId, name, content }: LocalDraft): Promise<void> =>
  putOnItsWay({ assignmentId, gridId, name, content });

async function putOnItsWay(said: Pick<Sending, 'assignmentId' | 'gridId' | 'name' | 'content'>): Promise<void> {
  const own = { key: crypto.randomUUID(), accountId: now().me?.id ?? '', createdAt: new Date().toISOString() };
  await (await memory()).put('sending', { ...own, ...said, receipt: null, refusal: null });
  await readSendings();
  await askForLater();
  void sync();
}

/** Asks the browser to wake the worker when the network is back, even once the page is closed; not all can. */
async function askForLater(): Promise<void> {
  const worker = (await navigator.serviceWorker?.getRegistration()) as
    | { sync?: { register(tag: string): Promise<void> } }
    | undefined;
  await worker?.sync?.register('send').catch(() => {});
}
