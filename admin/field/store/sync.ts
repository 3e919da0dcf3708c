import { ask, codeOf } from '../net/ask.ts';
import { MyFieldwork, OwnEdition, OwnQuestions, type Test } from '../net/field.graphql.ts';
import { type Kept, type LocalDraft, type Me, memory, type Sending } from './db.ts';
import { draftOf, saveDrafts, takeInDrafts, written } from './drafts.ts';
import { sendExhibits } from './exhibits.ts';
import { sendReplies } from './replies.ts';
import { sendWaiting, sent } from './sending.ts';
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
    if (now().full) await written(); // there may be room again
    if (reach === 'ALL') await sendAll().finally(readOutgoing);
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

async function sendAll(): Promise<void> {
  await sendWaiting();
  await sendReplies();
}

/** What was sent and what became of it, as the memory has it: the worker writes there too. */
export async function readOutgoing(): Promise<void> {
  const db = await memory();
  const [sendings, replies] = await Promise.all([db.getAll('sending'), db.getAll('reply')]);
  const own = <Each extends { readonly accountId: string }>(all: readonly Each[]) =>
    all.filter(({ accountId }) => accountId === now().me?.id);
  change({ sendings: own(sendings), replies: own(replies) });
}

/** Asks for one's tests anew, and keeps them. */
export async function fetchWork(): Promise<Me> {
  const { me, myFieldwork: work } = await ask(MyFieldwork, {});
  await keep({ me: { id: me.id, name: me.name }, work });
  await fetchBeside();
  await takeInDrafts(work.tests);
  return me;
}

/** Asks for what is read beside the tests, and keeps it with them: briefings, questions, how one's own work stands. */
export async function fetchBeside(): Promise<void> {
  const { work } = now();
  const editions = [...new Set(work?.tests.map(({ editionId }) => editionId))];
  const [{ questions }, ...asked] = await Promise.all([
    ask(OwnQuestions, {}),
    ...editions.map((editionId) => ask(OwnEdition, { editionId })),
  ]);
  const said = editions.flatMap((id, i) => (asked[i] ? [[id, asked[i]] as const] : []));
  await keep({
    briefings: Object.fromEntries(said.flatMap(([id, { briefing }]) => (briefing ? [[id, briefing]] : []))),
    qualities: Object.fromEntries(said.map(([id, { myQuality }]) => [id, myQuality])),
    questions: questions.items,
  });
}

/** Keeps what the server told, then shows it: a network that is cut once it is seen takes nothing of it back. */
async function keep(told: Partial<Kept>): Promise<void> {
  const { me, work, briefings, qualities, questions } = { ...now(), ...told };
  const db = await memory();
  // Without room, what was kept before stays: the page goes on with what it has just read.
  const kept = await db.put('kept', { me, work, briefings, qualities, questions }, 'all').catch(() => null);
  change({ ...told, ...(kept === null && { full: true }) });
}

/** Puts a test on its way. It leaves at once, or when it can; its text stays here in any case. */
export const send = (test: Test, gridId: string): Promise<void> =>
  putOnItsWay({ assignmentId: test.id, gridId, name: test.structureName, content: draftOf(test).content });

/** Sends what was typed in a test that is no longer one's own: the server keeps it, and staff say what becomes of it. */
export const sendOrphan = ({ assignmentId, gridId, name, content }: LocalDraft): Promise<void> =>
  putOnItsWay({ assignmentId, gridId, name, content });

async function putOnItsWay(said: Pick<Sending, 'assignmentId' | 'gridId' | 'name' | 'content'>): Promise<void> {
  const own = { key: crypto.randomUUID(), accountId: now().me?.id ?? '', createdAt: new Date().toISOString() };
  const sending: Sending = { ...own, ...said, receipt: null, refusal: null };
  const kept = await (await memory()).put('sending', sending).catch(() => null);
  if (kept === null) return sendUnkept(sending);
  await leaveSoon();
}

/** Sends what the memory of the device has no room for, from the page; without a network it stays in its form, and one is told. */
async function sendUnkept(sending: Sending): Promise<void> {
  change({ full: true });
  const told = await sent(sending);
  change({ sendings: [...now().sendings, told] });
  void sync();
}

/** Answers a question of whoever controls: at once, or when it can; its text stays here in any case. */
export async function reply(questionId: string, text: string): Promise<void> {
  const own = { accountId: now().me?.id ?? '', createdAt: new Date().toISOString() };
  const db = await memory();
  await db.put('reply', { questionId, text, ...own, sent: false, refusal: null }).catch((error: unknown) => {
    change({ full: true });
    throw error;
  });
  await leaveSoon();
}

async function leaveSoon(): Promise<void> {
  await readOutgoing();
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
