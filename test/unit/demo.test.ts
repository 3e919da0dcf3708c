import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { derivedFinding, readEvents } from '../../server/audit/event.rules.ts';
import { isWorkingDay, localDayOf, localTimeOf, territoryOf } from '../../server/delay/calendar.rules.ts';
import type { ContactEvent } from '../../server/delay/delay.rules.ts';
import type { DemoCriterion, DemoGrid, Year } from '../../server/demo/configuration.ts';
import { gridOf } from '../../server/demo/configuration.ts';
import { simulate } from '../../server/demo/simulate.ts';
import { withKey } from '../../server/demo/structures.ts';
import { rank } from '../../server/ranking/rank.rules.ts';
import { rounded } from '../../server/score/exact.rules.ts';
import {
  type IndicatorRule,
  type IndicatorValue,
  meanIndicatorOf,
  meanValueOf,
  shareOf,
} from '../../server/score/indicator.rules.ts';
import type { Absence, Finding } from '../../server/score/measure.rules.ts';
import { type CriterionKind, faultsOf, refusalOf } from '../../server/score/scale.rules.ts';
import { scoreOf } from '../../server/score/score.rules.ts';

type Row = Readonly<Record<string, string>>;

interface EditionFile {
  fieldwork: { from: string; to: string };
  answersUntil: string;
  categories: {
    code: string;
    kinds: string[];
    populationFrom: number | null;
    populationBelow: number | null;
    awarded: boolean;
  }[];
  trophies: { category: string; laureates: string[]; pointRemarquable: string }[];
}

interface HistoryFile {
  editions: { year: number; figures: { code: string; value: string; sources: string[] }[]; sources: string[] }[];
  palmares: { category: string | null; note: string | null; structure: { reference: string }; sources: string[] }[];
  categories: { code: string }[];
}

const folder = new URL('../../server/demo/', import.meta.url);
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, folder));
const json = <T>(name: string): T => JSON.parse(bytesOf(name).toString('utf8')) as T;
const rowsOf = (name: string): Row[] =>
  parse(new TextDecoder('windows-1252', { fatal: true }).decode(bytesOf(name)), { delimiter: ';', columns: true });

const channels: Readonly<Record<string, string>> = {
  RECEPTION: 'accueil',
  PHONE: 'telephone',
  EMAIL: 'courriel',
  LETTER: 'courrier',
  WEBSITE: 'site',
  SOCIAL: 'reseaux',
};

const kinds: Readonly<Record<string, string>> = {
  commune: 'COMMUNE',
  intercommunalité: 'INTERCOMMUNALITY',
  département: 'DEPARTMENT',
  région: 'REGION',
  'france services': 'FRANCE_SERVICES',
  'service social': 'SOCIAL_SERVICE',
  'service de développement': 'DEVELOPMENT_SERVICE',
  'service éducation et culture': 'EDUCATION_CULTURE_SERVICE',
};

const absences: Readonly<Record<string, Absence>> = {
  SO: 'NOT_APPLICABLE',
  NP: 'NOT_OFFERED',
  NOBS: 'NOT_OBSERVED',
  REF: 'REFUSED',
};

const mainland = territoryOf(null);
const isoDay = (day: string | undefined): string => (day ?? '').split('/').toReversed().join('-');

const structures = rowsOf('structures.csv');
const files: Readonly<Record<Year, Audited>> = { 2021: audited(2021), 2022: audited(2022) };
const years: Year[] = [2021, 2022];

interface Test {
  readonly row: Row;
  readonly events: readonly ContactEvent[];
  readonly findings: ReadonlyMap<string, Finding>;
}

interface Audited {
  readonly edition: EditionFile;
  readonly grid: DemoGrid;
  readonly enrolments: readonly Row[];
  readonly tests: readonly Test[];
  readonly categoryOf: (reference: string) => string;
  readonly scoreOf: (reference: string) => ReturnType<typeof scoreOf>;
  readonly entrantsOf: (category: string) => string[];
}

/** An edition as anyone can read it from the files alone. */
function audited(year: Year): Audited {
  const edition = json<EditionFile>(`edition-${year}.json`);
  const grid = gridOf(year);
  const enrolments = rowsOf(`enrolments-${year}.csv`);
  const tests = grid.channels.flatMap(({ code, criteria }) =>
    rowsOf(`audits-${year}-${channels[code]}.csv`).map((row) => {
      const { events, faults } = readEvents(row, mainland, isoDay(row.date), `${year}-12-01T00:00:00Z`);
      expect(faults, row.test).toEqual([]);
      return { row, events, findings: new Map(criteria.map((one) => [one.code, foundOf(one, row, events, edition)])) };
    }),
  );
  const testsOf = Map.groupBy(tests, ({ row }) => row.reference ?? '');
  const scores = new Map(
    enrolments.map(({ reference = '' }) => [
      reference,
      scoreOf(
        grid,
        (testsOf.get(reference) ?? []).flatMap(({ findings }) => [...findings.values()]),
      ),
    ]),
  );
  const categories = new Map(enrolments.map(({ reference = '' }) => [reference, categoryOf(edition, reference)]));
  return {
    edition,
    grid,
    enrolments,
    tests,
    categoryOf: (reference) => categories.get(reference) ?? '',
    scoreOf: (reference) => scores.get(reference) as ReturnType<typeof scoreOf>,
    entrantsOf: (category) => [...categories].filter(([, code]) => code === category).map(([reference]) => reference),
  };
}

function foundOf(
  { code, kind, scale, delay }: DemoCriterion,
  row: Row,
  events: readonly ContactEvent[],
  { answersUntil: closing }: EditionFile,
): Finding {
  if (!delay) return findingOf(code, kind, row[code] ?? '');
  const derived = derivedFinding({ kind, scale, delay }, row[code] ?? '', { events, territory: mainland, closing });
  if (typeof derived === 'string') throw new Error(`${row.test} ${code}: ${derived}`);
  return { criterion: code, value: derived.amount, absence: derived.absence };
}

function findingOf(criterion: string, kind: CriterionKind, text: string): Finding {
  const absence = absences[text];
  if (absence) return { criterion, value: null, absence };
  if (kind !== 'YES_NO') return { criterion, value: text.replace(',', '.'), absence: null };
  return { criterion, value: text === 'oui' ? '1' : text === 'non' ? '0' : text, absence: null };
}

function categoryOf(edition: EditionFile, reference: string): string {
  const structure = structures.find((one) => one.reference === reference);
  const population = Number(structure?.population);
  const fitting = edition.categories.filter(
    ({ kinds: taken, populationFrom, populationBelow }) =>
      taken.includes(kinds[structure?.type ?? ''] ?? '') &&
      (populationFrom === null || population >= populationFrom) &&
      (populationBelow === null || population < populationBelow),
  );
  expect(fitting, reference).toHaveLength(1);
  return fitting[0]?.code ?? '';
}

function indicatorOf(year: Year, code: string): IndicatorValue {
  const { grid, enrolments, tests, scoreOf, entrantsOf } = files[year];
  const rule = grid.indicators.find((indicator) => indicator.code === code)?.rule as IndicatorRule;
  const findings = tests.map((one) => one.findings);
  switch (rule.type) {
    case 'STRUCTURES':
      return { value: new Fraction(enrolments.length), numerator: null, denominator: enrolments.length };
    case 'SHARE':
      return shareOf(rule, findings);
    case 'MEAN':
      return meanValueOf(rule.criterion, findings);
    case 'CHANNEL_SCORE':
      return meanIndicatorOf(
        enrolments.flatMap(
          ({ reference = '' }) => scoreOf(reference).channels.find(({ code }) => code === rule.channel)?.score ?? [],
        ),
      );
    case 'CATEGORY_SCORE':
      return meanIndicatorOf(entrantsOf(rule.category).flatMap((reference) => scoreOf(reference).score ?? []));
  }
}

const figures = (year: Year) =>
  Object.fromEntries(
    files[year].grid.indicators.map(({ code }) => {
      const { value, denominator } = indicatorOf(year, code);
      return [code, `${value && rounded(value, 4)} over ${denominator}`];
    }),
  );

test('the committed files are those the simulation writes, byte for byte', () => {
  const simulated = simulate();
  const committed = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  expect(committed.toSorted()).toEqual([...simulated.keys()].toSorted());
  for (const [name, bytes] of simulated) expect(bytes.equals(bytesOf(name)), name).toBe(true);
});

test('files come as agencies send them: Windows-1252, carriage returns, semicolons', () => {
  for (const name of simulate().keys()) {
    const bytes = bytesOf(name);
    expect(bytes.subarray(-2).toString('latin1'), name).toBe('\r\n');
    expect(bytes.toString('latin1').replaceAll('\r\n', ''), name).not.toMatch(/[\r\n]/);
  }
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf('structures.csv'))).toThrow();
  expect(structures.map(({ nom }) => nom)).toContain('Sicoval – Communauté d’agglomération du Sud-Est toulousain');
});

describe('structures', () => {
  test('have each their own name and identifiers, and a body before its sites', () => {
    for (const column of ['reference', 'nom', 'siren', 'siret'] as const) {
      const filled = structures.map((row) => row[column]).filter(Boolean);
      expect(filled.length, column).toBe(new Set(filled).size);
    }
    const references = structures.map(({ reference }) => reference);
    for (const { reference, parent } of structures.filter((row) => row.parent))
      expect(references.indexOf(parent ?? ''), reference).toBeLessThan(references.indexOf(reference));
    expect(references.every((reference, i) => reference && references.indexOf(reference) === i)).toBe(true);
  });

  test('have identifiers with a right key, and no invented one could be real', () => {
    for (const { siren = '', siret = '', provenance } of structures) {
      for (const [number, digits] of [
        [siren, 9],
        [siret, 14],
      ] as const)
        if (number) expect(number).toBe(withKey(number.slice(0, digits - 1)));
      if (provenance === 'fictive') expect(`${siren}${siret}`).toMatch(/^(000\d+)?$/);
    }
  });

  test('are real only where a source names them', () => {
    const real = structures.filter(({ provenance }) => provenance === 'réelle').map(({ reference }) => reference);
    expect(real).toHaveLength(9);
    for (const year of years)
      for (const { reference } of files[year].enrolments.filter((row) => real.includes(row.reference)))
        expect(files[year].edition.trophies.flatMap(({ laureates }) => laureates)).toContain(reference);
  });
});

describe.each(years)('edition %i', (year) => {
  const { edition, grid, enrolments, tests } = files[year];

  test('has a sound grid, each criterion once', () => {
    for (const { code, kind, scale } of grid.channels.flatMap(({ criteria }) => criteria))
      expect(faultsOf(kind, scale), code).toEqual([]);
    const codes = grid.channels.flatMap(({ criteria }) => criteria.map(({ code }) => code));
    expect(codes.length).toBe(new Set(codes).size);
  });

  test('has only values its scales accept, and every kind of absence', () => {
    const rules = new Map(grid.channels.flatMap(({ criteria }) => criteria.map((one) => [one.code, one])));
    const seen = new Set<string>();
    for (const { row, findings } of tests)
      for (const { criterion, value, absence } of findings.values()) {
        const rule = rules.get(criterion);
        if (absence) seen.add(absence);
        else if (rule) expect(refusalOf(rule.kind, rule.scale, value ?? ''), `${row.test} ${criterion}`).toBeNull();
      }
    expect([...seen].toSorted()).toEqual(['NOT_APPLICABLE', 'NOT_OBSERVED', 'NOT_OFFERED', 'REFUSED']);
  });

  test('tests enrolled structures only, each test once, on working days of the fieldwork', () => {
    const enrolled = new Set(enrolments.map(({ reference }) => reference));
    const sirens = new Map(structures.map(({ reference, siren }) => [reference, siren]));
    expect(new Set(tests.map(({ row }) => row.test)).size).toBe(tests.length);
    for (const { row } of tests) {
      expect(enrolled.has(row.reference), row.test).toBe(true);
      expect(row.siren).toBe(sirens.get(row.reference));
      const day = isoDay(row.date);
      expect(day >= edition.fieldwork.from && day <= edition.fieldwork.to, row.test).toBe(true);
      expect(new Date(day).getUTCDay() % 6, row.test).not.toBe(0);
    }
  });

  test('sends its requests by day, and is answered while offices are open', () => {
    const answers = tests.flatMap(({ row, events }) => {
      const [sent, ...after] = events.map(({ at }) => localTimeOf(at, mainland));
      if (sent) expect(sent.slice(0, 10)).toBe(isoDay(row.date));
      for (const time of [sent, ...after].flatMap((at) => at ?? [])) {
        expect(time.slice(11) >= '08:00:00' && time.slice(11) <= '19:00:00', `${row.test} ${time}`).toBe(true);
        expect(isWorkingDay(time.slice(0, 10), mainland), `${row.test} ${time}`).toBe(true);
      }
      return after;
    });
    expect(answers.length).toBeGreaterThan(1000);
  });

  test('gets a few answers once they no longer count: those requests were not answered', () => {
    const late = tests.filter(({ events }) =>
      events.some(({ kind, at }) => kind === 'ANSWERED' && localDayOf(at, mainland) > edition.answersUntil),
    );
    expect(late.map(({ row }) => row.canal).toSorted()).toEqual([
      ...Array.from({ length: 6 }, () => 'courriel'),
      ...Array.from({ length: 9 }, () => 'courrier'),
    ]);
    for (const { findings } of late) {
      const found = [...findings.values()];
      expect(found.find(({ criterion }) => criterion.endsWith('.answered'))?.value).toBe('0');
      expect(found.find(({ criterion }) => criterion.endsWith('.delay'))?.absence).toBe('NOT_OBSERVED');
    }
  });

  test('says a request was answered just when an answer counts', () => {
    for (const { row, findings } of tests) {
      const found = [...findings.values()];
      const answered = found.find(({ criterion }) => criterion.endsWith('.answered'))?.value;
      const delay = found.find(({ criterion }) => criterion.endsWith('.delay'));
      if (delay) expect(answered === '1', row.test).toBe(delay.value !== null);
    }
  });

  test('visits the counter of those who took and paid the option, and of nobody else', () => {
    const took = enrolments.filter(({ options }) => options === 'accueil');
    const visited = tests.filter(({ row }) => row.canal === 'accueil').map(({ row }) => row.reference);
    expect(took.every(({ formule }) => formule === 'payante')).toBe(true);
    expect(new Set(visited)).toEqual(new Set(took.map(({ reference }) => reference)));
  });

  test('is led in each awarded category by its sourced laureate, alone and visibly, not absurdly', () => {
    const awarded = edition.categories.filter((category) => category.awarded).map(({ code }) => code);
    expect(edition.trophies.map(({ category }) => category)).toEqual(awarded);
    for (const { category, laureates } of edition.trophies) {
      const ranked = ranking(year, category);
      expect(ranked.filter((place) => place.rank === 1).map(({ entrant }) => entrant)).toEqual(laureates);
      const [first, second] = ranked.map(({ entrant }) => files[year].scoreOf(entrant).score?.valueOf() ?? 0);
      expect((first ?? 0) - (second ?? 0), category).toBeGreaterThanOrEqual(0.3);
      expect((first ?? 0) - (second ?? 0), category).toBeLessThan(5);
    }
  });
});

const ranking = (year: Year, category: string) =>
  rank(files[year].entrantsOf(category), (reference) => files[year].scoreOf(reference).score);

test('both editions have the structures of their categories', () => {
  const sizes = years.map((year) =>
    files[year].edition.categories.map(({ code }) => files[year].entrantsOf(code).length),
  );
  expect(sizes).toEqual([
    [46, 60, 56, 54, 26, 15, 38, 15, 20, 19],
    [42, 52, 50, 48, 24, 14, 34, 14, 17, 16],
  ]);
});

test('the figures of 2022 are those of the press release', () => {
  expect(figures(2022)).toMatchInlineSnapshot(`
    {
      "email.answered_within_10_days": "0.5500 over 640",
      "france_services.score_mean": "47.5984 over 16",
      "letter.answered_within_15_days": "0.4000 over 320",
      "phone.connected_first_call": "0.7700 over 800",
      "phone.rings_mean": "5.5000 over 616",
      "reception.score_mean": "86.0000 over 50",
      "regions.score_mean": "70.1983 over 14",
      "social.answered_within_3_days": "0.9000 over 160",
      "social.private_message_answered": "0.6667 over 240",
      "structures": "311.0000 over 311",
      "website.digital_help": "0.2000 over 300",
      "website.online_procedures": "0.7400 over 300",
    }
  `);
});

test('the figures of 2021 are those the release compares with', () => {
  expect(figures(2021)).toMatchInlineSnapshot(`
    {
      "email.answered_within_10_days": "0.5800 over 700",
      "france_services.score_mean": "52.6006 over 19",
      "letter.answered_within_15_days": "0.4499 over 349",
      "phone.connected_first_call": "0.9600 over 750",
      "phone.rings_mean": "2.2000 over 720",
      "reception.score_mean": "85.6781 over 36",
      "regions.score_mean": "58.2009 over 15",
      "social.answered_within_3_days": "0.8481 over 158",
      "social.private_message_answered": "0.6270 over 252",
      "structures": "349.0000 over 349",
      "website.digital_help": "0.1602 over 337",
      "website.online_procedures": "0.6617 over 337",
    }
  `);
});

test('regions gain 12 points and France Services lose 5, departments rise', () => {
  const gain = (category: string) => {
    const [before, after] = years.map(
      (year) =>
        meanIndicatorOf(files[year].entrantsOf(category).flatMap((one) => files[year].scoreOf(one).score ?? [])).value,
    );
    return (after?.valueOf() ?? 0) - (before?.valueOf() ?? 0);
  };
  expect(Math.abs(gain('regions') - 12)).toBeLessThan(0.005);
  expect(Math.abs(gain('france_services') + 5)).toBeLessThan(0.005);
  expect(gain('departments')).toBeGreaterThan(1);
});

test('equals share a rank in 2022: 1, 2, 2, 4', () => {
  const places = ranking(2022, 'towns_20000_50000').map((place) => place.rank);
  expect(places.slice(0, 4)).toEqual([1, 2, 2, 4]);
});

test('the overall scores are spread as in the public record', () => {
  for (const year of years) {
    const scores = files[year].enrolments.map(
      ({ reference = '' }) => files[year].scoreOf(reference).score?.valueOf() ?? 0,
    );
    const mean = scores.reduce((total, score) => total + score, 0) / scores.length;
    expect(mean).toBeGreaterThan(60);
    expect(mean).toBeLessThan(70);
    expect(Math.max(...scores)).toBeLessThan(95);
    expect(Math.min(...scores)).toBeGreaterThan(15);
  }
});

describe('history', () => {
  const { editions, palmares, categories } = json<HistoryFile>('history.json');

  test('has ten editions and 43 entries, each with a source', () => {
    expect(editions.map(({ year }) => year)).toEqual([2012, 2013, 2014, 2015, 2016, 2017, 2019, 2020, 2021, 2022]);
    expect(palmares).toHaveLength(43);
    for (const { sources } of [...editions, ...editions.flatMap((one) => one.figures), ...palmares])
      expect(sources.length).toBeGreaterThan(0);
  });

  test('names a category it knows, or says why it names none', () => {
    const known = new Set(categories.map(({ code }) => code));
    for (const { category, note, structure } of palmares) {
      if (category === null) expect(note, structure.reference).not.toBeNull();
      else expect(known.has(category), category).toBe(true);
    }
  });
});
