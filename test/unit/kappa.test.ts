import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/audit/finding.rules.ts';
import { agreementByKind } from '../../server/control/agreement.rules.ts';
import { agreementOf, nominal, quadratic } from '../../server/control/kappa.rules.ts';

/** The pairs that a table counts: rows are what the first reader said, columns the second. */
const pairsIn = (table: readonly (readonly number[])[]): (readonly [number, number])[] =>
  table.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, () => [a, b] as const)));
const differs = (a: number, b: number) => nominal(String(a), String(b));

/** Its standard error, from the half-width of its interval at 95 %. */
const errorOf = ([low, high]: readonly [number, number]) => (high - low) / 2 / 1.959964;

describe('kappa, against published examples', () => {
  test('Cohen’s: three diagnoses, one hundred patients (Fleiss, Levin and Paik 2003, table 18.1)', () => {
    const table = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    const { kappa, observed, interval } = agreementOf(pairsIn(table), differs);
    expect(observed).toBeCloseTo(0.89, 10);
    expect(kappa).toBeCloseTo(0.6765, 4);
    expect(errorOf(interval ?? [0, 0])).toBeCloseTo(0.0877, 3);
  });

  test('Cohen’s again, with its standard error: 91 couples (Agresti 2002, "sexual fun"; vcd: 0.1293, ASE 0.0686)', () => {
    const table = [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ];
    const plain = agreementOf(pairsIn(table), differs);
    expect(plain.kappa).toBeCloseTo(0.1293, 4);
    expect(errorOf(plain.interval ?? [0, 0])).toBeCloseTo(0.0686, 4);
    // Equal spacing; vcd: 0.2374, ASE 0.07832.
    const spaced = agreementOf(pairsIn(table), (a, b) => Math.abs(a - b));
    expect(spaced.kappa).toBeCloseTo(0.2374, 4);
    expect(errorOf(spaced.interval ?? [0, 0])).toBeCloseTo(0.0783, 4);
  });

  test('weighted: 200 diagnoses, weights of disagreement 1, 3 and 6 (Cohen 1968, table 1: 0.348)', () => {
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const apart = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ];
    expect(agreementOf(pairsIn(table), (a, b) => apart[a]?.[b] ?? 0).kappa).toBeCloseTo(0.348, 3);
    expect(agreementOf(pairsIn(table), differs).kappa).toBeCloseTo(0.492, 3);
  });

  test('quadratic: 20 subjects rated from 1 to 6 (R package irr, data "anxiety", raters 1 and 2: 0.297)', () => {
    const first = [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3];
    const second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];
    const pairs = first.map((value, at) => [value, second[at] ?? 0] as const);
    expect(agreementOf(pairs, quadratic).kappa).toBeCloseTo(0.297, 3);
  });

  test('says nothing of readings that are all alike, or of none', () => {
    expect(agreementOf(pairsIn([[5]]), differs)).toEqual({ count: 5, observed: 1, kappa: null, interval: null });
    expect(agreementOf([], differs).kappa).toBeNull();
  });
});

describe('agreement by kind', () => {
  const value = (amount: string): Finding => ({ amount, choice: null, absence: null });
  const none = { amount: null, choice: null, absence: 'NOT_OBSERVED' } as Finding;

  test('compares absences as answers where there are answers, and leaves them out of figures', () => {
    const said = agreementByKind([
      { kind: 'YES_NO', first: value('1'), second: value('1') },
      { kind: 'YES_NO', first: value('0'), second: none },
      { kind: 'SCALE', first: value('5'), second: value('4') },
      { kind: 'SCALE', first: value('1'), second: value('1.0') },
      { kind: 'SCALE', first: none, second: value('1') },
    ]);
    expect(said).toMatchObject([
      { kind: 'YES_NO', weighted: false, count: 2, apart: 0, observed: 0.5 },
      { kind: 'SCALE', weighted: true, count: 2, apart: 1, observed: 0.5 },
    ]);
  });
});
