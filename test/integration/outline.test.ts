import { beforeEach, describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { configuration } from '../support/sample.ts';

const office = await makeBackOffice('outline');
const { ask, done, sql } = office;
const { id: editionId } = await makeEdition(office, 'PREPARATION');

interface Part {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly label: string;
  readonly weight: string | null;
}
interface Criterion extends Part {
  readonly step: { readonly code: string };
  readonly clauses: readonly { readonly id: string; readonly number: number }[];
}
interface Sheet {
  readonly id: string;
  readonly steps: readonly Part[];
  readonly channels: readonly (Part & { readonly criteria: readonly Criterion[] })[];
}
const SHEET = `{ id steps { id version code label weight } channels { id version code label weight
  criteria { id version code label weight step { code } clauses { id number } } } }`;
const sheet = async (): Promise<Sheet> =>
  (await done<{ items: Sheet[] }>(`query ($id: ID!) { grids(editionId: $id) { items ${SHEET} } }`, { id: editionId }))
    .items[0] as Sheet;
const file = async () => done<object>('query ($id: ID!) { gridConfiguration(id: $id) }', { id: (await sheet()).id });
const codes = async (channel: string) =>
  (await sheet()).channels.find(({ code }) => code === channel)?.criteria.map(({ code }) => code);
const partOf = ({ channels, steps }: Sheet, code: string): Part => {
  const all: Part[] = [...channels, ...channels.flatMap(({ criteria }) => criteria), ...steps];
  const found = all.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
};
const find = async (code: string): Promise<Part> => partOf(await sheet(), code);
const asRead = async (...all: string[]) =>
  Promise.all(all.map((code) => find(code).then(({ id, version }) => ({ id, version }))));
const place = async (channel: string, step: string, after?: string) => ({
  ...{
    channelId: (await find(channel)).id,
    stepId: (await find(step)).id,
    afterId: after ? (await find(after)).id : null,
  },
});

const operations = {
  createCriterion: '($place: CriterionPlace!, $input: NewCriterion!) { createCriterion(place: $place, input: $input)',
  duplicateCriteria: '($ids: [ID!]!) { duplicateCriteria(ids: $ids)',
  moveCriteria:
    '($criteria: [ReadRecord!]!, $place: CriterionPlace!) { moveCriteria(criteria: $criteria, place: $place)',
  updateCriteria:
    '($criteria: [ReadRecord!]!, $input: CriteriaInput!) { updateCriteria(criteria: $criteria, input: $input)',
  removeCriteria: '($criteria: [ReadRecord!]!) { removeCriteria(criteria: $criteria)',
  createChannel:
    '($gridId: ID!, $input: NewChannel!, $afterId: ID) { createChannel(gridId: $gridId, input: $input, afterId: $afterId)',
  updateChannels:
    '($channels: [ReadRecord!]!, $input: ChannelInput!) { updateChannels(channels: $channels, input: $input)',
  moveChannel: '($channel: ReadRecord!, $afterId: ID) { moveChannel(channel: $channel, afterId: $afterId)',
  removeChannel: '($channel: ReadRecord!) { removeChannel(channel: $channel)',
  createStep:
    '($gridId: ID!, $input: StepInput!, $afterId: ID) { createStep(gridId: $gridId, input: $input, afterId: $afterId)',
  updateStep: '($step: ReadRecord!, $input: StepInput!) { updateStep(step: $step, input: $input)',
  moveStep: '($step: ReadRecord!, $afterId: ID) { moveStep(step: $step, afterId: $afterId)',
  removeStep: '($step: ReadRecord!, $intoId: ID) { removeStep(step: $step, intoId: $intoId)',
} as const;
type Operation = keyof typeof operations;
const act = (operation: Operation, variables: object, asker: 'MANAGER' | 'CONTROLLER' | null = 'MANAGER') =>
  ask(asker, `mutation ${operations[operation]} ${SHEET} }`, variables);
/** What each operation takes, on the grid as it stands. */
const sample = async (): Promise<Record<Operation, object>> => {
  const grid = await sheet();
  const read = (code: string) => ({ id: partOf(grid, code).id, version: partOf(grid, code).version });
  const at = (channel: string, step: string) => ({
    ...{ channelId: partOf(grid, channel).id, stepId: partOf(grid, step).id, afterId: null },
  });
  const [connected, channel, step] = ['phone.connected', 'EMAIL', 'access'].map(read);
  const gridId = grid.id;
  const answer = partOf(grid, 'answer').id;
  const criterion = { label: 'Menu vocal clair', kind: 'YES_NO' };
  return {
    createCriterion: { place: at('PHONE', 'access'), input: criterion },
    duplicateCriteria: { ids: [connected?.id] },
    moveCriteria: { criteria: [connected], place: at('PHONE', 'answer') },
    updateCriteria: { criteria: [connected], input: { weight: '3' } },
    removeCriteria: { criteria: [connected] },
    createChannel: { gridId, input: { code: 'LETTER', label: 'Courrier', weight: '1', stepId: answer, criterion } },
    updateChannels: { channels: [channel], input: { weight: '2' } },
    moveChannel: { channel, afterId: null },
    removeChannel: { channel: read('RECEPTION') },
    createStep: { gridId, input: { label: 'Réclamer' } },
    updateStep: { step, input: { label: 'Joindre' } },
    moveStep: { step, afterId: answer },
    removeStep: { step, intoId: answer },
  };
};
const every = Object.keys(operations) as Operation[];
/** The act of the change that was just made. */
const lastAct = async () => (await sql<{ act: string }>('select max(act) as act from change'))[0]?.act;
const undo = (given: unknown) =>
  ask('MANAGER', 'mutation ($act: ID!) { undoAct(act: $act) { byAct } }', { act: given });
/** The sample grid, without the indicator that would keep the reception. */
const start = () => {
  const grid = configuration();
  return { ...grid, indicators: grid.indicators.filter(({ rule }) => rule.type === 'STRUCTURES') };
};

beforeEach(async () => {
  await done(verbs.configure, { id: editionId, grid: start() });
});

test('nothing of the outline moves for those who are not staff', async () => {
  const before = await sheet();
  const variables = await sample();
  for (const operation of every) {
    expect((await act(operation, variables[operation], null)).refusals, operation).toEqual(['UNAUTHENTICATED']);
    expect((await act(operation, variables[operation], 'CONTROLLER')).refusals, operation).toEqual(['FORBIDDEN']);
  }
  expect(await sheet()).toEqual(before);
});

test('each change is undone whole: the grid is what it was, clauses included; redone, it is what it had become', async () => {
  const before = await file();
  for (const operation of every) {
    expect((await act(operation, (await sample())[operation])).refusals, operation).toEqual([]);
    const after = await file();
    expect(after, operation).not.toEqual(before);
    for (const state of [before, after, before]) {
      expect((await undo(await lastAct())).refusals, operation).toEqual([]);
      expect(await file(), operation).toEqual(state);
    }
  }
}, 60_000);

describe('criteria', () => {
  test('a new one has a code of its own, the usual scale of its kind, and stands where it was put', async () => {
    const input = { label: 'Délai d’attente annoncé', kind: 'DURATION' };
    await act('createCriterion', { place: await place('PHONE', 'access', 'phone.connected'), input });
    await act('createCriterion', { place: await place('PHONE', 'answer'), input });
    expect(await codes('PHONE')).toEqual([
      ...['phone.connected', 'phone.access.delai-d-attente-annonce', 'phone.connected.rings'],
      ...['phone.answer.delai-d-attente-annonce', 'phone.courtesy'],
    ]);
  });

  test('several move together, to another step and another channel, and no order is lost', async () => {
    const criteria = await asRead('email.tone', 'phone.courtesy');
    const moved = await act('moveCriteria', { criteria, place: await place('EMAIL', 'answer', 'email.answered') });
    expect(moved.refusals).toEqual([]);
    expect(await codes('EMAIL')).toEqual(['email.answered', 'phone.courtesy', 'email.tone', 'email.delay']);
    expect(await codes('PHONE')).toEqual(['phone.connected', 'phone.connected.rings']);
    const places = await sql<{ n: number }>(
      `select count(distinct k.position)::int - count(*)::int as n from criterion k join channel c on c.id = k.channel_id group by c.id`,
    );
    expect(places.every(({ n }) => n === 0)).toBe(true);
  });

  test('a copy says all that its original says, clauses included, under another code', async () => {
    await act('duplicateCriteria', { ids: [(await find('phone.connected')).id] });
    expect(await codes('PHONE')).toEqual([
      ...['phone.connected', 'phone.connected-2', 'phone.connected.rings', 'phone.courtesy'],
    ]);
    const copy = (await find('phone.connected-2')) as Criterion;
    expect(copy.clauses.map(({ number }) => number).sort()).toEqual([1, 3]);
  });

  test('several are corrected alike, all or none: one that another has changed, and nothing is written', async () => {
    const criteria = await asRead('phone.connected', 'email.answered');
    const all = { whenNotOffered: 'RENORMALISE', weight: '7', stepId: (await find('answer')).id };
    expect((await act('updateCriteria', { criteria, input: all })).refusals).toEqual([]);
    expect(await find('email.answered')).toMatchObject({ weight: '7', step: { code: 'answer' } });
    const before = await sheet();
    expect((await act('updateCriteria', { criteria, input: { weight: '8' } })).refusals).toEqual(['STALE']);
    const latest = await asRead('phone.connected', 'phone.courtesy');
    const wrong = await act('updateCriteria', {
      criteria: latest,
      input: { scale: { type: 'YES_NO', yes: '1', no: '0' } },
    });
    expect(wrong).toMatchObject({ refusals: ['GRID_INVALID'] });
    expect(await sheet()).toEqual(before);
  });

  test('one serves clauses of several frames, each in its version; whoever read it before is told', async () => {
    const { items } = await done<{
      items: { code: string; release: string; clauses: { id: string; number: number }[] }[];
    }>('{ frames(perPage: 100) { items { code release clauses { id number } } } }');
    const clause = (code: string, release: string, number: number) =>
      items
        .find((each) => each.code === code && each.release === release)
        ?.clauses.find((each) => each.number === number)?.id;
    const clauseIds = [
      clause('SERVICES_PUBLICS_PLUS', 'v1-2021', 5),
      clause('SERVICES_PUBLICS_PLUS', 'v2-2023', 4),
      clause('MARIANNE', 'V2-2008', 3),
      clause('LEGAL', 'F2547', 1),
    ];
    const criteria = await asRead('email.delay');
    expect((await act('updateCriteria', { criteria, input: { clauseIds } })).refusals).toEqual([]);
    expect(((await find('email.delay')) as Criterion).clauses).toHaveLength(4);
    expect((await act('updateCriteria', { criteria, input: { clauseIds: [] } })).refusals).toEqual(['STALE']);
    const both = await asRead('email.delay', 'email.tone');
    const input = { addClauseIds: [clauseIds[1]], removeClauseIds: [clauseIds[0]] };
    await act('updateCriteria', { criteria: both, input });
    expect(((await find('email.delay')) as Criterion).clauses).toHaveLength(3);
    expect(((await find('email.tone')) as Criterion).clauses).toHaveLength(1);
  });

  test('removing what others rest on, or the last that weighs, is refused with the place, told by a code', async () => {
    const [rings] = await asRead('phone.connected.rings');
    const conditions = [{ criterion: 'phone.connected', in: ['1'] }];
    await act('updateCriteria', { criteria: [rings], input: { conditions } });
    const before = await sheet();
    expect(await act('removeCriteria', { criteria: await asRead('phone.connected') })).toMatchObject({
      refusals: ['GRID_INVALID'],
      details: [
        { told: [{ code: 'CONDITION_UNKNOWN', criterion: 'phone.connected.rings', about: { on: 'phone.connected' } }] },
      ],
    });
    expect(
      await act('removeCriteria', { criteria: await asRead('reception.welcome', 'reception.signs') }),
    ).toMatchObject({
      details: [{ told: [{ code: 'CHANNEL_EMPTY', channel: 'RECEPTION' }] }],
    });
    expect(await sheet()).toEqual(before);
  });

  test('of five that remove the same criterion at once, one does; the others are told', async () => {
    const criteria = await asRead('phone.courtesy');
    const answers = await Promise.all(Array.from({ length: 5 }, () => act('removeCriteria', { criteria })));
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual(['STALE', 'STALE', 'STALE', 'STALE']);
  });

  test('an identifier of another grid, or of none, is not found', async () => {
    const nobody = { id: '00000000-0000-4000-8000-000000000000', version: 1 };
    expect((await act('removeCriteria', { criteria: [] })).refusals).toEqual(['NOT_FOUND']);
    expect((await act('removeCriteria', { criteria: [nobody] })).refusals).toEqual(['STALE']);
  });
});

describe('channels and steps', () => {
  test('a channel comes with a first criterion, and cannot come twice', async () => {
    const { createChannel } = await sample();
    expect((await act('createChannel', createChannel)).refusals).toEqual([]);
    expect((await sheet()).channels.map(({ code }) => code)).toEqual(['PHONE', 'EMAIL', 'RECEPTION', 'LETTER']);
    expect(await codes('LETTER')).toEqual(['letter.answer.menu-vocal-clair']);
    expect(await act('createChannel', createChannel)).toMatchObject({
      refusals: ['GRID_INVALID'],
      details: [{ told: expect.arrayContaining([expect.objectContaining({ code: 'CHANNEL_TWICE' })]) }],
    });
  });

  test('steps change places, and the forms follow them', async () => {
    await act('moveStep', { step: (await asRead('answer'))[0], afterId: null });
    expect((await sheet()).steps.map(({ code }) => code)).toEqual(['answer', 'access']);
    expect(await codes('PHONE')).toEqual(['phone.courtesy', 'phone.connected', 'phone.connected.rings']);
  });

  test('a step that has criteria is not removed without saying where they go', async () => {
    const step = (await asRead('access'))[0];
    expect((await act('removeStep', { step })).refusals).toEqual(['STEP_IN_USE']);
    expect((await act('removeStep', { step, intoId: (await find('answer')).id })).refusals).toEqual([]);
    expect((await sheet()).steps.map(({ code }) => code)).toEqual(['answer']);
    expect((await find('phone.connected')) as Criterion).toMatchObject({ step: { code: 'answer' } });
  });

  test('the wrong weight of a channel is told by a code, with its field', async () => {
    const channels = await asRead('EMAIL');
    expect(await act('updateChannels', { channels, input: { weight: '-1' } })).toMatchObject({
      details: [{ told: [{ code: 'WEIGHT_SHAPE', channel: 'EMAIL', field: 'weight' }] }],
    });
  });
});

test('a frame is recorded once a version; told again, it gets the clauses it lacks', async () => {
  const record = (clauses: object[]) =>
    done<{ clauses: { number: number; label: string }[] }>(
      'mutation ($input: FrameInput!) { recordFrame(input: $input) { clauses { number label } } }',
      { input: { code: 'MAISON', release: 'v1', label: 'Charte de la maison', clauses } },
    );
  const one = { number: 1, label: 'Décrocher' };
  expect((await record([one])).clauses).toEqual([one]);
  const two = { number: 2, label: 'Répondre' };
  expect((await record([{ number: 1, label: 'Autre chose' }, two])).clauses).toEqual([one, two]);
});

test('once the grid is frozen, nothing of the outline moves', async () => {
  await sql('update grid set frozen_at = now() where edition_id = ?', [editionId]);
  const before = await sheet();
  const variables = await sample();
  for (const operation of every)
    expect((await act(operation, variables[operation])).refusals, operation).toEqual(['GRID_FROZEN']);
  expect(await sheet()).toEqual(before);
});
