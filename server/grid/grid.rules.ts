import { z } from 'zod';
import { type GridFault, sentencesOf } from '../score/fault.rules.ts';
import { configurationFaults, shapeFaults } from './fault.rules.ts';

/** What a number of each sort looks like, in the words of its refusal. */
const WEIGHT = 'a weight is written such as 2.5: 0 or more, up to 99999.9999, four decimals at most';
const MARK = 'a score is written from 0 to 100, four decimals at most';
const SHARE = 'a share is written from 0 to 1, four decimals at most';

const code = z.string().regex(/^[A-Za-z0-9][\w.-]{0,79}$/);
/** Codes that stand in files of tests, as headings and as answers: these are read without regard to case. */
const lower = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,79}$/);
const label = z.string().min(1).max(300);
const prose = z.string().max(5000).nullish();
const decimal = z.string().regex(/^\d+(\.\d+)?$/);
/** As many digits as are stored: one more would be lost in silence. */
const weight = z.string().regex(/^\d{1,5}(\.\d{1,4})?$/, WEIGHT);
const absence = z.enum(['RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE']);
/** A score on 100, as a threshold or a floor. */
const mark = z
  .string()
  .regex(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/, MARK)
  .nullable()
  .default(null);
const share = z
  .string()
  .regex(/^(1(\.0{1,4})?|0(\.\d{1,4})?)$/, SHARE)
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
export type ReadGrid = z.output<typeof gridConfiguration>;

/** A grid read from anywhere, or all that is wrong with it: each fault in a sentence, and told with its place. */
export function readConfiguration(data: unknown): { grid: ReadGrid } | { faults: string[]; told: GridFault[] } {
  const read = gridConfiguration.safeParse(data);
  const told = read.success ? configurationFaults(read.data) : shapeFaults(read.error, data);
  if (told.length > 0 || !read.success) return { faults: sentencesOf(told), told };
  return { grid: read.data };
}

/** What the shape of data has wrong, each fault with its place. */
export const issuesOf = ({ issues }: z.ZodError): string[] =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
