import type { Page } from 'playwright-core';
import { ask } from './room.ts';
import { settled } from './settled.ts';
import { goTo } from './travel.ts';

interface Of {
  readonly staff: Page;
  readonly meetingId: string;
  /** The award one is recused from, as it is printed. */
  readonly award: string;
}

interface Item {
  readonly id: string;
  readonly mandateId: string;
  readonly label: string;
}

/** Pages that someone curious would open, whatever their rail shows. */
const pages = [
  ...['award', 'decision', 'trophy', 'laureate', 'ceremony', 'ranking', 'point', 'agenda', 'publication', 'comparison'],
  ...['dossier', 'meeting', 'conflict', 'panel', 'enrolment', 'structure', 'change', 'dataset', 'home', 'indicators'],
];
/** What they would ask of lists and counts. */
const lists = [
  ...['decisions', 'trophies', 'laureates', 'enrolments', 'structures', 'audits', 'changes', 'datasets', 'panels'],
  ...['categories', 'editions', 'scoreRuns', 'licences', 'specialPrizes'],
];

/**
 * Everything that a juror is told who tries all they can of an award they are recused from: its pages, its lists, its
 * files, its stream, its documents, and every act on each of its ballots. Answers are kept as texts.
 */
export async function everythingAsked(juror: Page, { staff, meetingId, award }: Of) {
  const seen = await ask<{ items: Item[]; panelId: string }>(
    staff,
    'query ($id: ID!) { meeting(id: $id) { panelId items { id mandateId label } } }',
    { id: meetingId },
  );
  const items = seen.items.filter(({ label }) => label.replace(/\s/g, ' ') === award);
  const mandateId = items[0]?.mandateId ?? '';
  const files = await ask<{ id: string }[]>(staff, 'query ($id: ID!) { juryFiles(mandateId: $id) { id } }', {
    id: mandateId,
  });
  const told: string[] = [];
  const post = async (query: string, variables: object = {}) => {
    const answer = await juror.request.post('/admin/graphql', { data: { query, variables } });
    told.push(await answer.text());
  };
  for (const list of lists) await post(`{ ${list}(perPage: 100) { total items { __typename id } } }`);
  for (const list of ['decisions', 'trophies', 'laureates'])
    await juror.request
      .post('/admin/exports', { data: { query: `query { ${list} { items { id } total } }`, variables: {} } })
      .then(async (answer) => told.push(await answer.text()));
  await post('query ($id: ID!) { juryFiles(mandateId: $id) { id code name score } }', { id: mandateId });
  await post('query ($id: ID!) { panel(id: $id) { id mandates { candidates { code } } } }', { id: seen.panelId });
  await post('query ($id: ID!) { conflicts(panelId: $id) { structure { name } } }', { id: seen.panelId });
  await post(
    'query ($id: ID!) { meeting(id: $id) { items { label state candidates { name } result { among } seats { name } } } }',
    {
      id: meetingId,
    },
  );
  for (const { id } of items)
    for (const act of [
      'openItem(itemId: $id) { id }',
      'countItem(itemId: $id) { id }',
      'openSecondBallot(itemId: $id) { id }',
      'recordDecision(itemId: $id, motive: "x", mentions: []) { id }',
      'castCastingVote(itemId: $id, opinion: FOR, code: null) { id }',
      'dissent(itemId: $id, text: "x") { id }',
      'breakOffItem(itemId: $id, motive: "x") { id }',
      'castBallot(itemId: $id, ballot: { mode: RATIFY, opinion: FOR }, asItIs: true)',
    ])
      await post(`mutation ($id: ID!) { ${act} }`, { id });
  for (const { id } of files)
    for (const act of ['keepNote(candidateId: $id, text: "x")', 'giveOpinion(candidateId: $id, text: "x")'])
      await post(`mutation ($id: ID!) { ${act} }`, { id });
  for (const path of [`minutes/${meetingId}`, `chain/${seen.panelId}`, `ranking/${mandateId}`])
    told.push(await (await juror.request.get(`/admin/reports/${path}`)).text());
  for (const path of [...pages, `dossier/${mandateId}`, `mandate/${mandateId}/show`]) {
    await goTo(juror, `/2026/${path}`);
    await settled(juror);
    told.push((await juror.locator('body').textContent()) ?? '');
  }
  return { told: told.join('\n'), tried: told.length };
}
