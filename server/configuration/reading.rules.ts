import type { z } from 'zod';
import { readConfiguration } from '../grid/grid.rules.ts';
import { unknownIn } from '../trophy/licence.rules.ts';
import { type Configuration, canonical, configurationShape, FORMAT, FORMAT_VERSION } from './configuration.rules.ts';

/** What can be wrong in a file: the sentence may change, the word may not. */
export type Problem =
  | 'NOT_JSON'
  | 'NOT_A_CONFIGURATION'
  | 'FORMAT_VERSION'
  | 'UNKNOWN_KEY'
  | 'MISSING'
  | 'WRONG_TYPE'
  | 'NOT_ALLOWED'
  | 'BADLY_WRITTEN'
  | 'OUT_OF_RANGE'
  | 'TWICE'
  | 'PERIOD_DISORDERED'
  | 'POPULATION_DISORDERED'
  | 'CENSUS_WITHOUT_BOUNDS'
  | 'TIE_CHANNEL'
  | 'PRIZE_CHANNEL'
  | 'PRIZE_CRITERIA'
  | 'UNKNOWN_CATEGORY'
  | 'UNKNOWN_CRITERION'
  | 'LICENCE_PLACEHOLDER'
  | 'GRID';

/** One thing wrong in a file: where, what, and what is needed to say how to put it right. */
export interface DocumentFault {
  /** Such as `categories[2].label`; empty for the whole file. */
  readonly path: string;
  readonly problem: Problem;
  readonly detail: Readonly<Record<string, string>>;
}

export type Reading = { readonly configuration: Configuration } | { readonly faults: DocumentFault[] };

/** A configuration read from the text of a file, or all that is wrong with it. Nothing is guessed. */
export function readDocument(text: string): Reading {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { faults: [fault('', 'NOT_JSON', { where: whereIn(text, (error as Error).message) })] };
  }
  const { format, formatVersion } = (data ?? {}) as { format?: unknown; formatVersion?: unknown };
  if (format !== FORMAT) return { faults: [fault('format', 'NOT_A_CONFIGURATION', { expected: FORMAT })] };
  if (formatVersion !== FORMAT_VERSION)
    return {
      faults: [
        fault('formatVersion', 'FORMAT_VERSION', { expected: String(FORMAT_VERSION), value: shown(formatVersion) }),
      ],
    };
  const read = configurationShape.safeParse(data);
  if (!read.success) return { faults: read.error.issues.flatMap((issue) => shapeFaults(issue, data)) };
  const faults = meaningFaults(read.data);
  return faults.length > 0 ? { faults } : { configuration: canonical(read.data) };
}

const fault = (path: string, problem: Problem, detail: Readonly<Record<string, string>> = {}): DocumentFault => ({
  ...{ path, problem, detail },
});

/** The line and the column at which reading stopped, when the engine says at which character. */
function whereIn(text: string, message: string): string {
  const at = /position (\d+)/.exec(message)?.[1];
  if (at === undefined) return '';
  const before = text.slice(0, Number(at)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

type Issue = z.core.$ZodIssue;

/** What the shape of a value has wrong, in our words. */
function shapeFaults(issue: Issue, data: unknown): DocumentFault[] {
  const path = pathOf(issue.path);
  const value = valueAt(data, issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fault(join(path, key), 'UNKNOWN_KEY', { key }));
  if (value === undefined) return [fault(path, 'MISSING')];
  if (issue.code === 'invalid_type')
    return [fault(path, 'WRONG_TYPE', { expected: issue.expected, value: shown(value) })];
  if (issue.code === 'invalid_value')
    return [fault(path, 'NOT_ALLOWED', { value: shown(value), options: issue.values.map(String).join(', ') })];
  if (issue.code === 'too_small' || issue.code === 'too_big')
    return [fault(path, 'OUT_OF_RANGE', { value: shown(value), bound: boundOf(issue) })];
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    const inner = closest.flatMap((each) =>
      shapeFaults({ ...each, path: [...issue.path, ...each.path] } as Issue, data),
    );
    if (inner.length > 0) return inner;
  }
  return [fault(path, 'BADLY_WRITTEN', { value: shown(value), rule: issue.message })];
}

const boundOf = (issue: Issue): string =>
  issue.code === 'too_small' ? `≥ ${issue.minimum}` : issue.code === 'too_big' ? `≤ ${issue.maximum}` : '';

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (sofar, step) => (typeof step === 'number' ? `${sofar}[${step}]` : join(sofar, String(step))),
    '',
  );

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], data);

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** What a shape does not say: codes that stand twice or nowhere, bounds and periods the wrong way round. */
export function meaningFaults({ edition, categories, prizes, licences, grid }: Configuration): DocumentFault[] {
  const codes = new Set(categories.map(({ code }) => code));
  const criteria = new Set(grid?.channels.flatMap((channel) => channel.criteria.map(({ code }) => code)));
  const gridRead = grid ? readConfiguration(grid) : null;
  return [
    ...periodFaults(edition),
    ...twice('categories', categories),
    ...twice('prizes', prizes),
    ...categories.flatMap((category, i) => categoryFaults(category, `categories[${i}]`)),
    ...prizes.flatMap((prize, i) => prizeFaults(prize, `prizes[${i}]`, codes, grid && criteria)),
    ...(licences ?? []).flatMap((licence, i, all) => licenceFaults(licence, `licences[${i}]`, all.slice(0, i))),
    ...(gridRead && 'faults' in gridRead ? gridRead.told.map((told) => gridFault(told)) : []),
  ];
}

type Told = Extract<ReturnType<typeof readConfiguration>, { told: unknown }>['told'][number];

const gridFault = ({ code, sentence, channel, criterion, field, about }: Told): DocumentFault =>
  fault(join('grid', [channel, criterion, field].filter(Boolean).join('.')), 'GRID', { code, sentence, ...about });

const periods = [
  ['registrationFrom', 'registrationTo'],
  ['fieldworkFrom', 'fieldworkTo'],
  ['fieldworkFrom', 'answersUntil'],
  ['contradictoryFrom', 'contradictoryTo'],
] as const;

const periodFaults = (edition: Configuration['edition']): DocumentFault[] =>
  periods.flatMap(([from, to]) => {
    const [first, last] = [edition[from], edition[to]];
    return first && last && first > last
      ? [fault(`edition.${to}`, 'PERIOD_DISORDERED', { from: first, to: last })]
      : [];
  });

const twice = (list: string, items: readonly { readonly code: string }[]): DocumentFault[] =>
  items.flatMap(({ code }, i) =>
    items.findIndex((each) => each.code === code) < i ? [fault(`${list}[${i}].code`, 'TWICE', { code })] : [],
  );

function categoryFaults(category: Configuration['categories'][number], at: string): DocumentFault[] {
  const { populationFrom: from, populationBelow: below, censusYear } = category;
  return [
    ...(from !== null && below !== null && below <= from
      ? [fault(`${at}.populationBelow`, 'POPULATION_DISORDERED', { from: String(from), below: String(below) })]
      : []),
    ...(censusYear !== null && from === null && below === null
      ? [fault(`${at}.censusYear`, 'CENSUS_WITHOUT_BOUNDS')]
      : []),
    ...tieFaults(category, at),
  ];
}

function prizeFaults(
  prize: Configuration['prizes'][number],
  at: string,
  categories: ReadonlySet<string>,
  criteria: ReadonlySet<string> | null,
): DocumentFault[] {
  const lost = prize.categoryCodes.filter((code) => !categories.has(code));
  const unknown = criteria ? prize.criteria.filter((code) => !criteria.has(code)) : [];
  return [
    ...lost.map((code) => fault(`${at}.categoryCodes`, 'UNKNOWN_CATEGORY', { code })),
    ...unknown.map((code) => fault(`${at}.criteria`, 'UNKNOWN_CRITERION', { code })),
    ...((prize.basis === 'CHANNEL') === (prize.channel !== null) ? [] : [fault(`${at}.channel`, 'PRIZE_CHANNEL')]),
    ...((prize.basis === 'DETERMINANT') === prize.criteria.length > 0
      ? []
      : [fault(`${at}.criteria`, 'PRIZE_CRITERIA')]),
    ...tieFaults(prize, at),
  ];
}

type Licence = NonNullable<Configuration['licences']>[number];

function licenceFaults(licence: Licence, at: string, before: readonly Licence[]): DocumentFault[] {
  const { scope, label, wording, fromOn: from, untilOn: to } = licence;
  return [
    ...(before.some((each) => each.scope === scope && each.label === label)
      ? [fault(`${at}.label`, 'TWICE', { code: label })]
      : []),
    ...(to !== null && to < from ? [fault(`${at}.untilOn`, 'PERIOD_DISORDERED', { from, to })] : []),
    ...unknownIn(wording, scope).map((name) => fault(`${at}.wording`, 'LICENCE_PLACEHOLDER', { name })),
  ];
}

const tieFaults = (
  award: { readonly tieRule: string; readonly tieChannel: string | null },
  at: string,
): DocumentFault[] =>
  (award.tieRule === 'CHANNEL') === (award.tieChannel !== null) ? [] : [fault(`${at}.tieChannel`, 'TIE_CHANNEL')];
