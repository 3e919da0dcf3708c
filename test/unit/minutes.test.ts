import { describe, expect, test } from 'vitest';
import type { Block } from '../../server/minutes/block.rules.ts';
import type { Deliberation, Item } from '../../server/minutes/deliberation.ts';
import { disagreementsIn } from '../../server/minutes/faults.rules.ts';
import { minutesOf } from '../../server/minutes/minutes.rules.ts';
import { minutesReport } from '../../server/minutes/minutes.service.ts';
import { dayOf, timeOf, typeset } from '../../server/report/french.rules.ts';
import { deliberation } from '../support/deliberated.ts';
import { textIn } from '../support/pdf.ts';

const [, , first, second, third, fourth] = minutesOf(deliberation).sections.map(({ blocks }) => blocks);
const tableIn = (blocks: readonly Block[] | undefined, caption: string) =>
  blocks?.flatMap((block) => (block.kind === 'TABLE' && block.caption.startsWith(caption) ? [block.rows] : []))[0];
const factsIn = (blocks: readonly Block[] | undefined) =>
  new Map(blocks?.flatMap((block) => (block.kind === 'FACTS' ? block.facts : [])));
const saidIn = (blocks: readonly Block[] | undefined) =>
  blocks
    ?.flatMap((block) => (block.kind === 'TEXT' ? [block.text] : block.kind === 'LIST' ? block.list : []))
    .join('\n');

describe('the minutes of a meeting', () => {
  test('tell who was there, who was recused and why, and whether that was enough', () => {
    const facts = factsIn(first);
    expect(facts.get('Présents')).toBe('5 : Élise Caron, Nadia Benali, Yann Le Goff, Sophie Martin et Chloé Petit');
    expect(facts.get('Absents')).toBe('1 : Louis Ferrand');
    expect(facts.get('Quorum')).toMatch(
      /^7.membres moins 1.déporté, soit 6 ; il en faut 3, 5 sont là\. Il est atteint\.$/,
    );
    expect(saidIn(first)).toContain('Hugo Lambert : élu d’une commune de la même intercommunalité');
    expect(factsIn(third).get('Se sont abstenus')).toBe('1 : Louis Ferrand');
  });

  test('tell a motion, its votes, its motive, and what a member holds against it', () => {
    const facts = factsIn(first);
    expect([facts.get('Pour'), facts.get('Contre')].map((said) => said?.replace(/\s/g, ' '))).toEqual([
      '3 voix',
      '1 voix',
    ]);
    expect(saidIn(first)).toMatch(/5.bulletins déposés : 4.exprimés, 1.blanc, 0.nul/);
    expect(facts.get('Classement')).toBe('non suivi');
    expect(first?.find(({ kind }) => kind === 'QUOTE')).toMatchObject({ by: expect.stringContaining('Sophie Martin') });
  });

  test('print the ballots of an order of preference, and what they add up to, link by link', () => {
    expect(tableIn(second, 'Classements déposés')).toEqual([
      ['A > B > C > D', '2'],
      ['C > A > B', '2'],
      ['B > C > A > D', '1'],
      ['D > B = C > A', '1'],
    ]);
    expect(tableIn(second, 'Préférences deux à deux')).toEqual([
      ['A', '–', '4', '2', '5'],
      ['B', '2', '–', '3', '5'],
      ['C', '4', '2', '–', '5'],
      ['D', '1', '1', '1', '–'],
    ]);
    expect(tableIn(second, 'Chemins les plus forts')?.slice(0, 2)).toEqual([
      ['A et B', 'A → B', '4 contre 2', 'B → C → A', '3 contre 2', 'A'],
      ['A et C', 'A → B → C', '3 contre 2', 'C → A', '4 contre 2', 'C'],
    ]);
    expect(saidIn(second)).toContain('il nomme deux fois le même candidat (A)');
    expect(saidIn(second)).toContain('Scrutin interrompu, ses bulletins sans effet : le réseau');
  });

  test('print the grades ballot by ballot, then their medians', () => {
    expect(tableIn(third, 'Mentions données')).toEqual([
      ['A', 'Assez bien', 'Bien', 'Bien', 'Très bien', 'Très bien'],
      ['B', 'Très bien', 'Bien', 'Très bien', 'Bien', 'Passable'],
    ]);
    expect(tableIn(third, 'Mentions médianes')).toEqual([
      ['A', 'Bien, Bien, Très bien, Assez bien, Très bien', '1ᵉʳ'],
      ['B', 'Bien, Bien, Très bien, Passable, Très bien', '2ᵉ'],
    ]);
  });

  test('print the marks ballot by ballot, and means that are exact', () => {
    expect(tableIn(fourth, 'Notes données')?.slice(0, 2)).toEqual([
      ['A', 'Chaleur de l’accueil', '15', '16'],
      ['A', 'Clarté de la réponse', '12', '10'],
    ]);
    expect(tableIn(fourth, 'Moyenne de chaque candidat')?.at(-1)).toEqual([
      ...['Ville de Corvisart (C)', '65/6', '10,83', '8,00', '13,67', '3ᵉ'],
    ]);
    expect(saidIn(fourth)).toContain('Un second scrutin a lieu entre eux.');
    expect(saidIn(fourth)).toContain('Voix prépondérante de Élise Caron.');
  });

  test('let nobody read from the order of ballots who cast which', () => {
    const shuffled = (item: Item): Item => ({
      ...item,
      rounds: item.rounds.map((round) => ({ ...round, ballots: round.ballots?.toReversed() ?? null })),
    });
    expect(minutesOf({ ...deliberation, items: deliberation.items.map(shuffled) })).toEqual(minutesOf(deliberation));
  });
});

describe('minutes that do not add up are not printed', () => {
  const changed = (i: number, change: (item: Item) => Item): Deliberation => ({
    ...deliberation,
    items: deliberation.items.map((item, at) => (at === i ? change(item) : item)),
  });
  const rounds = (item: Item, change: Partial<Item['rounds'][number]>): Item => ({
    ...item,
    rounds: item.rounds.map((round, i) => (i === item.rounds.length - 1 ? { ...round, ...change } : round)),
  });

  test('these do', () => {
    expect(disagreementsIn(deliberation)).toEqual([]);
  });

  test.each<[string, number, (item: Item) => Item, string]>([
    [
      'ballots that put another first',
      1,
      (item) => rounds(item, { ballots: item.rounds[1]?.ballots?.slice(0, 3) ?? [] }),
      'BALLOTS',
    ],
    [
      'a motion that a minority carries',
      0,
      (item) => rounds(item, { ballots: item.rounds[0]?.ballots?.slice(3) ?? [] }),
      'BALLOTS',
    ],
    [
      'a decision that gives the award to another',
      2,
      (item) => ({ ...item, decision: { ...item.decision, laureates: [] } }),
      'DECISION',
    ],
    [
      'a ballot that too few attended',
      2,
      (item) => ({ ...item, rules: { ...item.rules, quorum: { share: '1', fewest: 7 } } }),
      'QUORUM',
    ],
  ])('%s', (_, i, change, between) => {
    const wrong = changed(i, change);
    expect(disagreementsIn(wrong)).toContainEqual({ item: i + 1, between });
    expect(() => minutesReport(wrong)).toThrow(expect.objectContaining({ reason: 'MINUTES_DISAGREE' }));
  });
});

test('a motion for a structure that withdrew falls, whatever was voted on it, and the minutes say so', () => {
  const [item, ...others] = deliberation.items as [Item, ...Item[]];
  const candidates = item.candidates.map((each) => ({ ...each, withdrawn: each.code === 'B' ? 'fusion' : null }));
  const stands = { kind: 'LAUREATES', among: ['A'], by: 'NO_MOTION' } as const;
  const rounds = item.rounds.map((round) => ({ ...round, outcome: stands }));
  const laureates = [{ code: 'A', name: 'Ville de Aubrevaux', mention: null }];
  const fallen = { ...item, candidates, rounds, decision: { ...item.decision, laureates } };
  expect(disagreementsIn({ ...deliberation, items: [fallen, ...others] })).toEqual([]);
  const standing = { ...fallen, candidates: item.candidates };
  expect(disagreementsIn({ ...deliberation, items: [standing] })).toEqual([{ item: 1, between: 'BALLOTS' }]);
  const [, , blocks] = minutesOf({ ...deliberation, items: [fallen] }).sections.map((section) => section.blocks);
  expect(saidIn(blocks)).toContain('La motion est tombée');
});

describe('the document', () => {
  const { content, name } = minutesReport(deliberation);

  test('is tagged, says it is fictional, and is the same bytes twice', () => {
    expect(name).toBe('proces-verbal-2022-2022-10-04.pdf');
    expect(content.toString('latin1')).toContain('pdfuaid:part');
    expect(textIn(content)).toContain('Délibération fictive');
    expect(minutesReport(structuredClone(deliberation)).content.equals(content)).toBe(true);
  });

  test('holds every name, code and hash that its record has', () => {
    const text = textIn(content).replace(/[\s\u200b]/g, '');
    for (const { hash } of deliberation.records) expect(text).toContain(hash);
    for (const { name: member } of deliberation.members) expect(text).toContain(member.replace(/\s/g, ''));
  });
});

describe('French on paper', () => {
  test.each([
    ['Pour : 3 ; contre : 1 !', 'Pour\u00a0: 3\u202f; contre\u00a0: 1\u202f!'],
    ['« écoute » à 14 h 05', '«\u00a0écoute\u00a0» à 14\u00a0h\u00a005'],
    ['77 % de 2 000 appels, nº 3', '77\u00a0% de 2\u202f000 appels, nº\u00a03'],
    ['en 2022 000 n’est pas un nombre', 'en 2022\u202f000 n’est pas un nombre'],
    ['deux mots', 'deux mots'],
  ])('%s', (plain, set) => {
    expect(typeset(plain)).toBe(set);
    expect(typeset(set)).toBe(set);
  });

  test('hours and days are those of Paris', () => {
    const midnight = new Date('2022-10-03T22:05:00Z');
    expect([dayOf(midnight), timeOf(midnight)]).toEqual(['4 octobre 2022', '0 h 05']);
    expect(dayOf(new Date('2022-06-30T22:05:00Z'))).toBe('1ᵉʳ juillet 2022');
  });
});
