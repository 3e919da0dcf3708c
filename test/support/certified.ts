import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { answersOf, type ChannelTest, valuesOf } from '../../server/certificate/certificate.rules.ts';
import { canonical, type Json } from '../../server/kernel/canonical.rules.ts';
import { openSeal } from '../../server/kernel/seal.ts';
import { placeAll } from '../../server/ranking/ranking.rules.ts';
import { type Condition, isAsked } from '../../server/score/condition.rules.ts';
import type { Finding } from '../../server/score/measure.rules.ts';
import { type PolicyRules, underPolicy } from '../../server/score/policy.rules.ts';
import { ENGINE, scoreOf } from '../../server/score/score.rules.ts';
import { entrantsOf, type Imagined, type ImaginedCriterion, imagined } from './imagined.ts';

export const seal = openSeal('a secret of the tests, long enough to be one');
export const hash = (value: Json) => createHash('sha256').update(canonical(value)).digest('hex');

export interface CertifiedCriterion extends ImaginedCriterion {
  readonly conditions?: readonly Condition[];
}

type Channel = Omit<Imagined['rules']['channels'][number], 'criteria'> & {
  readonly criteria: readonly CertifiedCriterion[];
};

/** What one certificate is made from. */
export interface Sample {
  readonly rules: Omit<Imagined['rules'], 'channels'> & { readonly channels: readonly Channel[] };
  readonly policy: PolicyRules | null;
  readonly tests: readonly ChannelTest[];
}

/** A document as certificates are: what is changed in it may be anything. */
// biome-ignore lint/suspicious/noExplicitAny: a forger writes what he likes.
export type Certificate = Record<string, any>;

/** A grid as certificates write it, everything called by its code. */
const writtenOf = ({ channels, steps = [], minimumShare = null }: Sample['rules']) => ({
  minimumShare,
  steps: steps.map(({ code, weight = null }) => ({ code, label: code, weight })),
  channels: channels.map(({ code, weight, optional, compared = false, whenAbsent = 'RENORMALISE', ...channel }) => ({
    ...{ code, label: code, weight, optional, compared, whenAbsent, floor: channel.floor ?? null },
    ...{ minimum: channel.minimum ?? null, bonusCap: channel.bonusCap ?? null },
    criteria: channel.criteria.map(({ code, kind, weight, scale, absences, ...each }) => ({
      ...{ code, label: code, kind, weight, scale, absences, step: each.step ?? '', bonus: each.bonus ?? false },
      ...{ minimum: each.minimum ?? null, floor: each.floor ?? null, conditions: each.conditions ?? [] },
    })),
  })),
});

/** A certificate of a sample, before it is signed. */
export function certificateOf({ rules, policy, tests }: Sample): Certificate {
  const findings = tests.flatMap((test) => test.findings);
  const score = scoreOf(policy ? underPolicy(rules, policy) : rules, findings);
  const grid = JSON.parse(JSON.stringify(writtenOf(rules)));
  const codes = rules.channels.map(({ code }) => code);
  return {
    ...{ format: 'barometre-score-certificate', formatVersion: 1, engine: ENGINE },
    edition: { year: 2022, ordinal: 10, label: 'Baromètre', provenance: 'SIMULATED' },
    ...{ structure: { reference: 'T1', name: 'Ville d’Aubrevaux' }, category: { code: 'towns', label: 'Villes' } },
    run: { number: 1, inputsHash: '0', computedAt: '2022-07-01T09:00:00.000Z' },
    grid: { number: 1, hash: hash(grid), rules: grid },
    policy: {
      ...{ number: policy && 1, hash: hash(policy as unknown as Json), rules: policy },
      motive: policy && 'Pour voir.',
    },
    ...{ tests: answersOf(codes, tests), values: valuesOf(rules, score) },
    rank: { rank: score.score ? 3 : null, field: 24 },
    ...{ rounding: 'HALF_AWAY_FROM_ZERO_TO_2_DECIMALS', publicKey: seal.publicKey },
  };
}

/** Signs whatever it is given, as a forger who holds the key would. */
export const signed = ({ signature: _, ...content }: Certificate): Certificate => ({
  ...content,
  signature: seal.sign(canonical(content as Json)),
});

/** One structure of an imagined edition; on some channels a criterion is asked only after a certain answer to the one before. */
export const samples: fc.Arbitrary<Sample> = imagined.chain(({ rules, policy, structures }) =>
  fc
    .record({
      structure: fc.constantFrom(...structures),
      conditional: fc.subarray(rules.channels.map(({ code }) => code)),
    })
    .map(({ structure: { tests }, conditional }) => {
      const all: readonly Channel[] = rules.channels;
      const channels = all.map((channel) =>
        conditional.includes(channel.code) ? { ...channel, criteria: chained(channel.criteria) } : channel,
      );
      return {
        ...{ rules: { steps: rules.steps, minimumShare: rules.minimumShare, channels }, policy },
        tests: tests
          .filter(({ state }) => state === 'VALIDATED')
          .map(({ channel, found }) => ({
            channel,
            findings: answered(channels.find(({ code }) => code === channel)?.criteria ?? [], found),
          })),
      };
    }),
);

/** Every structure of an imagined edition, with its place in its category, signed. */
export const fields: fc.Arbitrary<Certificate[]> = imagined.map((edition) => {
  const { rules, policy, structures } = edition;
  const placed = placeAll(policy ? underPolicy(rules, policy) : rules, entrantsOf(edition));
  return placed.map(({ rank, entrant: { id, category } }, i) => {
    const tests = (structures[i]?.tests ?? []).filter(({ state }) => state === 'VALIDATED');
    const findings = tests.map(({ channel, found }) => ({ channel, findings: [...found.values()] }));
    const field = placed.filter((other) => other.entrant.category === category && other.rank !== null).length;
    return signed({
      ...certificateOf({ rules, policy, tests: findings }),
      ...{ structure: { reference: id, name: id }, category: { code: category, label: category } },
      rank: { rank, field },
    });
  });
});

const chained = (criteria: readonly CertifiedCriterion[]): CertifiedCriterion[] =>
  criteria.map((each, i) => {
    const before = criteria[i - 1];
    return before ? { ...each, conditions: [conditionOn(before)] } : each;
  });

function conditionOn({ code, scale, kind }: ImaginedCriterion): Condition {
  if (scale.type === 'CHOICE') return { criterion: code, in: scale.choices.slice(1).map((choice) => choice.code) };
  return kind === 'YES_NO' ? { criterion: code, in: ['1'] } : { criterion: code, from: '0.25', below: null };
}

/** What a test found, where what was not asked does not apply. */
function answered(criteria: readonly CertifiedCriterion[], found: ReadonlyMap<string, Finding>): Finding[] {
  const values = new Map<string, string | null>();
  return criteria.flatMap((criterion): Finding[] => {
    const { code, conditions = [] } = criterion;
    const finding = found.get(code);
    if (!finding) return [];
    if (!isAsked({ conditions }, (other) => values.get(other) ?? null))
      return [{ criterion: code, value: null, absence: 'NOT_APPLICABLE' }];
    values.set(code, finding.value);
    return [finding];
  });
}
