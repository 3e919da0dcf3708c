import { describe, expect, test } from 'vitest';
import {
  type Affiliations,
  conflictsOf,
  type Dismissal,
  type Link,
  recuses,
} from '../../server/conflict/conflict.rules.ts';
import { type Body, graphOf } from '../../server/conflict/organisation.rules.ts';

const body = (id: string, more: Partial<Body> = {}): Body => ({
  ...{ id, parentId: null, siren: null, intercommunalityId: null, departmentId: null },
  ...more,
});

/**
 * Two départements. In the first, an intercommunality of two towns, one with its town hall's annexe and a desk of that
 * annexe, the other with a social centre that the register knows by its SIREN alone; and a social service of the
 * département. In the second, a metropolis that is intercommunality and département in one, and its town.
 */
const bodies: readonly Body[] = [
  body('DEPT'),
  body('EPCI', { siren: '200000001' }),
  body('TOWN', { intercommunalityId: 'EPCI', departmentId: 'DEPT' }),
  body('ANNEXE', { parentId: 'TOWN' }),
  body('DESK', { parentId: 'ANNEXE' }),
  body('POOL', { parentId: 'TOWN' }),
  body('NEXT', { intercommunalityId: 'EPCI', departmentId: 'DEPT', siren: '210000002' }),
  body('CCAS', { siren: '210000002' }),
  body('SOCIAL', { parentId: 'DEPT' }),
  body('METRO'),
  body('CITY', { intercommunalityId: 'METRO', departmentId: 'METRO' }),
];
const graph = graphOf(bodies);
const rules = { on: '2022-11-24', years: 3 };
const nothing = { dismissals: [], confirmations: [] };

const link = (kind: Link['kind'], bodyId: string | null, more: Partial<Link> = {}): Link => ({
  ...{ id: 'tie', kind, bodyId, until: null, known: 'VERIFIED' as const },
  ...more,
});
const found = (tie: Link, candidate: string, dismissals: readonly Dismissal[] = []) =>
  conflictsOf({ links: [tie], checked: true }, candidate, graph, { dismissals, confirmations: [] }, rules);
const verdictOf = (tie: Link, candidate: string) => {
  const [conflict] = found(tie, candidate);
  if (!conflict) return 'NONE';
  const path = conflict.path?.map(({ relation, bodyId }) => `${relation} ${bodyId}`).join(', ');
  return path ? `${conflict.state}: ${path}` : conflict.state;
};
const declared = { known: 'DECLARED' } as const;
const unverified = { known: 'UNVERIFIED' } as const;

describe('forty relations and their verdict', () => {
  test.each<[Link['kind'], string | null, Partial<Link>, string, string]>([
    // The candidate itself.
    ['EMPLOYER', 'TOWN', {}, 'TOWN', 'CERTAIN'],
    ['ELECTED_OFFICE', 'TOWN', {}, 'TOWN', 'CERTAIN'],
    ['PAST_EMPLOYER', 'TOWN', { until: '2021-06-30' }, 'TOWN', 'CERTAIN'],
    ['SUPPLIER', 'TOWN', {}, 'TOWN', 'CERTAIN'],
    ['AUDITED', 'TOWN', { until: '2022-03-01' }, 'TOWN', 'CERTAIN'],
    ['CEREMONY_HOST', 'TOWN', {}, 'TOWN', 'CERTAIN'],
    ['EMPLOYER', 'TOWN', declared, 'TOWN', 'DECLARED'],
    ['EMPLOYER', 'TOWN', unverified, 'TOWN', 'TO_CONFIRM'],
    // The legal body: parents, children, other sites.
    ['EMPLOYER', 'TOWN', {}, 'ANNEXE', 'CERTAIN: CHILD ANNEXE'],
    ['EMPLOYER', 'TOWN', {}, 'DESK', 'CERTAIN: CHILD ANNEXE, CHILD DESK'],
    ['EMPLOYER', 'DESK', {}, 'TOWN', 'CERTAIN: PARENT ANNEXE, PARENT TOWN'],
    ['SUPPLIER', 'ANNEXE', {}, 'POOL', 'CERTAIN: PARENT TOWN, CHILD POOL'],
    ['ELECTED_OFFICE', 'DEPT', {}, 'SOCIAL', 'CERTAIN: CHILD SOCIAL'],
    ['EMPLOYER', 'NEXT', {}, 'CCAS', 'CERTAIN: SAME_SIREN CCAS'],
    ['EMPLOYER', 'CCAS', {}, 'NEXT', 'CERTAIN: SAME_SIREN NEXT'],
    ['AUDITED', 'POOL', declared, 'TOWN', 'DECLARED: PARENT TOWN'],
    ['EMPLOYER', 'DESK', unverified, 'POOL', 'TO_CONFIRM: PARENT ANNEXE, PARENT TOWN, CHILD POOL'],
    // The intercommunality.
    ['EMPLOYER', 'EPCI', {}, 'TOWN', 'CERTAIN: MEMBER TOWN'],
    ['ELECTED_OFFICE', 'TOWN', {}, 'EPCI', 'CERTAIN: INTERCOMMUNALITY EPCI'],
    ['ELECTED_OFFICE', 'EPCI', {}, 'DESK', 'CERTAIN: MEMBER TOWN, CHILD ANNEXE, CHILD DESK'],
    ['EMPLOYER', 'CCAS', {}, 'EPCI', 'CERTAIN: SAME_SIREN NEXT, INTERCOMMUNALITY EPCI'],
    ['EMPLOYER', 'EPCI', { until: '2022-01-31' }, 'TOWN', 'TO_CONFIRM: MEMBER TOWN'],
    ['EMPLOYER', 'EPCI', { until: '2023-01-31' }, 'TOWN', 'CERTAIN: MEMBER TOWN'],
    ['SUPPLIER', 'EPCI', {}, 'TOWN', 'TO_CONFIRM: MEMBER TOWN'],
    ['EMPLOYER', 'METRO', {}, 'CITY', 'CERTAIN: MEMBER CITY'],
    // The département.
    ['EMPLOYER', 'DEPT', {}, 'TOWN', 'TO_CONFIRM: COMMUNE TOWN'],
    ['ELECTED_OFFICE', 'TOWN', {}, 'DEPT', 'TO_CONFIRM: DEPARTMENT DEPT'],
    ['EMPLOYER', 'TOWN', {}, 'SOCIAL', 'TO_CONFIRM: DEPARTMENT DEPT, CHILD SOCIAL'],
    ['CEREMONY_HOST', 'SOCIAL', {}, 'NEXT', 'TO_CONFIRM: PARENT DEPT, COMMUNE NEXT'],
    ['ELECTED_OFFICE', 'DEPT', declared, 'TOWN', 'DECLARED: COMMUNE TOWN'],
    // Neighbours are none.
    ['ELECTED_OFFICE', 'TOWN', {}, 'NEXT', 'NONE'],
    ['EMPLOYER', 'EPCI', {}, 'DEPT', 'NONE'],
    ['EMPLOYER', 'SOCIAL', {}, 'EPCI', 'NONE'],
    ['EMPLOYER', 'METRO', {}, 'TOWN', 'NONE'],
    // What is not known.
    ['EMPLOYER', null, {}, 'TOWN', 'TO_CONFIRM'],
    ['EMPLOYER', null, declared, 'CITY', 'TO_CONFIRM'],
    ['EMPLOYER', 'ABROAD', {}, 'TOWN', 'TO_CONFIRM'],
    ['EMPLOYER', 'TOWN', {}, 'ABROAD', 'TO_CONFIRM'],
    ['PAST_EMPLOYER', 'TOWN', {}, 'TOWN', 'TO_CONFIRM'],
    // What is over: three years, to the day.
    ['PAST_EMPLOYER', 'TOWN', { until: '2019-11-25' }, 'TOWN', 'CERTAIN'],
    ['PAST_EMPLOYER', 'TOWN', { until: '2019-11-24' }, 'TOWN', 'NONE'],
    ['SUPPLIER', 'EPCI', { until: '2010-01-01' }, 'TOWN', 'NONE'],
  ])('%s of %s %o, for %s: %s', (kind, bodyId, more, candidate, verdict) => {
    expect(verdictOf(link(kind, bodyId, more), candidate)).toBe(verdict);
  });
});

describe('a dismissal', () => {
  const dismissal = { linkId: 'tie', candidateId: 'TOWN', motive: 'Aucun lien avec ce service.' };
  const doubtful = link('EMPLOYER', 'DEPT');

  test('sets aside a conflict to confirm or declared, and says why', () => {
    for (const tie of [doubtful, link('SUPPLIER', 'TOWN', declared)]) {
      const conflicts = found(tie, 'TOWN', [dismissal]);
      expect(conflicts).toMatchObject([{ state: 'DISMISSED', motive: dismissal.motive }]);
      expect(recuses(conflicts)).toBe(false);
    }
  });

  test.each<[string, Link, Dismissal]>([
    ['a certain conflict', link('EMPLOYER', 'TOWN'), dismissal],
    ['a conflict by another tie', doubtful, { ...dismissal, linkId: 'other' }],
    ['a conflict with another candidate', doubtful, { ...dismissal, candidateId: 'NEXT' }],
    ['anything without a motive', doubtful, { ...dismissal, motive: ' ' }],
  ])('does not set aside %s', (_, tie, given) => {
    expect(recuses(found(tie, 'TOWN', [given]))).toBe(true);
  });
});

describe('a confirmation', () => {
  const confirmations = [{ linkId: 'tie', candidateId: 'TOWN' }];
  const confirmed = (tie: Link, candidate = 'TOWN', dismissals: readonly Dismissal[] = []) =>
    conflictsOf({ links: [tie], checked: true }, candidate, graph, { dismissals, confirmations }, rules);

  test('makes certain what a verified tie may lead to, so that it is no longer set aside', () => {
    for (const tie of [link('EMPLOYER', 'DEPT'), link('PAST_EMPLOYER', 'TOWN')]) {
      expect(found(tie, 'TOWN')).toMatchObject([{ state: 'TO_CONFIRM', confirmed: false }]);
      const dismissals = [{ linkId: 'tie', candidateId: 'TOWN', motive: 'Sans rapport.' }];
      expect(confirmed(tie, 'TOWN', dismissals)).toMatchObject([{ state: 'CERTAIN', confirmed: true, motive: null }]);
    }
  });

  test.each<[string, Link, string]>([
    ['a tie that nobody verified', link('EMPLOYER', 'DEPT', unverified), 'TOWN'],
    ['another tie', link('EMPLOYER', 'DEPT', { id: 'other' }), 'TOWN'],
    ['another candidate', link('EMPLOYER', 'DEPT'), 'NEXT'],
  ])('says nothing of %s', (_, tie, candidate) => {
    expect(confirmed(tie, candidate)).toMatchObject([{ state: 'TO_CONFIRM', confirmed: false }]);
  });
});

describe('a juror', () => {
  const unchecked: Affiliations = { links: [], checked: false };

  test('whose ties nobody checked is refused, whatever the candidate', () => {
    const conflicts = conflictsOf(unchecked, 'CITY', graph, nothing, rules);
    expect(conflicts).toMatchObject([{ link: null, candidateId: 'CITY', path: null, state: 'TO_CONFIRM' }]);
    const motive = 'Vérifié par téléphone.';
    const rulings = { ...nothing, dismissals: [{ linkId: null, candidateId: 'CITY', motive }] };
    const dismissed = conflictsOf(unchecked, 'CITY', graph, rulings, rules);
    expect(recuses(dismissed)).toBe(false);
  });

  test('whose ties were checked, and lead nowhere, takes part', () => {
    expect(recuses(conflictsOf({ links: [], checked: true }, 'CITY', graph, nothing, rules))).toBe(false);
    expect(recuses(found(link('EMPLOYER', 'TOWN'), 'CITY'))).toBe(false);
  });

  test('with several ties has a conflict by each that leads there, and one is enough', () => {
    const links = [
      link('EMPLOYER', 'DEPT', { id: 'one' }),
      link('AUDITED', 'POOL', { id: 'two' }),
      link('SUPPLIER', 'CITY'),
    ];
    const rulings = { ...nothing, dismissals: [{ ...NONE, linkId: 'one' }] };
    const conflicts = conflictsOf({ links, checked: true }, 'TOWN', graph, rulings, rules);
    expect(conflicts.map(({ link, state }) => `${link?.id} ${state}`)).toEqual(['one DISMISSED', 'two CERTAIN']);
    expect(recuses(conflicts)).toBe(true);
  });
});

const NONE = { candidateId: 'TOWN', motive: 'Sans rapport.' };

test('the register in another order gives the same reasons; a body that is its own parent harms nobody', () => {
  const reversed = graphOf(bodies.toReversed());
  expect([...reversed].sort()).toEqual([...graph].sort());
  const loop = graphOf([body('A', { parentId: 'B' }), body('B', { parentId: 'A' }), body('C', { parentId: 'C' })]);
  const tie = { links: [link('EMPLOYER', 'A')], checked: true };
  expect(conflictsOf(tie, 'B', loop, nothing, rules)).toMatchObject([{ state: 'CERTAIN' }]);
  expect(conflictsOf(tie, 'C', loop, nothing, rules)).toEqual([]);
});
