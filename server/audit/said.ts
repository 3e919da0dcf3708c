import type { EntityManager } from '@mikro-orm/postgresql';
import type { Edition } from '../edition/edition.ts';
import { insertNouns, insertRows } from '../kernel/bulk.ts';
import { type Difference, written } from '../kernel/import.ts';
import type { ChannelCode } from '../kernel/kinds.ts';
import type { Upload } from '../kernel/upload.ts';
import { Audit, AuditState, Measurement } from './audit.ts';
import { eventColumns } from './event.rules.ts';
import { AuditEvent } from './event.ts';
import { sayFinding } from './finding.rules.ts';
import { channelWords, type Reading } from './row.ts';
import { type Testimony, testimonyColumns } from './testimony.rules.ts';

/** A test that an edition already has, said in a line, so that a row of a file can be compared with it. */
export interface Stored {
  readonly id: string;
  readonly reference: string;
  readonly state: AuditState;
  /** The version of the grid it was recorded on: it stays on it. */
  readonly gridId: string;
  readonly said: string;
  readonly events: string;
  readonly testimony: Required<Testimony>;
  /** The reference of its structure. */
  readonly structure: string;
  readonly channel: ChannelCode;
}

/** An instant as rules write it. */
const instantAs = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The tests an edition already has, by their reference. */
export async function storedTests(em: EntityManager, editionId: string): Promise<ReadonlyMap<string, Stored>> {
  const rows: Stored[] = await em.execute(
    `select a.id, a.reference, a.state, h.grid_id as "gridId", h.code as channel, s.reference as structure,
       concat_ws('|', a.enrolment_id, a.channel_id, a.performed_on,
         string_agg(c.code || '=' || coalesce(m.absence, m.choice, trim_scale(m.amount)::text), ',' order by c.code collate "C")) as said,
       coalesce((select string_agg(e.kind || '=' || ${instantAs('e.at')}, ','
         order by e.at, e.kind collate "C") from audit_event e where e.audit_id = a.id), '') as events,
       json_build_object('verbatim', a.verbatim, 'auditorCode', a.auditor_code, 'agency', a.agency,
         'beganAt', ${instantAs('a.began_at')}, 'endedAt', ${instantAs('a.ended_at')}) as testimony
     from audit a join channel h on h.id = a.channel_id join measurement m on m.audit_id = a.id
       join criterion c on c.id = m.criterion_id join enrolment n on n.id = a.enrolment_id
       join structure s on s.id = n.structure_id
     where a.edition_id = ? group by a.id, h.id, s.id`,
    [editionId],
  );
  return new Map(rows.map((row) => [row.reference, row]));
}

/** Whether a row says just what is stored, events included; what a file has no column for it does not contradict. */
export const saysTheSame = (reading: Reading, { said, events, testimony }: Stored): boolean =>
  said === sayReading(reading) &&
  events === sayEvents(reading) &&
  toldParts(reading).every((part) => reading.testimony[part] === testimony[part]);

const parts = Object.keys(testimonyColumns) as (keyof Testimony)[];
const toldParts = ({ testimony }: Reading) => parts.filter((part) => testimony[part] !== undefined);

/** In which columns a row says something else than what is stored of its test. */
export function differencesOf(reading: Reading, before: Stored): Difference[] {
  const [, , day = '', answers = ''] = before.said.split('|');
  const [, , dayNow = '', answersNow = ''] = sayReading(reading).split('|');
  const [was, is] = [pairsIn(answers), pairsIn(answersNow)];
  const all: (readonly [column: string, was: string | undefined, is: string | undefined])[] = [
    ['reference', before.structure, reading.enrolment.structure.getEntity().reference],
    ['canal', wordFor(before.channel), wordFor(reading.channel.code)],
    ['date', day, dayNow],
    ...[...new Set([...was.keys(), ...is.keys()])].map((code) => [code, was.get(code), is.get(code)] as const),
    ...Object.entries(eventColumns).map(
      ([kind, column]) => [column, eventIn(before.events, kind), eventIn(sayEvents(reading), kind)] as const,
    ),
    ...toldParts(reading).map(
      (part) =>
        [testimonyColumns[part], before.testimony[part] ?? undefined, reading.testimony[part] ?? undefined] as const,
    ),
  ];
  return all.flatMap(([column, was, is]) => (was === is ? [] : [{ column, before: written(was), after: written(is) }]));
}

/** "a=1,b=2" as a map. */
const pairsIn = (said: string): ReadonlyMap<string, string> =>
  new Map(
    said
      .split(',')
      .flatMap((pair) => (pair ? [[pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]] : [])),
  );

/** When events of a kind happened, one after the other. */
const eventIn = (said: string, kind: string): string =>
  said
    .split(',')
    .flatMap((event) => (event.startsWith(`${kind}=`) ? [event.slice(kind.length + 1)] : []))
    .join(', ');

const wordFor = (channel: ChannelCode): string =>
  Object.entries(channelWords).find(([, code]) => code === channel)?.[0] ?? channel;

/** Writes tests that did not exist. */
export async function createTests(
  em: EntityManager,
  edition: Edition,
  upload: Upload,
  readings: readonly Reading[],
): Promise<void> {
  const rows = readings.map(({ reference, enrolment, channel, performedOn, testimony }) => ({
    ...{ edition_id: edition.id, enrolment_id: enrolment.id, channel_id: channel.id, upload_id: upload.id },
    ...{ reference, performed_on: performedOn, state: AuditState.SUBMITTED, ...rowOf(testimony) },
  }));
  const ids = await insertNouns(em, 'audit', rows);
  const all = (part: (reading: Reading, audit: string) => object[]) =>
    readings.flatMap((r, i) => part(r, ids[i] ?? ''));
  await insertRows(em, 'measurement', all(measurementsOf) as Record<string, unknown>[]);
  await insertRows(em, 'audit_event', all(eventsOf) as Record<string, unknown>[]);
}

/** Writes what changed in a test; events that are the same are not even touched. */
export async function changeTest(em: EntityManager, upload: Upload, reading: Reading, before: Stored): Promise<void> {
  const { performedOn, enrolment, channel, findings } = reading;
  await em.nativeUpdate(Audit, { id: before.id }, { performedOn, enrolment, channel, upload, ...toldOf(reading) });
  await em.nativeDelete(Measurement, { audit: before.id, criterion: { $nin: [...findings.keys()] } });
  await insertRows(em, 'measurement', measurementsOf(reading, before.id), ['audit_id', 'criterion_id']);
  if (before.events === sayEvents(reading)) return;
  await em.nativeDelete(AuditEvent, { audit: before.id });
  await insertRows(em, 'audit_event', eventsOf(reading, before.id));
}

/** Columns of `audit`, the same in every row. */
const rowOf = ({ verbatim = null, beganAt = null, endedAt = null, auditorCode = null, agency = null }: Testimony) => ({
  ...{ verbatim, began_at: beganAt, ended_at: endedAt, auditor_code: auditorCode, agency },
});

/** What a file tells of how a test was done, as its noun has it: what it has no column for stays. */
function toldOf(reading: Reading) {
  const { beganAt, endedAt, ...texts } = reading.testimony;
  const instants = Object.entries({ beganAt, endedAt }).filter(([, at]) => at !== undefined);
  return { ...texts, ...Object.fromEntries(instants.map(([name, at]) => [name, at && new Date(at)])) };
}

function sayReading({ enrolment, channel, performedOn, findings }: Reading): string {
  const byCode = [...findings].sort(([a], [b]) => (a.code < b.code ? -1 : 1));
  const said = byCode.map(([{ code }, finding]) => `${code}=${sayFinding(finding)}`);
  return [enrolment.id, channel.id, performedOn, said.join(',')].join('|');
}

const sayEvents = ({ events }: Reading): string =>
  events
    .toSorted((a, b) => (a.at === b.at ? (a.kind < b.kind ? -1 : 1) : a.at < b.at ? -1 : 1))
    .map(({ kind, at }) => `${kind}=${at}`)
    .join(',');

const measurementsOf = ({ findings }: Pick<Reading, 'findings'>, audit: string) =>
  [...findings].map(([{ id }, finding]) => ({ audit_id: audit, criterion_id: id, ...finding }));

const eventsOf = ({ events }: Pick<Reading, 'events'>, audit: string) =>
  events.map((event) => ({ audit_id: audit, ...event }));
