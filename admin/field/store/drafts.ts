import { type Content, emptyContent } from '../../../server/collect/content.rules.ts';
import { ask, codeOf, lastTrip, Refused } from '../net/ask.ts';
import { SaveDraft, StartAssignment, type Test } from '../net/field.graphql.ts';
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

/** Keeps a draft in the memory of the device, at once. */
export async function keepDraft(draft: LocalDraft): Promise<void> {
  change({ drafts: { ...now().drafts, [draft.assignmentId]: draft } });
  await (await memory()).put('draft', draft);
}

/** What is told of a test even once it is taken away. */
const aboutOf = ({ formId, structureName }: Test) => ({
  name: structureName,
  gridId: now().work?.forms.find(({ id }) => id === formId)?.gridId ?? '',
});

/** Writes something into a test: it is kept at each keystroke, and goes to the server when it can. */
export const typeInto = (test: Test, part: Partial<Content>): Promise<void> => {
  const draft = draftOf(test);
  const begun = draft.content.beganAt ?? new Date().toISOString();
  return keepDraft({ ...draft, ...aboutOf(test), dirty: true, content: { ...draft.content, beganAt: begun, ...part } });
};

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
      if (test.state === 'ASSIGNED') await ask(StartAssignment, { id: assignmentId });
      await save(draftOf(test));
    } catch (error) {
      // What one test is refused keeps no other from being saved; without a network none is.
      if (codeOf(error) === 'UNREACHABLE' || codeOf(error) === 'UNAUTHENTICATED') throw error;
    }
  }
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
    const { saveDraft } = await ask(SaveDraft, { input: said });
    const latest = draftOf({ id: assignmentId });
    await keepDraft({ ...latest, revision: saveDraft.revision, dirty: latest.content !== content });
    change({ skew: saveDraft.skew });
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'DRAFT_STALE') throw error;
    const latest = draftOf({ id: assignmentId });
    const rival = error.details as unknown as LocalDraft['rival'];
    // Without a text of another device, the server has forgotten the test: it begins anew there.
    await keepDraft(rival?.content ? { ...latest, rival } : { ...latest, revision: 0 });
  }
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
