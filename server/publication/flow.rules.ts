/** What may flow from one node to another: how much more than at present, and how much less. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly up: number;
  readonly down: number;
  /** What it costs to let a fixed arc move; null for one that moves freely. */
  readonly cost: number | null;
}

const NOTHING = 1e-9;

/**
 * A circulation around its present state: what each arc could carry instead, all nodes still in balance.
 *
 * Arc `i` is walked forwards as step `2i` and backwards as step `2i + 1`.
 * Source: L. R. Ford, D. R. Fulkerson, Flows in Networks (1962); shortest augmenting paths.
 */
export class Circulation {
  private readonly room: number[];
  private readonly leaving: number[][];

  constructor(
    readonly arcs: readonly Arc[],
    readonly nodes: number,
  ) {
    this.room = arcs.flatMap(({ up, down, cost }) => (cost === null ? [up, down] : [0, 0]));
    this.leaving = Array.from({ length: nodes }, () => []);
    for (const [i, { from, to }] of arcs.entries()) {
      this.leaving[from]?.push(2 * i);
      this.leaving[to]?.push(2 * i + 1);
    }
  }

  /**
   * How wide the interval is that an arc may carry, up to `wanted`; and the fixed arcs which, let loose, would widen it
   * at the least cost: empty when it is wide enough, or when nothing widens it.
   */
  range(arc: number, wanted: number): { width: number; opening: readonly number[] } {
    const own = this.arcs[arc];
    if (!own) return { width: 0, opening: [] };
    const [more, less] = [this.room.slice(), this.room.slice()];
    const rise = this.push(more, own.to, own.from, Math.min(own.up, wanted), arc);
    const fall = rise >= wanted ? 0 : this.push(less, own.from, own.to, Math.min(own.down, wanted), arc);
    if (rise + fall >= wanted - NOTHING) return { width: wanted, opening: [] };
    const ways = [
      ...(own.up - rise > NOTHING ? [this.cheapest(more, own.to, own.from, arc)] : []),
      ...(own.down - fall > NOTHING ? [this.cheapest(less, own.from, own.to, arc)] : []),
    ].toSorted((a, b) => a.cost - b.cost);
    return { width: rise + fall, opening: ways[0]?.arcs ?? [] };
  }

  /** Sends up to `wanted` from one node to another along free arcs, but for one; answers how much went. */
  private push(room: number[], from: number, to: number, wanted: number, without: number): number {
    let sent = 0;
    while (sent < wanted - NOTHING) {
      const path = this.pathIn(room, from, to, without);
      if (!path) break;
      const amount = Math.min(wanted - sent, ...path.map((step) => room[step] ?? 0));
      for (const step of path) {
        room[step] = (room[step] ?? 0) - amount;
        room[step ^ 1] = (room[step ^ 1] ?? 0) + amount;
      }
      sent += amount;
    }
    return sent;
  }

  /** The shortest path with room on every step; null when there is none. */
  private pathIn(room: readonly number[], from: number, to: number, without: number): number[] | null {
    const by = new Array<number>(this.nodes).fill(-1);
    const queue = [from];
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head] as number;
      for (const step of this.leaving[node] ?? []) {
        const next = this.endOf(step);
        if (step >> 1 === without || next === from || (by[next] ?? 0) >= 0 || (room[step] ?? 0) <= NOTHING) continue;
        by[next] = step;
        if (next === to) return this.walked(by, from, to);
        queue.push(next);
      }
    }
    return null;
  }

  /** The cheapest path when fixed arcs may be let loose: their sum of costs, and which they are. */
  private cheapest(room: readonly number[], from: number, to: number, without: number) {
    const cost = new Array<number>(this.nodes).fill(Number.POSITIVE_INFINITY);
    const by = new Array<number>(this.nodes).fill(-1);
    const left = new Set(cost.keys());
    cost[from] = 0;
    while (left.size > 0) {
      const node = [...left].reduce((a, b) => ((cost[b] ?? 0) < (cost[a] ?? 0) ? b : a));
      left.delete(node);
      if (node === to || cost[node] === Number.POSITIVE_INFINITY) break;
      for (const step of this.leaving[node] ?? []) {
        const price = step >> 1 === without ? null : this.priceOf(step, room);
        const next = this.endOf(step);
        if (price === null || (cost[node] ?? 0) + price >= (cost[next] ?? 0)) continue;
        cost[next] = (cost[node] ?? 0) + price;
        by[next] = step;
      }
    }
    const reached = (cost[to] ?? Number.POSITIVE_INFINITY) < Number.POSITIVE_INFINITY;
    const steps = reached ? this.walked(by, from, to) : [];
    const fixed = steps.map((step) => step >> 1).filter((arc) => this.arcs[arc]?.cost !== null);
    return { cost: cost[to] ?? Number.POSITIVE_INFINITY, arcs: fixed };
  }

  private priceOf(step: number, room: readonly number[]): number | null {
    const { cost, up, down } = this.arcs[step >> 1] as Arc;
    if (cost === null) return (room[step] ?? 0) > NOTHING ? 0 : null;
    return (step & 1 ? down : up) > NOTHING ? cost : null;
  }

  private endOf(step: number): number {
    const { from, to } = this.arcs[step >> 1] as Arc;
    return step & 1 ? from : to;
  }

  private walked(by: readonly number[], from: number, to: number): number[] {
    const steps: number[] = [];
    for (let node = to; node !== from; ) {
      const step = by[node] as number;
      steps.push(step);
      node = this.endOf(step ^ 1);
    }
    return steps;
  }
}
