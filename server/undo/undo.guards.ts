import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Right } from '../edition/edition.rules.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Effect, Table } from './reversal.ts';

/** What must hold for the changes of a kind of record to be taken back. */
interface Guard {
  readonly noun: string;
  /** Where it lies, when not in the table of its name. */
  readonly table?: Table;
  /** The right that the phase of its edition must grant, and how the edition of some records is found. */
  readonly edition?: {
    readonly right: Right | readonly Right[];
    readonly refusal: ConstructorParameters<typeof Refusal>[0];
    readonly of: string;
  };
  /** The only fields whose change can be taken back; neither a creation nor a removal. */
  readonly fields?: readonly string[];
  /** The fields that an act must have changed, all of them and no other, for it to be taken back. */
  readonly exactly?: readonly string[];
  /** How those are found that may not stand as they did before, for what came about since. */
  readonly barred?: string;
  /** Fields whose change any phase lets take back: those that a merge of structures changes. */
  readonly freely?: readonly string[];
  /** How the grids of some records are found: none may be frozen. */
  readonly grid?: string;
}

const its = (noun: string, column: string) =>
  `select distinct ${column} as id from "${noun}" where id = any(?::uuid[])`;
const ofChannel = (noun: string) =>
  `select distinct c.grid_id as id from "${noun}" n join channel c on c.id = n.channel_id where n.id = any(?::uuid[])`;
const ofTest = (noun: string) =>
  `select distinct a.edition_id as id from "${noun}" n join audit a on a.id = n.audit_id where n.id = any(?::uuid[])`;
const imported = (of: string) => ({ right: 'IMPORT', refusal: 'IMPORT_CLOSED', of }) as const;
const closedOnce = (right: Right, refusal: 'ENROLMENT_CLOSED' | 'EDITION_PUBLISHED' | 'PLAN_CLOSED', noun: string) => ({
  ...{ right, refusal, of: its(noun, 'edition_id') },
});

/** The records whose changes can be taken back, those that others refer to first. */
export const guards: readonly Guard[] = [
  { noun: 'structure' },
  { noun: 'structure_alias' },
  { noun: 'structure_distinction' },
  { noun: 'contact' },
  { noun: 'licence', edition: closedOnce('LICENSE', 'EDITION_PUBLISHED', 'licence') },
  { noun: 'special_prize', edition: closedOnce('CONFIGURE', 'EDITION_PUBLISHED', 'special_prize') },
  { noun: 'category', edition: closedOnce('CONFIGURE', 'EDITION_PUBLISHED', 'category') },
  {
    noun: 'placement',
    edition: closedOnce('ENROL', 'ENROLMENT_CLOSED', 'placement'),
    freely: ['structure_id'],
  },
  { noun: 'grid', grid: its('grid', 'id') },
  { noun: 'journey_step', grid: its('journey_step', 'grid_id') },
  { noun: 'channel', grid: its('channel', 'grid_id') },
  { noun: 'criterion', grid: ofChannel('criterion') },
  { noun: 'frame' },
  { noun: 'clause' },
  {
    noun: 'criterion_clause',
    grid: `select distinct c.grid_id as id from criterion_clause n join criterion k on k.id = n.criterion_id
      join channel c on c.id = k.channel_id where n.id = any(?::uuid[])`,
  },
  { noun: 'indicator', grid: its('indicator', 'grid_id') },
  {
    noun: 'enrolment',
    edition: closedOnce('ENROL', 'ENROLMENT_CLOSED', 'enrolment'),
    freely: ['structure_id'],
  },
  { noun: 'registration_form', edition: closedOnce('ENROL', 'ENROLMENT_CLOSED', 'registration_form') },
  { noun: 'registration' },
  { noun: 'invitation' },
  { noun: 'auditor_conflict' },
  { noun: 'briefing', edition: closedOnce('PLAN', 'PLAN_CLOSED', 'briefing') },
  { noun: 'scenario', edition: closedOnce('PLAN', 'PLAN_CLOSED', 'scenario') },
  { noun: 'persona', edition: closedOnce('PLAN', 'PLAN_CLOSED', 'persona') },
  { noun: 'plan_rules', edition: closedOnce('PLAN', 'PLAN_CLOSED', 'plan_rules') },
  {
    noun: 'assignment',
    edition: { right: ['PLAN', 'CONTROL'], refusal: 'PLAN_CLOSED', of: its('assignment', 'edition_id') },
    // Withdrawn, or put back: whatever else happens to a test is not taken back but done otherwise.
    exactly: ['state', 'state_reason'],
    barred: `select n.id from assignment n join auditor a on a.id = n.auditor_id join enrolment e on e.id = n.enrolment_id
      where n.id = any(?::uuid[]) and n.state <> 'WITHDRAWN' and (a.left_at is not null
        or exists (select from auditor_conflict c where c.auditor_id = a.id and c.structure_id = e.structure_id))`,
  },
  { noun: 'audit', edition: imported(its('audit', 'edition_id')) },
  { noun: 'measurement', edition: imported(ofTest('measurement')) },
  { noun: 'audit_event', edition: imported(ofTest('audit_event')) },
  { noun: 'account', table: { name: 'auth."user"', counts: false }, fields: ['structureId'] },
  { noun: 'laureate', fields: ['structure_id', 'handed_on'] },
  { noun: 'point_remarquable', fields: ['structure_id'] },
  { noun: 'affiliation', fields: ['structure_id'] },
  { noun: 'confirmation', fields: ['structure_id'] },
  { noun: 'dismissal', fields: ['structure_id'] },
  { noun: 'saved_view' },
  { noun: 'undone' },
];

export const tableOf = ({ noun, table }: Guard): Table => table ?? { name: `"${noun}"`, counts: true };

/** The kind of record, among those an act touched, whose change cannot be taken back; undefined when all can. */
export const strangeIn = (effects: readonly Effect[]): string | undefined =>
  effects.find(({ noun, before, after }) => {
    const guard = guards.find((guard) => guard.noun === noun);
    const { fields, exactly } = guard ?? {};
    const changed = before && after && Object.keys(before);
    if (exactly) return changed?.toSorted().join() !== exactly.join();
    if (fields) return !changed || changed.some((field) => !fields.includes(field));
    return !guard;
  })?.noun;

/** The records that may be taken back only in the phase that grants it: not those of which a merge alone is undone. */
export const heldByPhase = (guard: Guard, effects: readonly Effect[]): string[] =>
  effects.flatMap(({ id, before, after }) => {
    const free = before && after && Object.keys(before).every((field) => guard.freely?.includes(field));
    return free ? [] : [id];
  });

/** Refuses when the phase of an edition, or a frozen grid, forbids to change these records now. */
export async function refuseClosed(em: EntityManager, guard: Guard, ids: readonly string[]): Promise<void> {
  const find = (sql: string) => em.execute<{ id: string }[]>(sql, [`{${ids.join()}}`]);
  if (guard.edition) {
    const { right, refusal, of } = guard.edition;
    for (const { id } of await find(of)) await editionGranting(em, id, right, refusal, LockMode.PESSIMISTIC_READ);
  }
  for (const { id } of guard.grid ? await find(guard.grid) : []) {
    const [grid] = await em.execute<{ frozen: boolean }[]>(
      `select g.frozen_at is not null as frozen from grid g join edition e on e.id = g.edition_id where g.id = ? for update of e`,
      [id],
    );
    if (grid?.frozen) throw new Refusal('GRID_FROZEN');
  }
}

/** Refuses when what was taken back stands as it no longer may. */
export async function refuseBarred(em: EntityManager, { noun, barred }: Guard, ids: readonly string[]): Promise<void> {
  const [one] = barred ? await em.execute<{ id: string }[]>(barred, [`{${ids.join()}}`]) : [];
  if (one) throw new Refusal('UNDO_MOVED', { noun, id: one.id });
}

/** Whether an act did no more to a grid than freeze it: the first measurement does, and goes with it. */
export const isFreezing = ({ noun, before, after }: Effect): boolean =>
  noun === 'grid' && before !== null && after !== null && Object.keys(after).join() === 'frozen_at';

/** Thaws the grids that an act froze, once nothing measured on them is left. */
export const thaw = (em: EntityManager, grids: readonly Effect[]): Promise<unknown> =>
  em.execute(
    `update grid g set frozen_at = null, version = version + 1 where g.id = any(?::uuid[]) and g.frozen_at is not null
       and not exists (select from audit a join channel c on c.id = a.channel_id where c.grid_id = g.id)`,
    [`{${grids.map(({ id }) => id).join()}}`],
  );
