import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('laureate');
const { ask, done, sql } = office;
const { id, award, moveTo, publish, structure } = await makeEdition(office, 'DELIBERATION');

const HAND_OVER = 'mutation ($id: ID!, $on: LocalDate) { handOver(laureateId: $id, on: $on) { handedOn } }';
const LAUREATES = `query ($id: ID!, $handedOver: Boolean) {
  laureates(editionId: $id, handedOver: $handedOver, sort: "structure.name") { items { id handedOn structure { reference } } } }`;
interface Line {
  readonly id: string;
  readonly handedOn: string | null;
  readonly structure: { readonly reference: string };
}

const laureates = async (handedOver?: boolean) => (await done<{ items: Line[] }>(LAUREATES, { id, handedOver })).items;
const laureateOf = async (reference: string) =>
  (await laureates()).find(({ structure }) => structure.reference === reference)?.id;
const handOver = async (reference: string, on: string | null) =>
  ask<{ handOver: { handedOn: string | null } }>('MANAGER', HAND_OVER, { id: await laureateOf(reference), on });
const waiting = async () => (await laureates(false)).map(({ structure }) => structure.reference);

test('a trophy is handed over once it is decided, not while the jury may still change its mind', async () => {
  await award('towns', ['T1']);
  await award('regions', ['R1']);
  expect((await handOver('T1', '2022-11-10')).refusals).toEqual(['HAND_OVER_CLOSED']);
  await moveTo('EMBARGO');
  expect((await handOver('T1', '2022-11-10')).data.handOver).toEqual({ handedOn: '2022-11-10' });
  expect(await waiting()).toEqual(['R1']);
  expect((await laureates(true)).map(({ structure }) => structure.reference)).toEqual(['T1']);
});

test('what was handed over stays so when its decision is corrected, for whoever keeps the award', async () => {
  await award('towns', ['T1', 'T2'], { motive: 'Deux accueils que rien ne départage.' });
  expect((await laureates()).map(({ handedOn, structure }) => [structure.reference, handedOn])).toEqual([
    ['R1', null],
    ['T1', '2022-11-10'],
    ['T2', null],
  ]);
});

test('the day is corrected, taken back, and undone by its act; after publication too', async () => {
  await award('towns', ['T1']);
  expect((await handOver('T1', null)).refusals).toEqual([]);
  expect(await waiting()).toEqual(['R1', 'T1']);
  await publish();
  const { acts } = await handOver('R1', '2022-11-11');
  expect(await waiting()).toEqual(['T1']);
  await done('mutation ($act: ID!) { undoAct(act: $act) { __typename } }', { act: acts[0] });
  expect(await waiting()).toEqual(['R1', 'T1']);
});

test('nothing is handed over for a place in a palmarès', async () => {
  await sql(
    `insert into laureate (trophy_id, structure_id, award, confidence, sources)
     select id, ?::uuid, 'RANKED', 'HIGH', '{}' from trophy limit 1`,
    [structure.T3],
  );
  expect((await handOver('T3', '2022-11-10')).refusals).toEqual(['HAND_OVER_NOTHING']);
  expect(await waiting()).toEqual(['R1', 'T1']);
});

test('only staff say so', async () => {
  const variables = { id: await laureateOf('T1'), on: '2022-11-10' };
  expect((await ask('CONTROLLER', HAND_OVER, variables)).refusals).toEqual(['FORBIDDEN']);
  expect((await ask(null, HAND_OVER, variables)).refusals).toEqual(['UNAUTHENTICATED']);
});
