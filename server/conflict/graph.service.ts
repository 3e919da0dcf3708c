import type { EntityManager } from '@mikro-orm/postgresql';
import { StructureKind } from '../kernel/kinds.ts';
import { territoryOf } from '../territory/territory.service.ts';
import { graphOf, type OrganisationGraph } from './organisation.rules.ts';

interface Row {
  readonly id: string;
  readonly parentId: string | null;
  readonly siren: string | null;
  readonly kind: string;
  readonly inseeCode: string | null;
  readonly departmentCode: string | null;
}

/**
 * The organisation graph of the register: parents and sites, bodies of one SIREN, and for each commune the
 * intercommunality and the département that the official reference gives it, when the register has them.
 */
export async function organisationGraph(em: EntityManager): Promise<OrganisationGraph> {
  const rows: Row[] = await em.execute(
    `select id, parent_id as "parentId", siren, kind, insee_code as "inseeCode", department_code as "departmentCode"
     from structure`,
  );
  const bodies = rows.filter(({ parentId }) => parentId === null);
  const of = (kind: StructureKind, key: (row: Row) => string | null) =>
    new Map(bodies.flatMap((row) => (row.kind === kind && key(row) ? [[key(row), row.id] as const] : [])));
  const groups = of(StructureKind.INTERCOMMUNALITY, ({ siren }) => siren);
  const departments = of(StructureKind.DEPARTMENT, ({ departmentCode }) => departmentCode);
  return graphOf(
    rows.map(({ id, parentId, siren, kind, inseeCode, departmentCode }) => {
      const commune = kind === StructureKind.COMMUNE ? territoryOf(StructureKind.COMMUNE, inseeCode) : null;
      const code = commune?.departmentCode ?? (kind === StructureKind.COMMUNE ? departmentCode : null);
      return {
        ...{ id, parentId, siren },
        intercommunalityId: groups.get(commune?.intercommunalityCode ?? null) ?? null,
        departmentId: departments.get(code) ?? null,
      };
    }),
  );
}
