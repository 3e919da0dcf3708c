import { type Content, emptyContent } from '../../../server/collect/content.rules.ts';
import { canonical, type Json } from '../../../server/kernel/canonical.rules.ts';
import { ask, codeOf, lastTrip, Refused } from '../net/ask.ts';
import { SaveDraft, StartAssignment, type Test } from '../net/field.graphql.ts';
import { forgetAhead, keyOf, leftAhead, noteAhead } from './ahead.ts';
import { type LocalDraft, memory } from './db.ts';
import { deviceName } from './device.ts';
import { change, now } from './state.ts';

/** What was typed in a test on this device; empty before. */
export const draftOf = (test: Pick<Test, 'id'>): LocalDraft =>
  now().drafts[test.id] ?? {
    ...{ assignmentId: test.id, accountId: now().me?.id ?? '', content: emptyContent, revision: 0 },
    ...{ name: '', gridId: '' },
    ...{ dirty: false, rival: null, others: [] },
  };

/** Drafts that wait for the memory of the device, the latest of each. */
const unwritten = new Map<string, LocalDraft>();
let writing: Promise<void> | null = null;

/** Keeps a draft on the device, at once; done when its memory has it, or has no room: it stays noted ahead then. */
export function keepDraft(draft: LocalDraft): Promise<void> {
  change({ drafts: { ...now().drafts, [draft.assignmentId]: draft } });
  noteAhead(draft);
  unwritten.set(keyOf(draft), draft);
  return written();
}

/** Writes what a page that was killed had noted and not written; answers what the memory still has no room for. */
export async function writeLeft(): Promise<LocalDraft[]> {
  for (const draft of leftAhead()) if (!unwritten.has(keyOf(draft))) unwritten.set(keyOf(draft), draft);
  await written();
  return leftAhead();
}

/** Done when the memory of the device has all that was typed, or has no room for it. */
export const written = (): Promise<void> => (writing ??= writeAll());

async function writeAll(): Promise<void> {
  try {
    const db = await memory();
    for (let [next] = unwritten.values(); next; [next] = unwritten.values()) {
      await db.put('draft', next);
      if (unwritten.get(keyOf(next)) !== next) continue; // typed in meanwhile: what came after is written in turn
      unwritten.delete(keyOf(next));
      forgetAhead(next);
    }
    if (now().full) change({ full: false });
  } catch {
    change({ full: true });
  } finally {
    writing = null;
  }
}

/** What is told of a test even once it is taken away. */
const aboutOf = ({ formId, structureName }: Test) => ({
  name: structureName,
  gridId: now().work?.forms.find(({ id }) => id === formId)?.gridId ?? '',
});

/** Writes something into a test: it is kept at each keystroke, and goes to the server at the next pause. */
export const typeInto = (test: Test, part: Partial<Content>): Promise<void> => {
  const draft = draftOf(test);
  const begun = draft.content.beganAt ?? new Date().toISOString();
  const content = { ...draft.content, beganAt: begun, ...part };
  const kept = keepDraft({ ...draft, ...aboutOf(test), dirty: true, content });
  dispatchEvent(new Event(TYPED));
  return kept;
};

/** What the page is told when something was typed. */
export const TYPED = 'typed';

/** Says which of two texts goes on; the other one stays beside it. */
export function choose(test: Test, which: 'HERE' | 'THERE'): Promise<void> {
  const draft = draftOf(test);
  const { rival, content } = draft;
  if (!rival) return Promise.resolve();
  const { revision, ...there } = rival;
  const here = { content, device: deviceName(), savedAt: new Date().toISOString() };
  const chosen = which === 'HERE' ? { content, dirty: true } : { content: there.content, dirty: false };
  return keepDraft({
    ...draft,
    ...chosen,
    revision,
    rival: null,
    others: [...draft.others, which === 'HERE' ? there : here],
  });
}

/** Takes up again a text that was not taken; the one in its place stays beside it. */
export function takeUp(test: Test, place: number): Promise<void> {
  const draft = draftOf(test);
  const taken = draft.others[place];
  if (!taken) return Promise.resolve();
  const here = { content: draft.content, device: deviceName(), savedAt: new Date().toISOString() };
  const others = draft.others.map((other, i) => (i === place ? here : other));
  return keepDraft({ ...draft, content: taken.content, dirty: true, others });
}

/** Brings to the server the drafts it does not have. A test is under way from the first one on. */
export async function saveDrafts(): Promise<void> {
  const { drafts, work } = now();
  for (const { assignmentId } of Object.values(drafts).filter(({ dirty, rival }) => dirty && !rival)) {
    const test = work?.tests.find(({ id }) => id === assignmentId);
    if (!test || test.state === 'SUBMITTED' || test.state === 'WITHDRAWN') continue;
    try {
      if (test.state === 'ASSIGNED') await start(assignmentId);
      await save(draftOf(test));
    } catch (error) {
      // What one test is refused keeps no other from being saved; without a network none is.
      if (codeOf(error) === 'UNREACHABLE' || codeOf(error) === 'UNAUTHENTICATED') throw error;
    }
  }
}

async function start(id: string): Promise<void> {
  const { startAssignment } = await ask(StartAssignment, { id });
  const { work } = now();
  if (work) change({ work: { ...work, tests: work.tests.map((each) => (each.id === id ? startAssignment : each)) } });
}

async function save(draft: LocalDraft): Promise<void> {
  const { assignmentId, revision, content } = draft;
  const sentAt = new Date().toISOString();
  const said = {
    assignmentId,
    revision,
    content: content as never,
    device: deviceName(),
    roundTrip: lastTrip.ms,
    sentAt,
  };
  try {
    // Asked before anything is waited for: the page may be closing.
    const [{ saveDraft }] = await Promise.all([ask(SaveDraft, { input: said }), noteTried(assignmentId, content)]);
    const latest = draftOf({ id: assignmentId });
    await keepDraft({ ...latest, revision: saveDraft.revision, dirty: latest.content !== content, tried: [] });
    change({ skew: saveDraft.skew });
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'DRAFT_STALE') throw error;
    const rival = error.details as unknown as LocalDraft['rival'];
    const own = rival?.content && draft.tried?.includes(await markOf(rival.content));
    const latest = draftOf({ id: assignmentId });
    if (own) {
      await keepDraft({ ...latest, revision: rival.revision });
      return save(draftOf({ id: assignmentId }));
    }
    // Without a text of another device, the server has forgotten the test: it begins anew there.
    await keepDraft(rival?.content ? { ...latest, rival } : { ...latest, revision: 0 });
  }
}

/** How many texts without an answer are remembered. */
const MOST_TRIED = 100;

/** Remembers what is being sent: its answer may be lost on the way, and the server have it all the same. */
async function noteTried(id: string, content: Content): Promise<void> {
  const mark = await markOf(content);
  const latest = draftOf({ id });
  await keepDraft({ ...latest, tried: [...(latest.tried ?? []), mark].slice(-MOST_TRIED) });
}

/** What tells one text from another: the same on this device and as the server tells it back. */
async function markOf(content: Content): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(content as unknown as Json));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Takes in what other devices saved, where nothing was typed here since. */
export async function takeInDrafts(tests: readonly Test[]): Promise<void> {
  for (const test of tests) {
    const { id, draft } = test;
    const here = now().drafts[id];
    if (!draft || (here && (here.dirty || here.rival || here.revision >= draft.revision))) continue;
    const { revision, content } = draft;
    await keepDraft({
      ...draftOf({ id }),
      ...aboutOf(test),
      revision,
      content: { ...emptyContent, ...(content as Partial<Content>) },
    });
  }
}
