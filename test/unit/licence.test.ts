import { describe, expect, test } from 'vitest';
import { filled, scopesOf, standingOf, unknownIn } from '../../server/trophy/licence.rules.ts';

const words = {
  ...{ laureate: 'Ville de Chaumont', award: 'Communes', edition: 'Baromètre', year: '2022', ordinal: '10' },
  mention: 'écoute',
};

describe('a wording', () => {
  test('has its names filled in, each as often as it stands there, and nothing else changed', () => {
    expect(filled('{laureate}, « {award} » {year} ({year}) : {mention} {other} {', words)).toBe(
      'Ville de Chaumont, « Communes » 2022 (2022) : écoute {other} {',
    );
  });

  test('never fills in what was filled in', () => {
    expect(filled('{laureate}', { ...words, laureate: '{year}' })).toBe('{year}');
  });

  test.each([
    ['Lauréat {edition} {year}', 'TROPHY', []],
    ['Mention « {mention} »', 'MENTION', []],
    ['Mention « {mention} »', 'TROPHY', ['mention']],
    ['{laureat} {Year} {laureat} {}', 'PRIZE', ['laureat', 'Year', '']],
  ] as const)('%s for %s leaves open what nothing can be put for', (wording, scope, unknown) => {
    expect(unknownIn(wording, scope)).toEqual(unknown);
  });
});

test.each([
  ['TROPHY', null, ['TROPHY']],
  ['TROPHY', 'écoute', ['TROPHY', 'MENTION']],
  ['PRIZE', 'écoute', ['PRIZE', 'MENTION']],
  ['RANKED', null, []],
])('%s with the mention %s has the licences of %j', (award, mention, scopes) => {
  expect(scopesOf(award, mention)).toEqual(scopes);
});

test.each([
  ['2022-11-09', 'COMING'],
  ['2022-11-10', 'RUNNING'],
  ['2023-10-09', 'RUNNING'],
  ['2023-10-10', 'OVER'],
])('on %s an eleven-month licence is %s', (day, standing) => {
  expect(standingOf({ from: '2022-11-10', until: '2023-10-09' }, day)).toBe(standing);
});

test('a licence without an end goes on', () => {
  expect(standingOf({ from: '2022-11-10', until: null }, '2099-01-01')).toBe('RUNNING');
});
