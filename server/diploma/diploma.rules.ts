import { dayOf } from '../report/french.rules.ts';
import { codeOf } from './code.rules.ts';
import type { Statement } from './statement.rules.ts';

/** What a laureate may say or show, and how long: wording with its names filled in. */
export interface Usage {
  readonly label: string;
  readonly wording: string;
  /** First and last day, as 2022-11-10; null without an end. */
  readonly from: string;
  readonly until: string | null;
}

/** What a diploma says beside the statement it carries. */
export interface Diploma {
  readonly statement: Statement;
  /** What made the laureate stand out; null when nothing was written, or the laureate has not agreed to it. */
  readonly point: string | null;
  readonly usages: readonly Usage[];
}

/** A diploma as its template lays it out. `sealed` is what its code holds. */
export function diplomaOf({ statement, point, usages }: Diploma, sealed: string, fingerprint: string) {
  const { edition, award, laureate, mention, decidedOn, decisionHash } = statement;
  const kind = award.kind === 'TROPHY' ? 'Trophée' : 'Prix spécial';
  return {
    ...{ title: `Diplôme : ${laureate}`, subtitle: `${kind} « ${award.label} »` },
    edition: edition.label,
    ordinal: `${edition.ordinal}ᵉ édition · ${edition.year}`,
    ...{ kind, award: award.label, laureate, mention: mention && `Mention « ${mention} »`, point },
    decided: `Décerné par décision du ${dayOf(noonOf(decidedOn))}`,
    simulated: edition.simulated ? 'Diplôme fictif, établi pour la démonstration : ce prix n’a pas été décerné.' : null,
    code: codeOf(sealed),
    codeAlt: `Code QR qui contient, signé, ce que dit ce diplôme : ${laureate}, ${kind.toLowerCase()} « ${award.label} », ${edition.year}.`,
    usages: usages.map(({ label, wording, from, until }) => ({ label, wording, term: termOf(from, until) })),
    verbatim: sealed,
    ...{ hash: decisionHash, fingerprint },
  };
}

/** "du 10 novembre 2022 au 9 octobre 2023", both days included. */
export const termOf = (from: string, until: string | null): string =>
  until === null ? `à partir du ${dayOf(noonOf(from))}` : `du ${dayOf(noonOf(from))} au ${dayOf(noonOf(until))}`;

/** A day as an instant within it, wherever one stands in France. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
