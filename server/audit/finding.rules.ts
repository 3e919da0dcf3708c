import { decimalOf, wordOf } from '../kernel/cell.rules.ts';
import type { FaultReason } from '../kernel/fault.ts';
import { type CriterionKind, refusalOf, type Scale } from '../score/scale.rules.ts';
import type { Absence } from './audit.ts';

/** What stands in one cell of a file of tests: an amount, a choice, or why there is neither. */
export interface Finding {
  readonly amount: string | null;
  readonly choice: string | null;
  readonly absence: Absence | null;
}

/** What a criterion accepts. */
export interface Asked {
  readonly kind: `${CriterionKind}`;
  readonly scale: Scale;
}

/** The four absences as agencies write them, in short or in full. */
const absences: Readonly<Record<string, `${Absence}`>> = {
  so: 'NOT_APPLICABLE',
  'sans objet': 'NOT_APPLICABLE',
  np: 'NOT_OFFERED',
  'non propose': 'NOT_OFFERED',
  nobs: 'NOT_OBSERVED',
  'non observe': 'NOT_OBSERVED',
  ref: 'REFUSED',
  refuse: 'REFUSED',
};

/** The word that files have for an absence. */
export const wordForAbsence = (absence: `${Absence}`): string =>
  Object.entries(absences).find(([word, known]) => known === absence && word.length > 4)?.[0] ?? '';

const answers: Readonly<Record<string, string>> = { oui: '1', o: '1', '1': '1', non: '0', n: '0', '0': '0' };

/** Reads one cell for a criterion: what was found, or why the cell cannot stand. */
export function readFinding({ kind, scale }: Asked, cell: string): Finding | keyof typeof FaultReason {
  const word = wordOf(cell);
  if (word === '') return 'MISSING_VALUE';
  const absence = absences[word];
  if (absence) return { amount: null, choice: null, absence: absence as Absence };
  if (kind === 'CHOICE') return refusalOf(kind, scale, word) ?? { amount: null, choice: word, absence: null };
  const amount = kind === 'YES_NO' ? (answers[word] ?? null) : decimalOf(cell);
  if (amount === null) return kind === 'YES_NO' ? 'NOT_YES_OR_NO' : 'NOT_A_NUMBER';
  return refusalOf(kind, scale, amount) ?? { amount: trimmed(amount), choice: null, absence: null };
}

/** A finding in one word, the same for the same finding. */
export const sayFinding = ({ amount, choice, absence }: Finding): string => absence ?? choice ?? amount ?? '';

/** "5.50" → "5.5": one way to write each amount. */
const trimmed = (amount: string): string =>
  amount
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace(/^-0$/, '0');
