import type { ContactEvent } from '../delay/delay.rules.ts';
import { placeOf } from '../delay/place.rules.ts';
import type { Edition } from '../edition/edition.ts';
import type { Enrolment } from '../enrolment/enrolment.ts';
import type { Criterion } from '../grid/criterion.ts';
import type { Channel, Grid } from '../grid/grid.ts';
import { dayOf, isSerialDay, wordOf } from '../kernel/cell.rules.ts';
import { type Fault, type FaultReason, fault } from '../kernel/fault.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import type { Row } from '../kernel/sheet.ts';
import { compact, isSiren } from '../structure/structure.rules.ts';
import { readAnswers } from './answer.rules.ts';
import { type Contact, closingOf, readEvents } from './event.rules.ts';
import type { Finding } from './finding.rules.ts';
import { readTestimony, type Testimony } from './testimony.rules.ts';

/** The channels as field agencies name them. */
export const channelWords: Readonly<Record<string, ChannelCode>> = {
  accueil: ChannelCode.RECEPTION,
  telephone: ChannelCode.PHONE,
  courriel: ChannelCode.EMAIL,
  courrier: ChannelCode.LETTER,
  site: ChannelCode.WEBSITE,
  reseaux: ChannelCode.SOCIAL,
};

/** One row understood: which test it is, when things happened, what it found, and how it was done. */
export interface Reading {
  readonly reference: string;
  readonly enrolment: Enrolment;
  readonly channel: Channel;
  readonly performedOn: string;
  readonly events: readonly ContactEvent[];
  readonly findings: ReadonlyMap<Criterion, Finding>;
  readonly testimony: Testimony;
}

/** The columns of files that hold the answers to a grid. */
export const codesIn = ({ channels }: Grid): string[] =>
  channels.getItems().flatMap(({ criteria }) => criteria.getItems().map(({ code }) => code));

/** Understands rows one by one, and gathers what is wrong with them. */
export class RowReader {
  readonly faults: Fault[] = [];
  private readonly enrolments: ReadonlyMap<string, Enrolment>;
  private readonly channels: ReadonlyMap<string, Channel>;
  /** Of each column that holds an answer, its channel; null for one of another version of the grid. */
  private readonly owners: ReadonlyMap<string, Channel | null>;

  constructor(
    private readonly edition: Edition,
    private readonly now: Date,
    grid: Grid,
    enrolments: readonly Enrolment[],
    others: readonly Grid[] = [],
    former: ReadonlyMap<string, string> = new Map(),
  ) {
    const known = new Map(enrolments.map((each) => [each.structure.getEntity().reference, each]));
    // Files go on naming the reference of a structure that was merged since.
    const merged = [...former].flatMap(([old, reference]) => {
      const enrolment = known.get(reference);
      return enrolment ? [[old, enrolment] as const] : [];
    });
    this.enrolments = new Map([...merged, ...known]);
    this.channels = new Map(grid.channels.getItems().map((channel) => [channel.code, channel]));
    this.owners = new Map<string, Channel | null>([
      ...others.flatMap(codesIn).map((code) => [code, null] as const),
      ...grid.channels
        .getItems()
        .flatMap((channel) => channel.criteria.getItems().map(({ code }) => [code, channel] as const)),
    ]);
  }

  /** What a row says; null when it has faults. */
  read(row: Row): Reading | null {
    const before = this.faults.length;
    const reference = row.cells.test ?? '';
    if (reference === '') this.refuse(row, 'test', 'MISSING_VALUE');
    const enrolment = this.enrolmentIn(row);
    const performedOn = this.dayIn(row);
    const channel = this.channelIn(row, enrolment);
    const contact = this.contactIn(row, enrolment, performedOn);
    const findings = channel && this.findings(row, channel, contact);
    const testimony = this.testimonyIn(row, enrolment, performedOn);
    if (this.faults.length > before || !enrolment || !channel || !performedOn || !contact || !findings) return null;
    return { reference, enrolment, channel, performedOn, events: contact.events, findings, testimony };
  }

  private refuse({ line, cells }: Row, column: string, reason: keyof typeof FaultReason): void {
    if (!this.faults.some((known) => known.line === line && known.column === column && known.reason === reason))
      this.faults.push(fault(line, column, cells[column] ?? '', reason));
  }

  private enrolmentIn(row: Row): Enrolment | null {
    const enrolment = this.enrolments.get(row.cells.reference ?? '') ?? null;
    if (!enrolment) this.refuse(row, 'reference', row.cells.reference ? 'NOT_ENROLLED' : 'MISSING_VALUE');
    const siren = compact(row.cells.siren ?? '');
    if (siren && !isSiren(siren)) this.refuse(row, 'siren', 'WRONG_CHECK_DIGIT');
    else if (siren && enrolment) {
      const owner = enrolment.structure.getEntity().siren;
      if (owner !== siren) this.refuse(row, 'siren', owner === null ? 'UNKNOWN_STRUCTURE' : 'CONTRADICTORY_STRUCTURE');
    }
    return enrolment;
  }

  private dayIn(row: Row): string | null {
    const day = dayOf(row.cells.date ?? '');
    const { fieldworkFrom, fieldworkTo } = this.edition;
    if (!day)
      this.refuse(
        row,
        'date',
        isSerialDay(row.cells.date ?? '') ? 'DATE_AS_NUMBER' : row.cells.date ? 'NOT_A_DATE' : 'MISSING_VALUE',
      );
    else if ((fieldworkFrom && day < fieldworkFrom) || (fieldworkTo && day > fieldworkTo))
      this.refuse(row, 'date', 'OUTSIDE_FIELDWORK');
    return day;
  }

  private channelIn(row: Row, enrolment: Enrolment | null): Channel | null {
    const channel = this.channels.get(channelWords[wordOf(row.cells.canal ?? '')] ?? '') ?? null;
    if (!channel) this.refuse(row, 'canal', 'UNKNOWN_CHANNEL');
    else if (channel.optional && enrolment && !enrolment.reception) this.refuse(row, 'canal', 'OPTION_NOT_TAKEN');
    return channel;
  }

  /** When things happened; null when that cannot be told, for want of a place or for a fault. */
  private contactIn(row: Row, enrolment: Enrolment | null, performedOn: string | null): Contact | null {
    if (!enrolment) return null;
    const territory = placeOf(enrolment.structure.getEntity());
    const { events, faults } = readEvents(row.cells, territory, performedOn, this.now.toISOString());
    for (const { column, reason } of faults) this.refuse(row, column, reason);
    return faults.length > 0 ? null : { events, territory, closing: closingOf(this.edition) };
  }

  /** How the test was done; nothing for want of a place, whose clock tells the hours. */
  private testimonyIn(row: Row, enrolment: Enrolment | null, performedOn: string | null): Testimony {
    if (!enrolment) return {};
    const territory = placeOf(enrolment.structure.getEntity());
    const { testimony, faults } = readTestimony(row.cells, territory, performedOn, this.now.toISOString());
    for (const { column, reason } of faults) this.refuse(row, column, reason);
    return testimony;
  }

  private findings(row: Row, channel: Channel, contact: Contact | null): ReadonlyMap<Criterion, Finding> {
    for (const [code, owner] of this.owners)
      if (owner !== channel && (row.cells[code] ?? '') !== '') this.refuse(row, code, 'UNEXPECTED_VALUE');
    const { findings, faults } = readAnswers(channel.criteria.getItems(), row.cells, contact);
    for (const { column, reason } of faults) this.refuse(row, column, reason);
    return findings;
  }
}
