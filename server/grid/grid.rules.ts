import { z } from 'zod';
import { conditionFaults } from '../score/condition.rules.ts';
import type { Decimal } from '../score/exact.rules.ts';
import { type CriterionKind, faultsOf } from '../score/scale.rules.ts';

const code = z.string().regex(/^[A-Za-z0-9][\w.-]{0,79}$/);
/** Codes that stand in files of tests, as headings and as answers: these are read without regard to case. */
const lower = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,79}$/);
const label = z.string().min(1).max(300);
const prose = z.string().max(5000).nullish();
const decimal = z.string().regex(/^\d+(\.\d+)?$/);
/** As many digits as are stored: one more would be lost in silence. */
const weight = z
  .string()
  .regex(
    /^\d{1,5}(\.\d{1,4})?$/,
    'a weight is written such as 2.5: 0 or more, up to 99999.9999, four decimals at most',
  );
const absence = z.enum(['RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE']);
/** A score on 100, as a threshold or a floor. */
const mark = z
  .string()
  .regex(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/, 'a score is written from 0 to 100, four decimals at most')
  .nullable()
  .default(null);
const share = z
  .string()
  .regex(/^(1(\.0{1,4})?|0(\.\d{1,4})?)$/, 'a share is written from 0 to 1, four decimals at most')
  .nullable()
  .default(null);
const event = z.enum(['SENT', 'ACKNOWLEDGED', 'ANSWERED', 'ATTEMPTED', 'RANG', 'CONNECTED']);
const delay = z
  .strictObject({ from: event, to: event, count: z.enum(['CALENDAR_DAYS', 'WORKING_DAYS', 'MINUTES', 'SECONDS']) })
  .nullable()
  .default(null);
const condition = z.union([
  z.strictObject({ criterion: lower, in: z.array(z.string().max(80)).min(1) }),
  z.strictObject({ criterion: lower, from: decimal.nullable().default(null), below: decimal.nullable().default(null) }),
]);

const scale = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('YES_NO'), yes: decimal, no: decimal }),
  z.strictObject({
    type: z.literal('CHOICE'),
    choices: z.array(z.strictObject({ code: lower, label, points: decimal })),
  }),
  z.strictObject({ type: z.literal('LINEAR'), zeroAt: decimal, oneAt: decimal }),
  z.strictObject({
    type: z.literal('STEPS'),
    steps: z.array(z.strictObject({ below: decimal, points: decimal })).min(1),
    beyond: decimal,
  }),
]);

const rule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('STRUCTURES') }),
  z.strictObject({
    type: z.literal('SHARE'),
    criteria: z.array(code).min(1),
    passes: z.union([z.literal('YES'), z.strictObject({ below: decimal })]),
    among: z.strictObject({ criterion: code, answer: z.enum(['ANY', 'YES']) }).optional(),
  }),
  z.strictObject({ type: z.literal('MEAN'), criterion: code }),
  z.strictObject({ type: z.literal('CHANNEL_SCORE'), channel: code }),
  z.strictObject({ type: z.literal('CATEGORY_SCORE'), category: code }),
]);

/** What absences do, as staff choose it: its shape is that of `score/policy.rules.ts`. */
export const policyRules = z.strictObject({
  minimumShare: share.unwrap().optional(),
  channels: z
    .array(
      z.strictObject({
        code,
        whenAbsent: absence.optional(),
        floor: mark.unwrap().optional(),
        compared: z.boolean().optional(),
      }),
    )
    .optional(),
  absences: z.strictObject({ NOT_OFFERED: absence, NOT_OBSERVED: absence, REFUSED: absence }).partial().optional(),
  floor: mark.unwrap().optional(),
});

/** A whole grid as readable data: what staff keep in a file, and what one edition hands to the next. */
export const gridConfiguration = z.strictObject({
  note: prose,
  minimumShare: share,
  steps: z.array(z.strictObject({ code, label, weight: weight.nullable().default(null) })).min(1),
  frames: z.array(
    z.strictObject({
      code,
      version: z.string().min(1).max(40),
      label,
      source: prose,
      clauses: z.array(z.strictObject({ number: z.int().min(1), label })),
    }),
  ),
  channels: z
    .array(
      z.strictObject({
        code: z.enum(['RECEPTION', 'PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL']),
        label,
        weight,
        optional: z.boolean(),
        compared: z.boolean().default(false),
        whenAbsent: absence.default('RENORMALISE'),
        floor: mark,
        minimum: mark,
        bonusCap: mark,
        criteria: z
          .array(
            z.strictObject({
              code: lower,
              step: code,
              label,
              guidance: prose,
              kind: z.enum(['YES_NO', 'SCALE', 'CHOICE', 'COUNT', 'DURATION', 'SHARE']),
              unit: z.enum(['RINGS', 'DAYS', 'SECONDS', 'MINUTES']).nullish(),
              weight,
              bonus: z.boolean().default(false),
              minimum: mark,
              floor: mark,
              conditions: z.array(condition).default([]),
              delay,
              scale,
              absences: z.strictObject({ NOT_OFFERED: absence, NOT_OBSERVED: absence, REFUSED: absence }),
              clauses: z.array(z.strictObject({ frame: code, version: z.string(), number: z.int() })).optional(),
              source: prose,
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  indicators: z.array(
    z.strictObject({ code, label, unit: z.enum(['SHARE', 'COUNT', 'RINGS', 'DAYS', 'SCORE']), base: label, rule }),
  ),
});

/** A grid as it is written; what may be left out takes its default when it is read. */
export type GridConfiguration = z.input<typeof gridConfiguration>;
export type FrameConfiguration = GridConfiguration['frames'][number];
type ReadGrid = z.output<typeof gridConfiguration>;
type CriterionConfiguration = ReadGrid['channels'][number]['criteria'][number];

/** A grid read from anywhere, or all that is wrong with it, each fault in a sentence that names the place. */
export function readConfiguration(data: unknown): { grid: ReadGrid } | { faults: string[] } {
  const read = gridConfiguration.safeParse(data);
  if (!read.success) return { faults: issuesOf(read.error) };
  const faults = configurationFaults(read.data);
  return faults.length > 0 ? { faults } : { grid: read.data };
}

/** What its shape does not say: codes that stand twice or nowhere, weights of nothing, scales that cannot score. */
function configurationFaults(grid: ReadGrid): string[] {
  const criteria = grid.channels.flatMap((channel) => channel.criteria.map((criterion) => ({ channel, criterion })));
  const codes = criteria.map(({ criterion }) => criterion.code);
  const steps = new Set(grid.steps.map(({ code }) => code));
  const clauses = new Set(
    grid.frames.flatMap((f) => f.clauses.map(({ number }) => `${f.code} ${f.version} ${number}`)),
  );
  return [
    ...repeated(grid.channels.map(({ code }) => code)).map((code) => `channel ${code} stands twice`),
    ...repeated(codes).map((code) => `criterion ${code} stands twice`),
    ...repeated(grid.indicators.map(({ code }) => code)).map((code) => `indicator ${code} stands twice`),
    ...weightFaults(grid),
    ...grid.channels.flatMap(({ criteria }) => conditionFaults(criteria)),
    ...grid.channels.flatMap(({ code, whenAbsent, floor }) =>
      floorFaults([whenAbsent], floor).map((f) => `${code}: ${f}`),
    ),
    ...criteria.flatMap(({ criterion }) => criterionFaults(criterion, steps, clauses)),
    ...grid.indicators.flatMap(({ code, rule }) =>
      criteriaIn(rule)
        .filter((criterion) => !codes.includes(criterion))
        .map((criterion) => `indicator ${code}: unknown criterion ${criterion}`),
    ),
  ];
}

function criterionFaults(
  criterion: CriterionConfiguration,
  steps: ReadonlySet<string>,
  clauses: ReadonlySet<string>,
): string[] {
  const { code, step, kind, scale, delay, absences, floor } = criterion;
  const faults = [
    ...faultsOf(kind, scale),
    ...floorFaults(Object.values(absences), floor),
    ...delayFaults(kind, delay),
  ];
  if (!steps.has(step)) faults.push(`unknown step ${step}`);
  for (const { frame, version, number } of criterion.clauses ?? [])
    if (!clauses.has(`${frame} ${version} ${number}`)) faults.push(`unknown clause ${frame} ${version} ${number}`);
  return faults.map((each) => `${code}: ${each}`);
}

/** A grid must be able to score: something weighs in each compared channel, some channel weighs, steps all or none. */
function weightFaults({ channels, steps }: ReadGrid): string[] {
  const weighed = steps.filter(({ weight }) => weight != null);
  const compared = channels.filter(({ optional, compared }) => !optional || compared);
  return [
    ...(compared.some(({ weight }) => isPositive(weight)) ? [] : ['no compared channel has a weight above 0']),
    ...channels
      .filter(({ criteria }) => !criteria.some(({ weight, bonus }) => isPositive(weight) && !bonus))
      .map(({ code }) => `${code}: no criterion has a weight above 0, bonuses apart`),
    ...(weighed.length === 0 || weighed.length === steps.length ? [] : ['either every step has a weight or none has']),
    ...(weighed.length > 0 && !weighed.some(({ weight }) => isPositive(weight ?? '0'))
      ? ['no step has a weight above 0']
      : []),
  ];
}

const floorFaults = (rules: readonly string[], floor: string | null | undefined): string[] =>
  rules.includes('FLOOR') && floor == null ? ['the policy FLOOR needs a floor'] : [];

const delayFaults = (kind: CriterionKind, delay: CriterionConfiguration['delay']): string[] =>
  delay && kind !== 'DURATION' ? ['only a DURATION can be derived from events'] : [];

/** What the shape of data has wrong, each fault with its place. */
export const issuesOf = ({ issues }: z.ZodError): string[] =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

function criteriaIn(rule: GridConfiguration['indicators'][number]['rule']): string[] {
  if (rule.type === 'SHARE') return [...rule.criteria, ...(rule.among ? [rule.among.criterion] : [])];
  return rule.type === 'MEAN' ? [rule.criterion] : [];
}

const isPositive = (weight: Decimal): boolean => /^\d+(\.\d+)?$/.test(weight) && Number(weight) > 0;
const repeated = (codes: readonly string[]): string[] => codes.filter((code, i) => codes.indexOf(code) !== i);
