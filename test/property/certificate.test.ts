import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersOf, type Json, canonical as ours, valuesOf } from '../../server/certificate/certificate.rules.ts';
import { canonical, verify } from '../../server/certificate/verify.mjs';
import { openSeal } from '../../server/kernel/seal.ts';
import type { CriterionRule, Finding } from '../../server/score/measure.rules.ts';
import { type PolicyRules, underPolicy } from '../../server/score/policy.rules.ts';
import { ENGINE, type Rules, scoreOf } from '../../server/score/score.rules.ts';
import { grids } from '../support/scored.ts';

const seal = openSeal('a secret of the tests, long enough to be one');
const hash = (value: Json) => createHash('sha256').update(ours(value)).digest('hex');

/** A grid as certificates write it, from rules without names. */
const writtenOf = ({ channels, steps = [], minimumShare = null }: Rules): Json =>
  JSON.parse(
    JSON.stringify({
      minimumShare,
      steps: steps.map(({ code, weight = null }) => ({ code, label: code, weight })),
      channels: channels.map(({ compared = false, whenAbsent = 'RENORMALISE', criteria, ...channel }) => ({
        ...{ code: channel.code, label: channel.code, weight: channel.weight, optional: channel.optional, compared },
        ...{ whenAbsent, floor: channel.floor ?? null, minimum: channel.minimum ?? null },
        bonusCap: channel.bonusCap ?? null,
        criteria: criteria.map((each) => ({
          ...{ code: each.code, label: each.code, step: each.step ?? '', kind: 'SCALE', weight: each.weight },
          ...{ bonus: each.bonus ?? false, minimum: each.minimum ?? null, floor: each.floor ?? null },
          ...{ scale: each.scale, absences: each.absences, conditions: [] },
        })),
      })),
    }),
  );

interface Sample {
  readonly rules: Rules;
  readonly policy: PolicyRules | null;
  readonly tests: readonly { readonly channel: string; readonly findings: readonly Finding[] }[];
}

const findingOn = ({ code, scale }: CriterionRule): fc.Arbitrary<Finding | null> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: (scale.type === 'YES_NO'
        ? fc.constantFrom('0', '1')
        : fc.constantFrom('0', '1.5', '3', '5', '7.25')
      ).map((value) => ({ criterion: code, value, absence: null })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...(['NOT_APPLICABLE', 'NOT_OFFERED', 'NOT_OBSERVED', 'REFUSED'] as const))
        .map((absence) => ({ criterion: code, value: null, absence })),
    },
    { weight: 1, arbitrary: fc.constant(null) },
  );
const policies = fc.constantFrom(...(['RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE'] as const));
const policyFor = (rules: Rules): fc.Arbitrary<PolicyRules | null> =>
  fc.option(
    fc.record(
      {
        minimumShare: fc.constantFrom('0', '0.3', '0.75'),
        channels: fc.subarray(rules.channels.map(({ code }) => code)).chain((codes) =>
          fc.tuple(
            ...codes.map((code) =>
              fc.record({
                code: fc.constant(code),
                whenAbsent: policies,
                floor: fc.constant('12.5'),
                compared: fc.boolean(),
              }),
            ),
          ),
        ),
        absences: fc.record({ NOT_OFFERED: policies, REFUSED: policies }, { requiredKeys: [] }),
        floor: fc.constant('20'),
      },
      { requiredKeys: ['floor'] },
    ),
  );
const samples: fc.Arbitrary<Sample> = grids(3, 3).chain((rules) =>
  fc.record({
    rules: fc.constant(rules),
    policy: policyFor(rules),
    tests: fc.array(
      fc.constantFrom(...rules.channels).chain(({ code, criteria }) =>
        fc.tuple(...criteria.map(findingOn)).map((found) => ({
          channel: code,
          findings: found.filter((each) => each !== null),
        })),
      ),
      { maxLength: 6 },
    ),
  }),
);

function certificateOf({ rules, policy, tests }: Sample): { readonly [key: string]: Json } {
  const score = scoreOf(
    policy ? underPolicy(rules, policy) : rules,
    tests.flatMap(({ findings }) => findings),
  );
  const grid = writtenOf(rules);
  const chosen = policy as unknown as Json;
  const content = {
    ...{ format: 'barometre-score-certificate', formatVersion: 1, engine: ENGINE },
    edition: { year: 2022, ordinal: 10, label: 'Baromètre', provenance: 'SIMULATED' },
    ...{ structure: { reference: 'T1', name: 'Ville d’Aubrevaux' }, category: { code: 'towns', label: 'Villes' } },
    run: { number: 1, inputsHash: '0', computedAt: '2022-07-01T09:00:00.000Z' },
    grid: { number: 1, hash: hash(grid), rules: grid },
    policy: { number: policy ? 1 : null, hash: hash(chosen), rules: chosen, motive: policy ? 'Pour voir.' : null },
    tests: answersOf(
      rules.channels.map(({ code }) => code),
      tests,
    ),
    values: valuesOf(score),
    rank: { rank: score.score ? 3 : null, field: 24 },
    ...{ rounding: 'HALF_AWAY_FROM_ZERO_TO_2_DECIMALS', publicKey: seal.publicKey },
  };
  return { ...content, signature: seal.sign(ours(content)) };
}

test('two arithmetics written apart find the same digits, on every grid and under every policy', () =>
  fc.assert(
    fc.property(samples, (sample) => {
      const certificate = certificateOf(sample);
      expect(verify(JSON.stringify(certificate))).toEqual(certificate);
    }),
    { numRuns: 300 },
  ));

test('the order of keys changes nothing: what is signed is what is said', () =>
  fc.assert(
    fc.property(samples, (sample) => {
      const certificate = certificateOf(sample);
      expect(() => verify(canonical(certificate))).not.toThrow();
      expect(canonical(certificate)).toBe(ours(certificate));
    }),
  ));

/** Every place of a certificate that holds something, each with something else in it. */
function* altered(value: Json, path: readonly (string | number)[] = []): Generator<[string, unknown]> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value))
      for (const [where, change] of altered(each, [...path, key]))
        yield [where, Array.isArray(value) ? value.with(Number(key), change as Json) : { ...value, [key]: change }];
    yield [[...path, '+'].join('.'), Array.isArray(value) ? [...value, 'more'] : { ...value, more: 1 }];
  } else yield [path.join('.'), otherThan(value)];
}
const otherThan = (value: Json): unknown => {
  if (typeof value === 'string') return value === '' ? 'x' : value.slice(0, -1) + (value.endsWith('1') ? '2' : '1');
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : 'x';
};

test(
  'any answer, weight, policy, value, name or byte of the signature that is changed makes it fail',
  () =>
    fc.assert(
      fc.property(samples, (sample) => {
        const certificate = certificateOf(sample);
        for (const [place, change] of altered(certificate))
          expect(() => verify(JSON.stringify(change)), place).toThrow(/^(Différence|ce|calculé|calcul)/);
      }),
      { numRuns: 5 },
    ),
  30_000,
);

test('whoever changes an answer and signs again is caught by the arithmetic', () =>
  fc.assert(
    fc.property(samples, fc.nat(), (sample, at) => {
      const { signature: _, ...certificate } = certificateOf(sample);
      const changes = [...altered(certificate.values as Json, ['values'])];
      const [place = '', values] = changes[at % changes.length] ?? [];
      const forged = { ...certificate, values: values as Json };
      const signed = { ...forged, signature: seal.sign(ours(forged)) };
      expect(() => verify(JSON.stringify(signed)), place).toThrow(/^Différence/);
    }),
  ));
