import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { ENGINE as THEIRS, verify } from '../../server/certificate/verify.mjs';
import { ENGINE } from '../../server/score/score.rules.ts';
import {
  type Certificate,
  type CertifiedCriterion,
  certificateOf,
  hash,
  type Sample,
  signed,
} from '../support/certified.ts';

const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'FLOOR' } as const;
const yesNo = { type: 'YES_NO', yes: '1', no: '0' } as const;
const criterion = (
  code: string,
  step: string,
  weight: string,
  more: Partial<CertifiedCriterion>,
): CertifiedCriterion => ({
  ...{ code, step, weight, kind: 'YES_NO', scale: yesNo, absences, floor: '20', ...more },
});
const rings: Partial<CertifiedCriterion> = {
  ...{ kind: 'COUNT', conditions: [{ criterion: 'phone.answered', in: ['1'] }] },
  scale: {
    ...{ type: 'STEPS', beyond: '0' },
    steps: [
      { below: '4', points: '1' },
      { below: '6', points: '0.5' },
    ],
  },
};
const tone: Partial<CertifiedCriterion> = {
  ...{ kind: 'CHOICE', minimum: '80' },
  scale: {
    type: 'CHOICE',
    choices: [
      { code: 'clear', label: 'Clair', points: '1' },
      { code: 'vague', label: 'Vague', points: '0.5' },
    ],
  },
};
const rating: Partial<CertifiedCriterion> = { kind: 'SCALE', scale: { type: 'LINEAR', zeroAt: '0', oneAt: '5' } };
const onPhone = (answers: Readonly<Record<string, string>>) => ({
  channel: 'PHONE',
  findings: Object.entries(answers).map(([code, said]) => {
    const absence = said in absences || said === 'NOT_APPLICABLE' ? (said as 'REFUSED') : null;
    return { criterion: `phone.${code}`, absence, value: absence ? null : said };
  }),
});

const sample: Sample = {
  rules: {
    minimumShare: '0.5',
    steps: [
      { code: 'access', weight: '1' },
      { code: 'answer', weight: '3' },
    ],
    channels: [
      {
        ...{ code: 'PHONE', weight: '3', optional: false, bonusCap: '10' },
        criteria: [
          criterion('phone.answered', 'access', '1', {}),
          criterion('phone.rings', 'access', '2', rings),
          criterion('phone.tone', 'answer', '1', tone),
          criterion('phone.extra', 'answer', '2', { bonus: true }),
        ],
      },
      {
        ...{ code: 'EMAIL', weight: '1', optional: false },
        criteria: [criterion('email.clarity', 'answer', '1', rating)],
      },
    ],
  },
  policy: { channels: [{ code: 'EMAIL', whenAbsent: 'FLOOR', floor: '30' }] },
  tests: [
    onPhone({ answered: '1', rings: '3', tone: 'vague', extra: '1' }),
    onPhone({ answered: '0', rings: 'NOT_APPLICABLE', tone: 'REFUSED', extra: '1' }),
  ],
};

const certificate = () => structuredClone(certificateOf(sample));
const verified = (content: Certificate) => verify(JSON.stringify(signed(content)), { lang: 'en' });

/*
 * By hand. Answered (1 + 0) / 2 = 50; rings, asked once, 100; access = (50 + 2·100) / 3 = 250/3.
 * Tone (0.5 + its floor 0.2) / 2 = 35, under its threshold of 80; answer = 35.
 * Phone (1·250/3 + 3·35) / 4 = 565/12; its bonus 2·100 / 4 = 50 is cut to 10; 685/12. E-mail, untested, counts 30.
 * Overall (3·685/12 + 30) / 4 = 805/16.
 */
test('a certificate states every value of a score, as worked out by hand', () => {
  const { values } = verified(certificate()) as Certificate;
  const told = (code: string, ...[points, values, counted, score, effect]: (string | number | null)[]) => ({
    ...{ code, points, values, counted, score, effect },
  });
  expect(values.criteria).toEqual([
    told('phone.answered', '1', 2, 2, '50', '1/12'),
    told('phone.rings', '1', 1, 1, '100', '1/6'),
    told('phone.tone', '1/2', 1, 2, '35', '3/4'),
    told('phone.extra', '2', 2, 2, '100', '1/2'),
    told('email.clarity', '0', 0, 0, null, '0'),
  ]);
  expect(values.channels).toEqual([
    {
      ...{ code: 'PHONE', earned: '565/12', bonus: '10', capped: '40', score: '685/12', share: '1' },
      ...{ counted: '685/12', outcome: 'SCORED' },
      steps: [
        { code: 'access', score: '250/3' },
        { code: 'answer', score: '35' },
      ],
    },
    {
      ...{ code: 'EMAIL', earned: null, bonus: '0', capped: '0', score: null, share: '0' },
      ...{ counted: '30', outcome: 'FLOOR' },
      steps: [
        { code: 'access', score: null },
        { code: 'answer', score: null },
      ],
    },
  ]);
  expect(values).toMatchObject({ share: '3/4', exclusion: null, exact: '805/16', rounded: '50.31' });
  expect(values.knockOuts).toEqual([{ scope: 'CRITERION', code: 'phone.tone', minimum: '80', score: '35' }]);
});

test('a certificate once delivered goes on being read, and is made the same', async () => {
  const delivered = await readFile(new URL('../support/certificate.json', import.meta.url), 'utf8');
  expect(verify(delivered)).toEqual(signed(certificate()));
});

test('the verifier is that of the arithmetic that makes certificates', () => {
  expect(THEIRS).toBe(ENGINE);
});

/** What whoever holds the key might write, hashes and signature in order. */
function forged(change: (certificate: Certificate) => void): Certificate {
  const content = certificate();
  change(content);
  content.grid.hash = hash(content.grid.rules);
  content.policy.hash = hash(content.policy.rules);
  return content;
}
const criteriaOf = ({ grid }: Certificate) => grid.rules.channels[0].criteria;
const answersOf = ({ tests }: Certificate, i: number) => tests[i].answers;

const rated = (c: Certificate) => {
  Object.assign(criteriaOf(c)[3], rating);
  answersOf(c, 1)['phone.extra'] = { value: '7' };
};
const bounded = (c: Certificate) => {
  Object.assign(criteriaOf(c)[0], { kind: 'COUNT', scale: { type: 'LINEAR', zeroAt: '0', oneAt: '1' } });
  criteriaOf(c)[1].conditions = [{ criterion: 'phone.answered', from: null, below: '1' }];
};

describe('even the holder of the key cannot have verified', () => {
  test.each<[string, string, (certificate: Certificate) => void]>([
    [
      'an answer its scale has no points for',
      'tests.0.answers.phone.tone',
      (c) => (answersOf(c, 0)['phone.tone'] = { value: 'loud' }),
    ],
    [
      'a yes that is a number',
      'tests.0.answers.phone.answered',
      (c) => (answersOf(c, 0)['phone.answered'] = { value: 1 }),
    ],
    ['half a ring', 'tests.1.answers.phone.rings', (c) => (answersOf(c, 1)['phone.rings'] = { value: '2.5' })],
    ['a rating past the end of its line', 'tests.1.answers.phone.extra', rated],
    ['an answer under a bound that it lies on', 'tests.1.answers.phone.rings', bounded],
    ['fewer rings than none', 'tests.1.answers.phone.rings', (c) => (answersOf(c, 1)['phone.rings'] = { value: '-1' })],
    [
      'a criterion the grid has not',
      'tests.0.answers.phone.other',
      (c) => (answersOf(c, 0)['phone.other'] = { value: '1' }),
    ],
    [
      'a criterion of another channel',
      'tests.0.answers.email.clarity',
      (c) => (answersOf(c, 0)['email.clarity'] = { value: '5' }),
    ],
    [
      'an answer to what was not asked',
      'tests.0.answers.phone.rings',
      (c) => (answersOf(c, 0)['phone.rings'] = { value: '3' }),
    ],
    [
      'a refusal of what was not asked',
      'tests.0.answers.phone.rings',
      (c) => (answersOf(c, 0)['phone.rings'] = { absence: 'REFUSED' }),
    ],
    [
      'an absence nobody knows',
      'tests.0.answers.phone.extra',
      (c) => (answersOf(c, 0)['phone.extra'] = { absence: 'AWAY' }),
    ],
    [
      'a value beside its absence',
      'tests.0.answers.phone.extra',
      (c) => (answersOf(c, 0)['phone.extra'] = { value: '1', absence: 'REFUSED' }),
    ],
    [
      'tests in the order in which they were made',
      'tests.1',
      (c) => (c.tests = c.tests.toReversed().map((each: object, i: number) => ({ ...each, number: i + 1 }))),
    ],
    [
      'channels in another order than that of the grid',
      'tests.1',
      (c) => c.tests.unshift({ channel: 'EMAIL', number: 1, answers: {} }),
    ],
    ['a test counted twice under one number', 'tests.1.number', (c) => (c.tests[1].number = 1)],
    ['a kind of criterion nobody knows', 'kind', (c) => (criteriaOf(c)[0].kind = 'FEELING')],
    ['a scale of another kind', 'scale.type', (c) => (criteriaOf(c)[2].scale = yesNo)],
    ['steps that fall', 'scale.steps.1.below', (c) => (criteriaOf(c)[1].scale.steps[1].below = '3')],
    ['more points than one', 'scale.yes', (c) => (criteriaOf(c)[0].scale.yes = '1.5')],
    ['a weight below nothing', 'weight', (c) => (criteriaOf(c)[0].weight = '-1')],
    ['a weight that is a number', 'weight', (c) => (criteriaOf(c)[0].weight = 1)],
    ['a step the grid has not', 'step', (c) => (criteriaOf(c)[0].step = 'after')],
    [
      'a condition on what is asked later',
      'conditions.0.criterion',
      (c) => (criteriaOf(c)[1].conditions[0].criterion = 'phone.tone'),
    ],
    ['one code for two criteria', 'grid.rules.channels', (c) => (criteriaOf(c)[3].code = 'phone.tone')],
    [
      'a policy for a channel the grid has not',
      'policy.rules.channels.0.code',
      (c) => (c.policy.rules.channels[0].code = 'LETTER'),
    ],
    [
      'a policy nobody knows',
      'policy.rules.absences.REFUSED',
      (c) => (c.policy.rules.absences = { REFUSED: 'FORGIVE' }),
    ],
    ['a policy that says more', 'policy.rules.note', (c) => (c.policy.rules.note = 'x')],
    ['rules without a policy', 'policy.number', (c) => (c.policy.number = null)],
    ['a rank past the last', 'rank.rank', (c) => (c.rank.rank = 25)],
    ['a score without a rank', 'rank.rank', (c) => (c.rank.rank = null)],
    ['a rank that is half a place', 'rank.rank', (c) => (c.rank.rank = 2.5)],
    ['another way of rounding', 'rounding', (c) => (c.rounding = 'UP')],
    ['a year in words', 'edition.year', (c) => (c.edition.year = 'MMXXII')],
  ])('%s', (_, place, change) => {
    expect(() => verified(certificate())).not.toThrow();
    expect(() => verified(forged(change))).toThrow(new RegExp(`^Difference at "[^"]*${place.replaceAll('.', '\\.')}`));
  });

  test.each(['"exact":"100",', '"e\\u0078act":"100",'])('a key said twice: %s', (first) => {
    const text = JSON.stringify(signed(certificate())).replace('"exact":', `${first}"exact":`);
    expect(() => verify(text, { lang: 'en' })).toThrow('Difference at "exact": a key written twice');
  });
});
