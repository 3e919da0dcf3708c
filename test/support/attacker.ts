import loadHighs, { type Highs } from 'highs';

/** One structure as an attacker sees it: what is known of everybody but the scores. */
export interface Target {
  /** What each of its measures is made of: the weight of each of its hidden marks. */
  readonly measures: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** A mean of one measure over some structures, given by their places. */
export interface Mean {
  readonly measure: string;
  readonly members: readonly number[];
}

/** A published mean, to half of the last printed decimal. */
export interface Known extends Mean {
  readonly mean: number;
}

/** That a structure is known to score at least as much as another, on a measure. */
export interface Above {
  readonly measure: string;
  readonly first: number;
  readonly other: number;
}

/** That a structure is known to score at least, or at most, so much on a measure. */
export interface Bound {
  readonly measure: string;
  readonly member: number;
  readonly least: number;
  readonly most: number;
}

/** Everything that an attacker reads. */
export interface Read {
  readonly means: readonly Known[];
  readonly above: readonly Above[];
  readonly bounds: readonly Bound[];
  /** A structure that reads it, and its marks; none for whoever takes no part. */
  readonly reader?: { readonly place: number; readonly marks: ReadonlyMap<string, number> };
}

let solver: Promise<Highs> | null = null;

/** How many ways all doubtful means are sent at a time, half of them up and half of them down. */
const DRAWS = 6;

/**
 * Someone who knows everything that is published, who takes part, on which channels, with which weights, and nothing of
 * what each was given, unless it is a structure that knows its own marks: solves the tables as linear equations, between 0 and 100. Answers the means, of those asked
 * about, on which less doubt is left than so many points.
 */
export async function knownTo(
  targets: readonly Target[],
  read: Read,
  asked: readonly Mean[],
  wanted: number,
): Promise<(Mean & { readonly doubt: number })[]> {
  solver ??= loadHighs();
  const highs = await solver;
  const places = new Map<string, number>();
  const sums = asked.map((each) => sumOf(targets, each, places));
  const rows = rowsOf(targets, read, places);
  const own = new Map([...(read.reader?.marks ?? [])].map(([mark, value]) => [`${read.reader?.place} ${mark}`, value]));
  const bounds = [...places].map(([name, x]) => (own.has(name) ? ` x${x} = ${own.get(name)}` : ` 0 <= x${x} <= 100`));
  const seen = asked.map(() => ({ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }));
  const send = (way: 'Maximize' | 'Minimize', terms: Terms): void => {
    const text = `${way}\n obj: ${written(terms)}\nSubject To\n${rows}\nBounds\n${bounds.join('\n')}\nEnd`;
    const { Status, Columns } = highs.solve(text);
    if (Status !== 'Optimal') throw new Error(`The tables do not hold together: ${Status}.`);
    const found = new Map(Object.entries(Columns).map(([name, { Primal }]) => [Number(name.slice(1)), Primal ?? 0]));
    for (const [i, sum] of sums.entries()) {
      const value = [...sum].reduce((total, [x, times]) => total + times * (found.get(x) ?? 0), 0);
      const met = seen[i] as (typeof seen)[number];
      met.least = Math.min(met.least, value);
      met.most = Math.max(met.most, value);
    }
  };
  const doubtOn = (i: number) => (seen[i]?.most ?? 0) - (seen[i]?.least ?? 0);
  const open = () => [...asked.keys()].filter((i) => !(doubtOn(i) >= wanted));
  for (let draw = 0; draw < DRAWS && open().length > 0; draw++) {
    const terms: Terms = new Map();
    for (const i of open()) for (const [x, times] of sums[i] ?? []) put(terms, x, (i >> draw) % 2 ? times : -times);
    for (const way of ['Maximize', 'Minimize'] as const) send(way, terms);
  }
  for (const i of open())
    for (const way of ['Maximize', 'Minimize'] as const) if (!(doubtOn(i) >= wanted)) send(way, sums[i] ?? new Map());
  return open().map((i) => ({ ...(asked[i] as Mean), doubt: doubtOn(i) }));
}

/** How many times each hidden mark counts, by its place. */
type Terms = Map<number, number>;

const put = (terms: Terms, x: number, times: number) => terms.set(x, (terms.get(x) ?? 0) + times);

const written = (terms: Terms): string =>
  [...terms].map(([x, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times).toFixed(9)} x${x}`).join(' ');

function sumOf(targets: readonly Target[], { measure, members }: Mean, places: Map<string, number>): Terms {
  const terms: Terms = new Map();
  for (const i of members)
    for (const [mark, weight] of targets[i]?.measures.get(measure) ?? []) {
      const name = `${i} ${mark}`;
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      put(terms, place, weight / members.length);
    }
  return terms;
}

function rowsOf(targets: readonly Target[], { means, above, bounds }: Read, places: Map<string, number>): string {
  const told = means.flatMap((each, k) => {
    const sum = written(sumOf(targets, each, places));
    return [` l${k}: ${sum} >= ${each.mean - 0.005001}`, ` h${k}: ${sum} <= ${each.mean + 0.005001}`];
  });
  const led = above.map(({ measure, first, other }, k) => {
    const terms = sumOf(targets, { measure, members: [first] }, places);
    for (const [x, times] of sumOf(targets, { measure, members: [other] }, places)) put(terms, x, -times);
    return ` a${k}: ${written(terms)} >= -0.00001`;
  });
  const bound = bounds.flatMap(({ measure, member, least, most }, k) => {
    const sum = written(sumOf(targets, { measure, members: [member] }, places));
    return [` b${k}: ${sum} >= ${least - 0.00001}`, ` c${k}: ${sum} <= ${most + 0.00001}`];
  });
  return [...told, ...led, ...bound].join('\n');
}
