import { z } from 'zod';
import { type CriterionKind, type Decimal, faultsOf } from '../score/scale.rules.ts';

const code = z.string().regex(/^[A-Za-z0-9][\w.-]{0,79}$/);
/** Codes that stand in files of tests, as headings and as answers: these are read without regard to case. */
const lower = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,79}$/);
const label = z.string().min(1).max(300);
const prose = z.string().max(5000).nullish();
const decimal = z.string().regex(/^\d+(\.\d+)?$/);
/** As many digits as are stored: one more would be lost in silence. */
const weight = z.string().regex(/^\d{1,5}(\.\d{1,4})?$/);
const absence = z.enum(['LEAVE_OUT', 'ZERO']);

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

/** A whole grid as readable data: what staff keep in a file, and what one edition hands to the next. */
export const gridConfiguration = z.strictObject({
  note: prose,
  steps: z.array(z.strictObject({ code, label })).min(1),
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

export type GridConfiguration = z.infer<typeof gridConfiguration>;
export type FrameConfiguration = GridConfiguration['frames'][number];
type CriterionConfiguration = GridConfiguration['channels'][number]['criteria'][number];

/** A grid read from anywhere, or all that is wrong with it, each fault in a sentence that names the place. */
export function readConfiguration(data: unknown): { grid: GridConfiguration } | { faults: string[] } {
  const read = gridConfiguration.safeParse(data);
  if (!read.success) return { faults: issuesOf(read.error) };
  const faults = configurationFaults(read.data);
  return faults.length > 0 ? { faults } : { grid: read.data };
}

/** What its shape does not say: codes that stand twice or nowhere, weights of nothing, scales that cannot score. */
function configurationFaults(grid: GridConfiguration): string[] {
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
    ...grid.channels
      .filter(({ weight }) => !isPositive(weight))
      .map(({ code }) => `${code}: the weight must be above 0`),
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
  const { code, step, kind, scale, weight } = criterion;
  const faults = faultsOf(kind, scale);
  if (!steps.has(step)) faults.push(`unknown step ${step}`);
  if (!isPositive(weight)) faults.push('the weight must be above 0');
  for (const { frame, version, number } of criterion.clauses ?? [])
    if (!clauses.has(`${frame} ${version} ${number}`)) faults.push(`unknown clause ${frame} ${version} ${number}`);
  return faults.map((each) => `${code}: ${each}`);
}

/** What is wrong with one criterion on its own: a scale of another shape, or that cannot score, or a weight of nothing. */
export function criterionFaultsOf(criterion: { kind: CriterionKind; scale: unknown; weight: string }): string[] {
  const read = z.object({ scale, weight }).safeParse(criterion);
  if (!read.success) return issuesOf(read.error);
  const faults = faultsOf(criterion.kind, read.data.scale);
  return isPositive(read.data.weight) ? faults : [...faults, 'the weight must be above 0'];
}

const issuesOf = ({ issues }: z.ZodError): string[] =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

function criteriaIn(rule: GridConfiguration['indicators'][number]['rule']): string[] {
  if (rule.type === 'SHARE') return [...rule.criteria, ...(rule.among ? [rule.among.criterion] : [])];
  return rule.type === 'MEAN' ? [rule.criterion] : [];
}

const isPositive = (weight: Decimal): boolean => /^\d+(\.\d+)?$/.test(weight) && Number(weight) > 0;
const repeated = (codes: readonly string[]): string[] => codes.filter((code, i) => codes.indexOf(code) !== i);
