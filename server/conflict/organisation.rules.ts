import { byCode } from '../vote/place.rules.ts';

/** A body or a site, as far as conflicts look: what it belongs to. */
export interface Body {
  readonly id: string;
  readonly parentId: string | null;
  /** Bodies with one SIREN are one legal body, whatever the register says of their parents. */
  readonly siren: string | null;
  /** Of a commune, the intercommunality it is a member of and the département it lies in; null for the others. */
  readonly intercommunalityId: string | null;
  readonly departmentId: string | null;
}

/** How one body leads to the next. */
export type Relation =
  | 'PARENT'
  | 'CHILD'
  | 'SAME_SIREN'
  /** To the intercommunality of a commune, and back to its members. */
  | 'INTERCOMMUNALITY'
  | 'MEMBER'
  /** To the département of a commune, and back to its communes. */
  | 'DEPARTMENT'
  | 'COMMUNE';

/** One step through the organisation graph, and where it arrives. */
export interface Step {
  readonly relation: Relation;
  readonly bodyId: string;
}

/** Every body, and where one gets from it in one step; the steps in a fixed order. */
export type OrganisationGraph = ReadonlyMap<string, readonly Step[]>;

/** The organisation graph of a register: each relation leads both ways. */
export function graphOf(bodies: readonly Body[]): OrganisationGraph {
  const graph = new Map<string, Step[]>(bodies.map(({ id }) => [id, []]));
  const link = (from: string, there: Relation, to: string | null, back: Relation) => {
    if (to === null || to === from || !graph.has(to)) return;
    graph.get(from)?.push({ relation: there, bodyId: to });
    graph.get(to)?.push({ relation: back, bodyId: from });
  };
  for (const { id, parentId, intercommunalityId, departmentId } of bodies) {
    link(id, 'PARENT', parentId, 'CHILD');
    link(id, 'INTERCOMMUNALITY', intercommunalityId, 'MEMBER');
    link(id, 'DEPARTMENT', departmentId, 'COMMUNE');
  }
  const registered = bodies.filter(({ siren }) => siren !== null).sort((a, b) => byCode(a.id, b.id));
  for (const [first, ...others] of Map.groupBy(registered, ({ siren }) => siren).values())
    for (const { id } of others) link(first?.id ?? id, 'SAME_SIREN', id, 'SAME_SIREN');
  for (const steps of graph.values())
    steps.sort((a, b) => byCode(a.relation, b.relation) || byCode(a.bodyId, b.bodyId));
  return graph;
}

/** How far a path may leave the legal body, the nearest first. A path leaves it once: neighbours are no conflict. */
const reaches: readonly (readonly Relation[])[] = [[], ['INTERCOMMUNALITY', 'MEMBER'], ['DEPARTMENT', 'COMMUNE']];

const legal: ReadonlySet<Relation> = new Set(['PARENT', 'CHILD', 'SAME_SIREN']);

/** The nearest way from one body to another; undefined where none leads there. */
export function pathBetween(graph: OrganisationGraph, from: string, to: string): readonly Step[] | undefined {
  for (const crossings of reaches) {
    const path = walk(graph, from, to, new Set(crossings));
    if (path) return path;
  }
  return undefined;
}

interface Walker {
  readonly bodyId: string;
  readonly crossed: boolean;
  readonly path: readonly Step[];
}

/** The shortest walk by legal steps and at most one crossing: breadth first. */
function walk(graph: OrganisationGraph, from: string, to: string, crossings: ReadonlySet<Relation>) {
  const queue: Walker[] = [{ bodyId: from, crossed: false, path: [] }];
  const seen = new Set<string>();
  for (const { bodyId, crossed, path } of queue) {
    if (bodyId === to) return path;
    if (seen.has(`${bodyId} ${crossed}`)) continue;
    seen.add(`${bodyId} ${crossed}`);
    for (const step of graph.get(bodyId) ?? []) {
      const crosses = !legal.has(step.relation);
      if (crosses && (crossed || !crossings.has(step.relation))) continue;
      queue.push({ bodyId: step.bodyId, crossed: crossed || crosses, path: [...path, step] });
    }
  }
  return undefined;
}

/** Where a path leaves the legal body; undefined when it stays within. */
export const crossingOf = (path: readonly Step[]): Relation | undefined =>
  path.find(({ relation }) => !legal.has(relation))?.relation;
