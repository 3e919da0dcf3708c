import type { Cell, Terms } from './terms.rules.ts';

/**
 * Why the auditors cannot do all tests, whatever the days: the cells that want more than those open to them can take
 * in all weeks together; null when that is no obstacle. Exact for what it looks at (who may test whom, how much a
 * week, how much of one structure), by the largest flow from tests to auditors and its smallest cut.
 */
export function overload(terms: Terms): number[] | null {
  const { cells, problem, weeks, weekRoom, shareRoom } = terms;
  const auditors = problem.auditors.length;
  const network = new Network(2 + cells.length + auditors);
  const [source, sink] = [0, 1];
  const pairs = new Map<string, number>();
  for (const [i, cell] of cells.entries()) {
    network.join(source, 2 + i, cell.tests);
    for (const auditor of cell.auditors) network.join(2 + i, pairOf(cell, auditor), cell.tests);
  }
  for (let auditor = 0; auditor < auditors; auditor++) {
    const room = weekRoom.slice(auditor * weeks, (auditor + 1) * weeks).reduce((sum, each) => sum + each, 0);
    network.join(2 + cells.length + auditor, sink, room);
  }
  const wanted = cells.reduce((sum, { tests }) => sum + tests, 0);
  if (network.flow(source, sink) >= wanted) return null;
  const reached = network.reached(source);
  return cells.flatMap((_, i) => (reached.has(2 + i) ? [i] : []));

  /** The node between a structure and an auditor, through which its share goes. */
  function pairOf({ structure }: Cell, auditor: number): number {
    const key = `${structure} ${auditor}`;
    const known = pairs.get(key);
    if (known !== undefined) return known;
    const node = network.grow();
    network.join(node, 2 + cells.length + auditor, shareRoom[structure * auditors + auditor] ?? 0);
    pairs.set(key, node);
    return node;
  }
}

/** A network of pipes. Flow by shortest ways and blocking flows: E. A. Dinic, 1970. */
class Network {
  /** Pipes in pairs, there and back; of each, where it leads and what it can still carry. */
  readonly #to: number[] = [];
  readonly #left: number[] = [];
  readonly #from: number[][] = [];

  constructor(nodes: number) {
    for (let i = 0; i < nodes; i++) this.grow();
  }

  grow(): number {
    return this.#from.push([]) - 1;
  }

  join(from: number, to: number, room: number): void {
    this.#from[from]?.push(this.#to.length);
    this.#from[to]?.push(this.#to.length + 1);
    this.#to.push(to, from);
    this.#left.push(room, 0);
  }

  /** The most that can go from one node to another. */
  flow(source: number, sink: number): number {
    let sum = 0;
    for (let level = this.#levels(source); level[sink] !== undefined; level = this.#levels(source)) {
      const next = this.#from.map(() => 0);
      for (let sent = -1; sent !== 0; sum += sent)
        sent = this.#send(source, sink, Number.MAX_SAFE_INTEGER, level, next);
    }
    return sum;
  }

  /** The nodes that something more could still reach. */
  reached(source: number): ReadonlySet<number> {
    return new Set(this.#levels(source).flatMap((level, node) => (level === undefined ? [] : [node])));
  }

  #levels(source: number): (number | undefined)[] {
    const level: (number | undefined)[] = this.#from.map(() => undefined);
    level[source] = 0;
    const queue = [source];
    for (const node of queue)
      for (const pipe of this.#from[node] ?? []) {
        const to = this.#to[pipe] as number;
        if ((this.#left[pipe] ?? 0) <= 0 || level[to] !== undefined) continue;
        level[to] = (level[node] ?? 0) + 1;
        queue.push(to);
      }
    return level;
  }

  #send(node: number, sink: number, most: number, level: readonly (number | undefined)[], next: number[]): number {
    if (node === sink) return most;
    const pipes = this.#from[node] ?? [];
    for (; (next[node] ?? 0) < pipes.length; next[node] = (next[node] ?? 0) + 1) {
      const pipe = pipes[next[node] ?? 0] as number;
      const to = this.#to[pipe] as number;
      const left = this.#left[pipe] ?? 0;
      if (left <= 0 || level[to] !== (level[node] ?? 0) + 1) continue;
      const sent = this.#send(to, sink, Math.min(most, left), level, next);
      if (sent === 0) continue;
      this.#left[pipe] = left - sent;
      this.#left[pipe ^ 1] = (this.#left[pipe ^ 1] ?? 0) + sent;
      return sent;
    }
    return 0;
  }
}
