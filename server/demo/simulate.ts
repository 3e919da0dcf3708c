import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventColumns } from '../audit/event.rules.ts';
import { dayAfter } from '../delay/calendar.rules.ts';
import type { EventKind } from '../delay/delay.rules.ts';
import { boardOf } from './board.ts';
import { type DemoChannel, type DemoCriterion, gridOf, type Year } from './configuration.ts';
import { agencyFile, findingText, frenchDay, frenchTime } from './csv.ts';
import { type DemoEvents, eventsOf } from './events.ts';
import { measure } from './measure.ts';
import { type Entrant, panelOf } from './panel.ts';
import { type DemoTest, planOf } from './plan.ts';
import { outcomesOf } from './quotas.ts';
import { type Chance, chanceOf } from './random.ts';
import { type Country, type DemoStructure, inventCountry } from './structures.ts';
import { tune } from './tune.ts';

/** A channel as the agency names it: in its files, in its rows, and at the head of its test numbers. */
const channelWords: Readonly<
  Record<string, { readonly file: string; readonly word: string; readonly prefix: string }>
> = {
  RECEPTION: { file: 'accueil', word: 'accueil', prefix: 'AC' },
  PHONE: { file: 'telephone', word: 'téléphone', prefix: 'PH' },
  EMAIL: { file: 'courriel', word: 'courriel', prefix: 'EM' },
  LETTER: { file: 'courrier', word: 'courrier', prefix: 'LE' },
  WEBSITE: { file: 'site', word: 'site', prefix: 'WE' },
  SOCIAL: { file: 'reseaux', word: 'réseaux', prefix: 'RS' },
};

/** Every file of the demonstration a field agency would deliver, by name: the same bytes at every call. */
export function simulate(): Map<string, Buffer> {
  const country = inventCountry();
  return new Map([
    ['structures.csv', structuresFile(country)],
    ...editionFiles(2021, country),
    ...editionFiles(2022, country),
  ]);
}

function editionFiles(year: Year, country: Country): [string, Buffer][] {
  const grid = gridOf(year);
  const panel = panelOf(year, country);
  const tests = planOf(year, panel);
  measure(year, grid, tests, outcomesOf(year, tests));
  tune(year, panel, boardOf(grid, tests));
  const events = eventsOf(year, grid, tests);
  const audits = grid.channels.map((channel): [string, Buffer] => [
    `audits-${year}-${channelWords[channel.code]?.file}.csv`,
    auditsFile(
      year,
      channel,
      tests.filter((test) => test.channel === channel.code),
      events,
    ),
  ]);
  return [[`enrolments-${year}.csv`, enrolmentsFile(year, panel)], ...audits];
}

function structuresFile({ all }: Country): Buffer {
  const columns =
    'reference;nom;type;siren;siret;code_insee;departement;region;population;annee_population;parent;provenance';
  return agencyFile(columns.split(';'), all.map(structureRow));
}

const structureRow = (structure: DemoStructure): string[] => [
  structure.reference,
  structure.name,
  structure.kind,
  structure.siren,
  structure.siret,
  structure.inseeCode,
  structure.department,
  structure.region,
  String(structure.population ?? ''),
  String(structure.populationYear ?? ''),
  structure.parent,
  structure.fictional ? 'fictive' : 'réelle',
];

function enrolmentsFile(year: Year, panel: readonly Entrant[]): Buffer {
  const chance = chanceOf(`inscriptions ${year}`);
  const rows = panel.map(({ structure, paying, takesReception, volunteer }) => [
    structure.reference,
    paying ? 'payante' : 'gratuite',
    takesReception ? 'accueil' : '',
    volunteer ? 'volontaire' : 'panel',
    // Nothing is invented of a structure that exists, and one of the panel never registered.
    structure.fictional && volunteer ? registeredOn(year, chance) : '',
  ]);
  return agencyFile(['reference', 'formule', 'options', 'origine', 'inscrite_le'], rows);
}

/** The first day of registration, and for how many days it was open, where a source says it. */
const registrations: Readonly<Partial<Record<Year, readonly [from: string, days: number]>>> = {
  2022: ['2022-02-07', 61],
};

/** A day of registration, as files write it: more at its opening, and most in its last week. */
function registeredOn(year: Year, chance: Chance): string {
  const registration = registrations[year];
  if (!registration) return '';
  const [from, days] = registration;
  const at = chance.happens(0.45) ? days - 1 - chance.whole(0, 9) : Math.floor(chance.next() * chance.next() * days);
  return frenchDay(dayAfter(from, at));
}

function auditsFile(
  year: Year,
  { code, criteria }: DemoChannel,
  tests: readonly DemoTest[],
  events: ReadonlyMap<DemoTest, DemoEvents>,
): Buffer {
  const { word, prefix } = channelWords[code] ?? { word: code, prefix: code };
  const kinds = kindsOf(criteria);
  const measured = criteria.filter(({ delay }) => !delay || tests.some((test) => !events.has(test)));
  const columns = [
    ...['test', 'reference', 'siren', 'canal', 'date'],
    ...kinds.map((kind) => eventColumns[kind]),
    ...measured.map((criterion) => criterion.code),
  ];
  const rows = tests.map((test, i) => [
    `${prefix}-${year % 100}-${String(i + 1).padStart(5, '0')}`,
    test.entrant.structure.reference,
    test.entrant.structure.siren,
    word,
    frenchDay(test.on),
    ...kinds.map((kind) => frenchTime(events.get(test)?.get(kind) ?? '')),
    ...measured.map((criterion) =>
      criterion.delay && events.has(test) ? '' : findingText(criterion.kind, test.findings.get(criterion.code)),
    ),
  ]);
  return agencyFile(columns, rows);
}

/** What has to be told for the delays of a channel, in the order it happens. */
const kindsOf = (criteria: readonly DemoCriterion[]): EventKind[] =>
  (Object.keys(eventColumns) as EventKind[]).filter((kind) =>
    criteria.some(({ delay }) => delay?.from === kind || delay?.to === kind),
  );

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, bytes] of simulate()) writeFileSync(new URL(name, import.meta.url), bytes);
