import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';

const { done, sql } = await makeBackOffice('words');

const names = [
  'Ville de Zuydcoote',
  'Ville d’Évreux',
  'Ville d’Eu',
  'Ville d’Ézy',
  'Ville d’Épône',
  'Ville du Pré-Œuvre',
];
await sql(
  `insert into structure (reference, name, kind) select 'W' || i, name, 'COMMUNE' from unnest(?::text[]) with ordinality t (name, i)`,
  [`{${names.map((name) => `"${name}"`).join()}}`],
);

interface Listed {
  readonly items: readonly { readonly name: string }[];
}
const LIST = `query ($q: Search, $order: Order!) { structures(q: $q, sort: "name", order: $order, perPage: 100) { items { name } } }`;
const listed = async (q: string | null, order = 'ASC') =>
  (await done<Listed>(LIST, { q, order })).items.map(({ name }) => name);

test('names stand in the order of a dictionary, É beside E, either way', async () => {
  const inOrder = names.toSorted(new Intl.Collator('fr').compare);
  expect(await listed(null)).toEqual(inOrder);
  expect(await listed(null, 'DESC')).toEqual(inOrder.toReversed());
});

test.each([
  ['evreux', 'Ville d’Évreux'],
  ["D'ÉPONE", 'Ville d’Épône'],
  ['ezy', 'Ville d’Ézy'],
  ['pré-oeuvre', 'Ville du Pré-Œuvre'],
  ['E\u0301vreux', 'Ville d’Évreux'],
])('whoever types %s finds %s', async (typed, name) => {
  expect(await listed(typed)).toEqual([name]);
});

test.each(['%', '_', '\\', '100 %'])('%s is a sign like another', async (typed) => {
  expect(await listed(typed)).toEqual([]);
});
