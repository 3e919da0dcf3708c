import type { EntityManager } from '@mikro-orm/postgresql';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { Mandate } from '../mandate/mandate.ts';
import type { Juror } from '../panel/juror.ts';
import { Affiliation, Confirmation, Dismissal, Recusal } from './affiliation.ts';
import { type Conflict, conflictsOf, type Rulings, recuses } from './conflict.rules.ts';
import { organisationGraph } from './graph.service.ts';

/** Whether a juror is kept from an award, and by what. */
export interface Verdict {
  readonly juror: Juror;
  readonly mandate: Mandate;
  readonly recused: boolean;
  /** With whoever is in the field of the award, short-listed or not: so that being recused tells nothing of the list. */
  readonly conflicts: readonly Conflict[];
  readonly stepsAside: Recusal | null;
}

/** What may be a conflict with an award: the field of each mandate, as identifiers of structures. */
async function fieldsOf(em: EntityManager, mandates: readonly Mandate[]): Promise<Map<string, string[]>> {
  const rows: { mandateId: string; structureId: string }[] = await em.execute(
    `select m.id as "mandateId", n.structure_id as "structureId"
     from mandate m join panel p on p.id = m.panel_id left join special_prize z on z.id = m.prize_id
       join category c on c.edition_id = p.edition_id
       join enrolment n on n.category_id = c.id and n.state = 'CONFIRMED'
     where m.id = any(?::uuid[])
       and (c.id = m.category_id or (z.id is not null and (cardinality(z.category_codes) = 0 or c.code = any(z.category_codes))))
     order by n.structure_id`,
    [`{${mandates.map(({ id }) => id).join()}}`],
  );
  const fields = Map.groupBy(rows, ({ mandateId }) => mandateId);
  return new Map([...fields].map(([id, own]) => [id, own.map(({ structureId }) => structureId)]));
}

/**
 * Whether each of these jurors, of one panel, is kept from each of these awards. It is worked out anew each time it is
 * asked, from the ties as they stand: nothing can be out of date.
 */
export async function verdictsOf(
  em: EntityManager,
  jurors: readonly Juror[],
  mandates: readonly Mandate[],
  now: Date,
): Promise<Verdict[]> {
  const of = { juror: { $in: jurors.map(({ id }) => id) } };
  const [ties, dismissals, confirmed, aside, fields, graph] = [
    await em.find(Affiliation, of, { orderBy: { createdAt: 'asc', id: 'asc' } }),
    await em.find(Dismissal, of),
    await em.find(Confirmation, { affiliation: of }),
    await em.find(Recusal, of),
    await fieldsOf(em, mandates),
    await organisationGraph(em),
  ];
  const verdicts: Verdict[] = [];
  for (const juror of jurors) {
    const panel = await juror.panel.loadOrFail();
    const rules = { on: panel.meetsOn ?? localDayOf(now.toISOString(), territoryOf(null)), years: panel.tieYears };
    const links = ties.filter((tie) => tie.juror.id === juror.id).map(linkOf);
    const rulings: Rulings = {
      dismissals: dismissals.filter((each) => each.juror.id === juror.id).map(dismissalOf),
      confirmations: confirmed.map(({ affiliation, structure }) => ({
        ...{ linkId: affiliation.id, candidateId: structure.id },
      })),
    };
    const found = new Map<string, Conflict[]>();
    const withCandidate = (id: string) => {
      const conflicts =
        found.get(id) ?? conflictsOf({ links, checked: juror.tiesCheckedAt !== null }, id, graph, rulings, rules);
      found.set(id, conflicts);
      return conflicts;
    };
    for (const mandate of mandates) {
      const conflicts = (fields.get(mandate.id) ?? []).flatMap(withCandidate);
      const stepsAside = aside.find((each) => each.juror.id === juror.id && each.mandate.id === mandate.id) ?? null;
      verdicts.push({
        ...{ juror, mandate, conflicts, stepsAside },
        recused: stepsAside !== null || recuses(conflicts),
      });
    }
  }
  return verdicts;
}

const linkOf = ({ id, kind, structure, until, known }: Affiliation) => ({
  ...{ id, kind, known, until, bodyId: structure?.id ?? null },
});

const dismissalOf = ({ affiliation, structure, motive }: Dismissal) => ({
  ...{ linkId: affiliation?.id ?? null, candidateId: structure.id, motive },
});

/** The awards of a panel a juror takes part in: those nothing keeps them from. */
export async function awardsOpenTo(em: EntityManager, juror: Juror, now: Date): Promise<Mandate[]> {
  const mandates = await em.find(Mandate, { panel: juror.panel.id }, { orderBy: { createdAt: 'asc', id: 'asc' } });
  const verdicts = await verdictsOf(em, [juror], mandates, now);
  return verdicts.filter(({ recused }) => !recused).map(({ mandate }) => mandate);
}
