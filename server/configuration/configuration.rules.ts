import { z } from 'zod';
import { gridConfiguration, policyRules } from '../grid/grid.rules.ts';

/** What a file says it is, and the version of its shape: a file of a later version is refused, not guessed. */
export const FORMAT = 'barometre/configuration';
export const FORMAT_VERSION = 1;

const code = z.string().regex(/^[A-Za-z0-9][\w.-]{0,79}$/);
const title = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\n\r]*$/);
const prose = z.string().min(1).max(5000).nullable().default(null);
const day = z.iso.date().nullable().default(null);
const mark = z
  .string()
  .regex(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/)
  .nullable()
  .default(null);
const population = z.int().min(0).max(2_000_000_000).nullable().default(null);
const place = z.int().min(0).max(32_000);
const channel = z.enum(['RECEPTION', 'PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL']);

/** What is said of an edition. Its year and number tell which one it is, and never change by a file. */
const edition = z.strictObject({
  year: z.int().min(2000).max(2100),
  ordinal: z.int().min(1).max(32_000),
  label: title,
  provenance: z.enum(['FIELD', 'REPORTED', 'SIMULATED']).default('FIELD'),
  registrationFrom: day,
  registrationTo: day,
  fieldworkFrom: day,
  fieldworkTo: day,
  answersUntil: day,
  contradictoryFrom: day,
  contradictoryTo: day,
  datesDrive: z.boolean().default(false),
  ceremonyOn: day,
  ceremonyPlace: title.nullable().default(null),
  note: prose,
  sources: z.array(z.string().max(2000)).default([]),
  fewestContributors: z.int().min(3).max(1000).default(5),
  largestShare: z
    .string()
    .regex(/^(1(\.0{1,4})?|0\.[5-9]\d{0,3})$/)
    .default('0.85'),
});

/** The rules of an award, whether it is the trophy of a category or a special prize. */
const award = {
  awardField: z.int().min(1).max(32_000).default(3),
  awardMinimum: mark,
  tieRule: z.enum(['SHARED', 'JURY', 'CHANNEL']).default('SHARED'),
  tieChannel: channel.nullable().default(null),
  mostLaureates: z.int().min(1).max(32_000).nullable().default(null),
  mayBeWithheld: z.boolean().default(true),
  mentionAllowed: z.boolean().default(true),
};

const category = z.strictObject({
  code,
  label: title,
  position: place,
  kinds: z
    .array(
      z.enum([
        'COMMUNE',
        'INTERCOMMUNALITY',
        'DEPARTMENT',
        'REGION',
        'FRANCE_SERVICES',
        'SOCIAL_SERVICE',
        'DEVELOPMENT_SERVICE',
        'EDUCATION_CULTURE_SERVICE',
        'OTHER',
      ]),
    )
    .min(1),
  populationFrom: population,
  populationBelow: population,
  censusYear: z.int().min(1900).max(2100).nullable().default(null),
  territory: z.enum(['IN', 'OUT']).default('IN'),
  departmentCodes: z.array(z.string().min(1).max(10)).default([]),
  regionCodes: z.array(z.string().min(1).max(10)).default([]),
  awarded: z.boolean().default(true),
  ...award,
});

const prize = z.strictObject({
  code,
  label: title,
  position: place,
  rewards: prose,
  categoryCodes: z.array(code).default([]),
  basis: z.enum(['OVERALL', 'CHANNEL', 'DETERMINANT', 'FREE']).default('OVERALL'),
  channel: channel.nullable().default(null),
  criteria: z.array(code).default([]),
  ...award,
});

/** What laureates may write, and how long, known by its label among those for the same laureates. Logos stay behind. */
const licence = z.strictObject({
  scope: z.enum(['TROPHY', 'PRIZE', 'MENTION']),
  position: place.default(0),
  label: title,
  wording: z.string().min(1).max(5000),
  fromOn: z.iso.date(),
  untilOn: day,
});

/** The whole configuration of an edition, as a file carries it; what may be left out takes its default. */
export const configurationShape = z
  .strictObject({
    $schema: z.string().max(300).optional(),
    format: z.literal(FORMAT),
    formatVersion: z.literal(FORMAT_VERSION),
    edition,
    categories: z.array(category).default([]),
    prizes: z.array(prize).default([]),
    /** Null for a file that says nothing of them: those the edition has then stay. */
    licences: z.array(licence).nullable().default(null),
    policy: policyRules.nullable().default(null),
    grid: gridConfiguration.nullable().default(null),
  })
  .meta({ title: 'Configuration d’une édition du Baromètre' });

export type Configuration = z.output<typeof configurationShape>;

/** The JSON Schema that is published, so that an editor can help whoever writes such a file by hand. */
export const configurationSchema = (): object =>
  z.toJSONSchema(configurationShape, { target: 'draft-2020-12', io: 'input' });

/** The parts of a configuration that may be taken one without another. */
export const parts = ['EDITION', 'CATEGORIES', 'PRIZES', 'LICENCES', 'GRID', 'POLICY'] as const;
export type Part = (typeof parts)[number];

/** Where each part stands in the file. */
export const placeOf = {
  EDITION: 'edition',
  CATEGORIES: 'categories',
  PRIZES: 'prizes',
  LICENCES: 'licences',
  GRID: 'grid',
  POLICY: 'policy',
} as const;

/** One configuration with some parts of another. Which edition it is stays what it is. */
export const withParts = (own: Configuration, other: Configuration, chosen: readonly Part[]): Configuration => {
  const said = chosen.filter((part) => part !== 'LICENCES' || other.licences !== null);
  const taken = Object.fromEntries(said.map((part) => [placeOf[part], other[placeOf[part]]]));
  const { year, ordinal } = own.edition;
  const mixed = { ...own, ...taken } as Configuration;
  return { ...mixed, edition: { ...mixed.edition, year, ordinal } };
};

/** Decimals that are stored as numbers: 2.50 and 2.5 are one. */
const DECIMALS = ['weight', 'floor', 'minimum', 'bonusCap', 'minimumShare', 'awardMinimum', 'largestShare'];

const plain = (decimal: string): string => decimal.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

/** A value in the one way it is written: decimals plain, what was left out null. */
function settled(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => settled(each));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, settled(each, name)]));
  return typeof value === 'string' && DECIMALS.includes(key) ? plain(value) : value;
}

/** A configuration in the one way it is written: the order of the shape, whatever the order it was read in. */
export function canonical(configuration: Configuration): Configuration {
  const { $schema: _, ...read } = configurationShape.parse(settled(configuration));
  const { policy, grid } = read;
  const channels = grid?.channels.map((channel) => ({
    ...channel,
    criteria: channel.criteria.map(({ guidance, unit, source, clauses, ...criterion }) => ({
      ...criterion,
      ...{ guidance: guidance ?? null, unit: unit ?? null, source: source ?? null },
      clauses: (clauses ?? []).toSorted((a, b) => (clauseKey(a) < clauseKey(b) ? -1 : 1)),
    })),
  }));
  const served = new Set(channels?.flatMap(({ criteria }) => criteria.flatMap((each) => each.clauses.map(frameKey))));
  const frames = grid?.frames
    .filter(({ code, version }) => served.has(`${code} ${version}`))
    .map((frame) => ({
      ...{ ...frame, source: frame.source ?? null },
      clauses: frame.clauses.toSorted((a, b) => a.number - b.number),
    }))
    .toSorted((a, b) => `${a.code} ${a.version}`.localeCompare(`${b.code} ${b.version}`, 'en'));
  return {
    ...read,
    categories: inPlace(read.categories),
    prizes: inPlace(read.prizes),
    licences: read.licences && inTurn(read.licences),
    policy: policy && Object.keys(policy).length > 0 ? policy : null,
    grid: grid && { ...grid, note: grid.note ?? null, frames: frames ?? [], channels: channels ?? [] },
  };
}

const inPlace = <T extends { position: number; code: string }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));

const inTurn = (all: NonNullable<Configuration['licences']>) =>
  all.toSorted((a, b) => a.position - b.position || (`${a.scope} ${a.label}` < `${b.scope} ${b.label}` ? -1 : 1));

interface Served {
  readonly frame: string;
  readonly version: string;
  readonly number: number;
}
const frameKey = ({ frame, version }: Served): string => `${frame} ${version}`;
const clauseKey = (clause: Served): string => `${frameKey(clause)} ${String(clause.number).padStart(5, '0')}`;

/** The file itself: indented, one final line break, the same bytes for the same configuration. */
export const textOf = (configuration: Configuration): string => {
  const { format, formatVersion, ...rest } = canonical(configuration);
  return `${JSON.stringify({ $schema: 'configuration.schema.json', format, formatVersion, ...rest }, null, 2)}\n`;
};
