import type { z } from 'zod';
import { faultsInConditions } from '../score/condition.rules.ts';
import type { Decimal } from '../score/exact.rules.ts';
import { faulty, type GridFault, type GridFaultCode, ofChannel, ofCriterion } from '../score/fault.rules.ts';
import { scaleFaults } from '../score/scale.rules.ts';
import type { ReadGrid } from './grid.rules.ts';

type CriterionConfiguration = ReadGrid['channels'][number]['criteria'][number];

/** What its shape does not say: codes that stand twice or nowhere, weights of nothing, scales that cannot score. */
export function configurationFaults(grid: ReadGrid): GridFault[] {
  const criteria = grid.channels.flatMap((channel) => channel.criteria);
  const codes = criteria.map(({ code }) => code);
  const steps = new Set(grid.steps.map(({ code }) => code));
  const clauses = new Set(
    grid.frames.flatMap((f) => f.clauses.map(({ number }) => `${f.code} ${f.version} ${number}`)),
  );
  const twice = (noun: 'channel' | 'criterion' | 'indicator', all: readonly string[]) =>
    repeated(all).map((code) => faulty(TWICE[noun], `${noun} ${code} stands twice`, 'code', { code }));
  return [
    ...twice(
      'channel',
      grid.channels.map(({ code }) => code),
    ),
    ...twice('criterion', codes),
    ...twice(
      'indicator',
      grid.indicators.map(({ code }) => code),
    ),
    ...weightFaults(grid),
    ...grid.channels.flatMap(({ criteria }) => faultsInConditions(criteria)),
    ...grid.channels.flatMap(({ code, whenAbsent, floor }) =>
      floorFaults([whenAbsent], floor).map((fault) => ofChannel(code, fault)),
    ),
    ...criteria.flatMap((criterion) => criterionFaults(criterion, steps, clauses)),
    ...grid.indicators.flatMap((indicator) => indicatorFaults(indicator, codes)),
  ];
}

const TWICE = { channel: 'CHANNEL_TWICE', criterion: 'CRITERION_TWICE', indicator: 'INDICATOR_TWICE' } as const;

function indicatorFaults({ code, label, rule }: ReadGrid['indicators'][number], codes: readonly string[]): GridFault[] {
  const lost = criteriaIn(rule).filter((criterion) => !codes.includes(criterion));
  return lost.map((criterion) =>
    faulty('INDICATOR_CRITERION', `indicator ${code}: unknown criterion ${criterion}`, undefined, { label, criterion }),
  );
}

function criterionFaults(
  { code, step, kind, scale, delay, absences, floor, clauses: served }: CriterionConfiguration,
  steps: ReadonlySet<string>,
  clauses: ReadonlySet<string>,
): GridFault[] {
  const unknown = (served ?? [])
    .map(({ frame, version, number }) => `${frame} ${version} ${number}`)
    .filter((clause) => !clauses.has(clause));
  return [
    ...scaleFaults(kind, scale),
    ...floorFaults(Object.values(absences), floor),
    ...(delay && kind !== 'DURATION'
      ? [faulty('DELAY_NOT_DURATION', 'only a DURATION can be derived from events', 'delay')]
      : []),
    ...(steps.has(step) ? [] : [faulty('UNKNOWN_STEP', `unknown step ${step}`, 'step', { step })]),
    ...unknown.map((clause) => faulty('UNKNOWN_CLAUSE', `unknown clause ${clause}`, 'clauses', { clause })),
  ].map((fault) => ofCriterion(code, fault));
}

/** A grid must be able to score: something weighs in each compared channel, some channel weighs, steps all or none. */
function weightFaults({ channels, steps }: ReadGrid): GridFault[] {
  const weighed = steps.filter(({ weight }) => weight != null);
  const compared = channels.filter(({ optional, compared }) => !optional || compared);
  const when = (wrong: boolean, code: GridFaultCode, sentence: string) =>
    wrong ? [faulty(code, sentence, 'weight')] : [];
  return [
    ...when(
      !compared.some(({ weight }) => isPositive(weight)),
      'NO_CHANNEL_WEIGHS',
      'no compared channel has a weight above 0',
    ),
    ...channels
      .filter(({ criteria }) => !criteria.some(({ weight, bonus }) => isPositive(weight) && !bonus))
      .map(({ code }) =>
        ofChannel(
          code,
          faulty('NO_CRITERION_WEIGHS', 'no criterion has a weight above 0, bonuses apart', undefined, { code }),
        ),
      ),
    ...when(
      weighed.length > 0 && weighed.length < steps.length,
      'STEPS_HALF_WEIGHED',
      'either every step has a weight or none has',
    ),
    ...when(
      weighed.length > 0 && !weighed.some(({ weight }) => isPositive(weight ?? '0')),
      'NO_STEP_WEIGHS',
      'no step has a weight above 0',
    ),
  ];
}

const floorFaults = (rules: readonly string[], floor: string | null | undefined): GridFault[] =>
  rules.includes('FLOOR') && floor == null ? [faulty('FLOOR_MISSING', 'the policy FLOOR needs a floor', 'floor')] : [];

/** What the shape of a grid has wrong, each fault with the channel or the criterion it stands in, by its code. */
export const shapeFaults = (error: z.ZodError, data: unknown): GridFault[] =>
  error.issues.map(({ path, message, code: kind }) => {
    const [first, channel, second, criterion] = path;
    const inside = (...keys: readonly unknown[]) =>
      keys.reduce((owner: unknown, key) => (owner as Record<string, unknown> | null | undefined)?.[String(key)], data);
    const codeAt = (...keys: readonly unknown[]) => ({ code: inside(...keys, 'code') });
    const owner = second === 'criteria' && criterion !== undefined ? 'criterion' : 'channel';
    const { code } = owner === 'criterion' ? codeAt(first, channel, second, criterion) : codeAt(first, channel);
    const empty = kind === 'too_small' ? EMPTY[String(path.at(-1))] : undefined;
    const field = path.findLast((key) => typeof key === 'string');
    return {
      ...faulty(empty ?? shapeOf(message), `${path.join('.')}: ${message}`, String(field ?? '')),
      ...(first === 'channels' && typeof code === 'string' ? { [owner]: code } : {}),
    };
  });

/** What a grid cannot be without. */
const EMPTY: Readonly<Record<string, GridFaultCode>> = {
  ...{ channels: 'NO_CHANNEL', steps: 'NO_STEP', criteria: 'CHANNEL_EMPTY' },
};

/** Numbers are the shapes that people mistake: each has a code of its own. */
const shapeOf = (message: string): GridFaultCode =>
  message.startsWith('a weight is written')
    ? 'WEIGHT_SHAPE'
    : message.startsWith('a score is written')
      ? 'MARK_SHAPE'
      : message.startsWith('a share is written')
        ? 'SHARE_SHAPE'
        : 'SHAPE';

function criteriaIn(rule: ReadGrid['indicators'][number]['rule']): string[] {
  if (rule.type === 'SHARE') return [...rule.criteria, ...(rule.among ? [rule.among.criterion] : [])];
  return rule.type === 'MEAN' ? [rule.criterion] : [];
}

const isPositive = (weight: Decimal): boolean => /^\d+(\.\d+)?$/.test(weight) && Number(weight) > 0;
const repeated = (codes: readonly string[]): string[] => codes.filter((code, i) => codes.indexOf(code) !== i);
