import type { Edition } from '../edition/edition.ts';
import type { Enrolment } from '../enrolment/enrolment.ts';
import type { Criterion } from '../grid/criterion.ts';
import type { Channel, Grid } from '../grid/grid.ts';
import { dayOf, wordOf } from '../kernel/cell.rules.ts';
import { type Fault, type FaultReason, fault } from '../kernel/fault.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import type { Row } from '../kernel/sheet.ts';
import { compact, isSiren } from '../structure/structure.rules.ts';
import { type Finding, readFinding } from './finding.rules.ts';

/** The channels as field agencies name them. */
export const channelWords: Readonly<Record<string, ChannelCode>> = {
  accueil: ChannelCode.RECEPTION,
  telephone: ChannelCode.PHONE,
  courriel: ChannelCode.EMAIL,
  courrier: ChannelCode.LETTER,
  site: ChannelCode.WEBSITE,
  reseaux: ChannelCode.SOCIAL,
};

/** One row understood: which test it is, and what it found. */
export interface Reading {
  readonly reference: string;
  readonly enrolment: Enrolment;
  readonly channel: Channel;
  readonly performedOn: string;
  readonly findings: ReadonlyMap<Criterion, Finding>;
}

/** Understands rows one by one, and gathers what is wrong with them. */
export class RowReader {
  readonly faults: Fault[] = [];
  private readonly enrolments: ReadonlyMap<string, Enrolment>;
  private readonly channels: ReadonlyMap<string, Channel>;
  private readonly criteria: ReadonlyMap<string, { criterion: Criterion; channel: Channel }>;

  constructor(
    private readonly edition: Edition,
    grid: Grid,
    enrolments: readonly Enrolment[],
  ) {
    this.enrolments = new Map(enrolments.map((each) => [each.structure.getEntity().reference, each]));
    this.channels = new Map(grid.channels.getItems().map((channel) => [channel.code, channel]));
    this.criteria = new Map(
      grid.channels
        .getItems()
        .flatMap((channel) => channel.criteria.getItems().map((criterion) => [criterion.code, { criterion, channel }])),
    );
  }

  /** What a row says; null when it has faults. */
  read({ line, cells }: Row): Reading | null {
    const before = this.faults.length;
    const refuse = (column: string, reason: keyof typeof FaultReason) =>
      this.faults.push(fault(line, column, cells[column] ?? '', reason));
    const reference = cells.test ?? '';
    if (reference === '') refuse('test', 'MISSING_VALUE');
    const enrolment = this.enrolments.get(cells.reference ?? '');
    if (!enrolment) refuse('reference', cells.reference ? 'NOT_ENROLLED' : 'MISSING_VALUE');
    const siren = compact(cells.siren ?? '');
    if (siren && !isSiren(siren)) refuse('siren', 'WRONG_CHECK_DIGIT');
    else if (siren && enrolment) {
      const owner = enrolment.structure.getEntity().siren;
      if (owner !== siren) refuse('siren', owner === null ? 'UNKNOWN_STRUCTURE' : 'CONTRADICTORY_STRUCTURE');
    }
    const performedOn = dayOf(cells.date ?? '');
    if (!performedOn) refuse('date', cells.date ? 'NOT_A_DATE' : 'MISSING_VALUE');
    else if (!this.inFieldwork(performedOn)) refuse('date', 'OUTSIDE_FIELDWORK');
    const channel = this.channels.get(channelWords[wordOf(cells.canal ?? '')] ?? '');
    if (!channel) refuse('canal', 'UNKNOWN_CHANNEL');
    else if (channel.optional && enrolment && !enrolment.reception) refuse('canal', 'OPTION_NOT_TAKEN');
    const findings = channel ? this.findings(line, cells, channel) : new Map<Criterion, Finding>();
    if (this.faults.length > before || !enrolment || !channel || !performedOn) return null;
    return { reference, enrolment, channel, performedOn, findings };
  }

  private findings(line: number, cells: Row['cells'], channel: Channel): Map<Criterion, Finding> {
    const findings = new Map<Criterion, Finding>();
    for (const [code, { criterion, channel: owner }] of this.criteria) {
      const cell = cells[code] ?? '';
      if (owner !== channel) {
        if (cell !== '') this.faults.push(fault(line, code, cell, 'UNEXPECTED_VALUE'));
        continue;
      }
      const read = readFinding(criterion, cell);
      if (typeof read === 'string') this.faults.push(fault(line, code, cell, read));
      else findings.set(criterion, read);
    }
    return findings;
  }

  private inFieldwork(day: string): boolean {
    const { fieldworkFrom, fieldworkTo } = this.edition;
    return (!fieldworkFrom || day >= fieldworkFrom) && (!fieldworkTo || day <= fieldworkTo);
  }
}
