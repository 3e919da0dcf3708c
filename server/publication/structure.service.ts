import type { EntityManager } from '@mikro-orm/postgresql';
import { grants } from '../edition/edition.rules.ts';
import { isCounted } from '../enrolment/counted.ts';
import { Tier } from '../enrolment/enrolment.ts';
import type { SeenChange, StructureChange } from './audience.ts';
import { type Prospect, prospectOf } from './publication.service.ts';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly tier: `${Tier}`;
  readonly score: string | null;
  readonly rank: number | null;
  readonly awards: readonly {
    readonly award: string;
    readonly label: string | null;
    readonly mention: string | null;
  }[];
}

/**
 * What a release changes for each structure of an edition, in its own space: its score and its rank, its certificate
 * in the paid tier, what it received and its diploma. Nothing once results are open: they are read as they stand.
 */
export async function structureChangesIn(em: EntityManager, { edition, run }: Prospect): Promise<StructureChange[]> {
  if (grants(edition.phase, 'READ_RESULT')) return [];
  const lines = await em.execute<Line[]>(
    `select e.id, s.name, e.tier, o.value::text as score, o.rank,
       coalesce((select json_agg(json_build_object('award', l.award, 'label', coalesce(c.label, p.label), 'mention', l.mention)
           order by c.position, p.position)
         from laureate l join trophy t on t.id = l.trophy_id left join category c on c.id = t.category_id
           left join special_prize p on p.id = t.prize_id
         where t.edition_id = e.edition_id and l.structure_id = s.id and l.award <> 'RANKED'), '[]') as awards
     from enrolment e join structure s on s.id = e.structure_id
     left join score o on o.enrolment_id = e.id and o.run_id = ?::uuid and o.channel_id is null and o.criterion_id is null
     where e.edition_id = ? and ${isCounted('e')} order by s.name, e.id`,
    [run?.id ?? null, edition.id],
  );
  return lines.map((line) => ({ id: line.id, name: line.name, changes: changesOf(line) }));
}

/** Those of one edition, worked out now. */
export const structureChanges = async (em: EntityManager, editionId: string): Promise<StructureChange[]> =>
  structureChangesIn(em, await prospectOf(em, editionId));

function changesOf({ id, name, tier, score, rank, awards }: Line): SeenChange[] {
  const comes = (table: string, key: string, after: SeenChange['after'], subject = name): SeenChange => ({
    ...{ table, key, field: null, subject, before: null, after },
  });
  const scored = score !== null || rank !== null;
  return [
    ...(scored ? [comes('score_sheet', id, { score, rank, detailed: tier === Tier.PAID })] : []),
    ...(scored && tier === Tier.PAID ? [comes('certificate', id, { score })] : []),
    ...awards.map(({ award, label, mention }) => comes('laureate', `${id}/${label ?? ''}`, { award, label, mention })),
    ...awards
      .filter(({ award }) => award === 'TROPHY' || award === 'PRIZE')
      .map(({ label }) => comes('diploma', `${id}/${label ?? ''}`, { label })),
  ];
}
