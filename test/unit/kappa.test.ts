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

/**
 * Tables that others publish, each with its arithmetic beside it. Standard errors were worked out apart with the formula
 * that the R package vcd prints (R/Kappa.R): it is that of Fleiss, Cohen and Everitt.
 */
describe('kappa, worked by hand', () => {
  test('three diagnoses, one hundred patients', () => {
    // (75 + 4 + 10)/100 = 0.89; by chance (80·80 + 10·5 + 10·15)/100² = 0.66; (0.89 − 0.66)/(1 − 0.66) = 0.6765.
    const table = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    const { kappa, observed, interval } = agreementOf(pairsIn(table), differs);
    expect(observed).toBeCloseTo(0.89, 10);
    expect(kappa).toBeCloseTo(0.6765, 4);
    expect(errorOf(interval ?? [0, 0])).toBeCloseTo(0.0877, 4);
  });

  test('91 couples, four answers, equal or equally spaced (data "SexualFun" of vcd)', () => {
    // 33/91 = 0.36264; by chance (19·12 + 20·28 + 19·18 + 33·33)/91² = 2219/8281 = 0.26796; 0.09468/0.73204 = 0.1293.
    const table = [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ];
    const plain = agreementOf(pairsIn(table), differs);
    expect(plain.kappa).toBeCloseTo(0.1293, 4);
    expect(errorOf(plain.interval ?? [0, 0])).toBeCloseTo(0.0686, 4);
    // Apart by Σ|i − j|·n = 86; by chance Σ|i − j|·rᵢ·cⱼ = 10262, over 91; 1 − 86·91/10262 = 0.2374.
    const spaced = agreementOf(pairsIn(table), (a, b) => Math.abs(a - b));
    expect(spaced.kappa).toBeCloseTo(0.2374, 4);
    expect(errorOf(spaced.interval ?? [0, 0])).toBeCloseTo(0.0783, 4);
  });

  test('200 diagnoses, disagreements of 1, 3 and 6 (Cohen 1968, table 1; data "diagnosis_agreement" of DMAR)', () => {
    // Apart: 14 + 10 + 3·(18 + 2) + 6·(10 + 6) = 180. By chance (120·60 + 60·100 + 3·(120·40 + 20·100)
    // + 6·(60·40 + 20·60))/200 = 276. 1 − 180/276 = 0.348. Unweighted: (0.7 − 0.41)/(1 − 0.41) = 0.492.
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

  test('20 subjects rated from 1 to 6, squared (data "anxiety" of irr, raters 1 and 2)', () => {
    // Σ(aᵢ − bᵢ)² = 50; by chance Σᵢⱼ(aᵢ − bⱼ)²/20 = 1422/20 = 71.1; 1 − 50·20/1422 = 0.297.
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
