import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Configuration,
  canonical,
  configurationShape,
  FORMAT,
  FORMAT_VERSION,
  parts,
  textOf,
  withParts,
} from '../../server/configuration/configuration.rules.ts';
import { applied, differencesOf, type Json, same } from '../../server/configuration/difference.rules.ts';
import { readDocument } from '../../server/configuration/reading.rules.ts';

const grid = JSON.parse(readFileSync(new URL('../../server/demo/grid-2022.json', import.meta.url), 'utf8'));

const weight = fc.constantFrom('0', '1', '2.5', '3.2500', '10');
const label = fc.string({
  minLength: 1,
  maxLength: 12,
  unit: fc.constantFrom('a', 'é', ' ', '"', '\\', '—', '½', '\t'),
});
const day = fc.constantFrom(null, '2022-03-01', '2022-03-27', '2022-10-30');
const codes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c-1', 'd.2', 'e_3', '4'), { maxLength: 6 });

const category = (code: string, position: number) =>
  fc.record(
    {
      ...{ code: fc.constant(code), position: fc.constant(position), label, kinds: fc.constant(['COMMUNE']) },
      ...{ populationFrom: fc.constantFrom(null, 0, 50_000), awardMinimum: fc.constantFrom(null, '60', '62.50') },
      ...{ departmentCodes: fc.subarray(['01', '2A', '974']), mayBeWithheld: fc.boolean() },
    },
    { requiredKeys: ['code', 'position', 'label', 'kinds'] },
  );
const prize = (code: string, position: number) =>
  fc.record({ code: fc.constant(code), position: fc.constant(position), label, basis: fc.constant('OVERALL') });
const licence = (code: string, position: number) =>
  fc.record({
    ...{
      scope: fc.constantFrom('TROPHY', 'PRIZE', 'MENTION'),
      position: fc.constant(position),
      label: fc.constant(code),
    },
    ...{ wording: label, fromOn: fc.constant('2022-11-10'), untilOn: fc.constantFrom(null, '2023-10-09') },
  });
const listOf = <T>(item: (code: string, position: number) => fc.Arbitrary<T>) =>
  codes.chain((codes) => fc.tuple(...codes.map(item)));

/** The grid of the demonstration, with other weights, other words, some criteria left out, and in another order. */
const someGrid = fc
  .array(fc.record({ weight, label, keep: fc.boolean(), turn: fc.boolean() }), { minLength: 8, maxLength: 8 })
  .map((draws) => ({
    ...grid,
    channels: grid.channels.map((channel: { criteria: object[] }, at: number) => {
      const { weight = '1', label = 'a', keep, turn } = draws[at % draws.length] ?? {};
      const criteria = channel.criteria.map((criterion, i) => (i % 3 === at % 3 ? { ...criterion, label } : criterion));
      const some = keep ? criteria : criteria.slice(0, 2);
      return { ...channel, weight, criteria: turn ? some.toReversed() : some };
    }),
  }));

const configuration = fc
  .record({
    edition: fc.record({
      year: fc.constant(2022),
      ordinal: fc.constant(10),
      label,
      registrationFrom: day,
      datesDrive: fc.boolean(),
      fewestContributors: fc.integer({ min: 3, max: 20 }),
      largestShare: fc.constantFrom('0.5', '0.85', '0.850', '1'),
    }),
    categories: listOf(category),
    prizes: listOf(prize),
    licences: fc.option(listOf(licence), { nil: null }),
    policy: fc.constantFrom(null, { minimumShare: '0.5' }, { floor: '20', absences: { REFUSED: 'FLOOR' } }),
    grid: fc.option(someGrid, { nil: null }),
  })
  .map((said) => canonical(configurationShape.parse({ format: FORMAT, formatVersion: FORMAT_VERSION, ...said })));

const json = (value: Configuration) => value as unknown as Json;

describe('whatever the configuration', () => {
  test('the file that is read is the one that was written, to the byte', () =>
    fc.assert(
      fc.property(configuration, (one) => {
        const text = textOf(one);
        const read = configurationShape.parse(JSON.parse(text));
        expect(canonical(read)).toEqual(one);
        expect(textOf(canonical(read))).toBe(text);
      }),
      { numRuns: 60 },
    ));

  test('it does not differ from itself, whatever the order of its fields', () =>
    fc.assert(
      fc.property(configuration, (one) => {
        const turned = JSON.parse(JSON.stringify(one), (_, value) =>
          value && typeof value === 'object' && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).reverse())
            : value,
        );
        expect(differencesOf(json(one), json(one))).toEqual([]);
        expect(differencesOf(json(one), turned)).toEqual([]);
      }),
      { numRuns: 30 },
    ));

  test('what differs from another, made to it, gives the other', () =>
    fc.assert(
      fc.property(configuration, configuration, (one, other) => {
        const differences = differencesOf(json(one), json(other));
        expect(same(applied(json(one), differences), json(other))).toBe(true);
        expect(canonical(applied(json(one), differences) as unknown as Configuration)).toEqual(other);
        expect(differences.length > 0).toBe(textOf(one) !== textOf(other));
      }),
      { numRuns: 60 },
    ));

  test('parts are taken one without another, and which edition it is stays', () =>
    fc.assert(
      fc.property(configuration, configuration, fc.subarray([...parts]), (one, other, chosen) => {
        const elsewhere = { ...other, edition: { ...other.edition, year: 2031, ordinal: 19 } };
        const mixed = withParts(one, elsewhere, chosen);
        expect(mixed.edition.year).toBe(2022);
        expect(mixed.grid).toBe(chosen.includes('GRID') ? other.grid : one.grid);
        expect(mixed.prizes).toBe(chosen.includes('PRIZES') ? other.prizes : one.prizes);
        const licences = chosen.includes('LICENCES') && other.licences ? other.licences : one.licences;
        expect(mixed.licences).toBe(licences);
        expect(withParts(one, elsewhere, [])).toEqual(one);
      }),
      { numRuns: 30 },
    ));

  test('a text that is no configuration is refused with its place, and never throws', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          configuration.map(textOf).chain((text) => fc.nat(text.length).map((n) => text.slice(0, n))),
        ),
        (text) => {
          const read = readDocument(text);
          if ('faults' in read) expect(read.faults.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    ));
});
