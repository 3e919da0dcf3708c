import type { EntityManager } from '@mikro-orm/postgresql';
import type { EditionPhase } from '../edition/edition.ts';
import { bound } from '../kernel/bulk.ts';
import type { ChannelCode } from '../kernel/kinds.ts';
import type { AssignmentState } from '../plan/assignment.ts';
import type { Structure } from '../structure/structure.ts';
import type { Ask, Setting } from './judging.rules.ts';

/** A planned test, and all that a sending of it is judged on, at one instant. */
export interface Sight extends Setting<Ask> {
  readonly id: string;
  readonly version: number;
  readonly state: AssignmentState;
  readonly reference: string;
  readonly channel: ChannelCode;
  readonly enrolmentId: string;
  /** The account of whom it is given to, while they are there; null for nobody. */
  readonly accountId: string | null;
  readonly edition: Setting<Ask>['edition'] & {
    readonly id: string;
    readonly version: number;
    readonly phase: EditionPhase;
  };
  readonly structure: Pick<Structure, 'name' | 'inseeCode' | 'departmentCode' | 'regionCode'>;
  /** The version of the grid in force; null while there is none. */
  readonly gridId: string | null;
  readonly frozen: boolean;
  /** This channel on that version; null where it has none. */
  readonly channelId: string | null;
}

/**
 * One statement, and rows instead of nouns: two hundred auditors may send at once, and each exchange with PostgreSQL costs
 * as much as the rules that judge. This channel alone, not the whole grid.
 */
const SIGHT = `-- sight_of_planned_test
  select a.id, a.version, a.state, a.reference, a.channel, a.enrolment_id as "enrolmentId",
    case when u.left_at is null then u.account_id end as "accountId",
    json_build_object('id', e.id, 'version', e.version, 'phase', e.phase, 'fieldworkFrom', e.fieldwork_from,
      'fieldworkTo', e.fieldwork_to, 'answersUntil', e.answers_until) as edition,
    json_build_object('name', s.name, 'inseeCode', s.insee_code, 'departmentCode', s.department_code,
      'regionCode', s.region_code) as structure,
    g.id as "gridId", g.frozen_at is not null as frozen, h.id as "channelId",
    coalesce((select json_agg(json_build_object('id', c.id, 'code', c.code, 'label', c.label, 'kind', c.kind,
      'scale', c.scale, 'conditions', c.conditions, 'delay', c.delay) order by c.position)
      from criterion c where c.channel_id = h.id), '[]') as questions
  from assignment a join edition e on e.id = a.edition_id join enrolment n on n.id = a.enrolment_id
    join structure s on s.id = n.structure_id left join auditor u on u.id = a.auditor_id
    left join lateral (select id, frozen_at from grid where edition_id = e.id and not draft
      order by number desc limit 1) g on true
    left join channel h on h.grid_id = g.id and h.code = a.channel
  where a.id = $1`;

/** What a planned test is judged on now; null when no such test was ever planned. */
export async function sightOf(em: EntityManager, assignmentId: string): Promise<Sight | null> {
  const [sight] = await bound<Sight>(em, SIGHT, [assignmentId]);
  return sight ?? null;
}
