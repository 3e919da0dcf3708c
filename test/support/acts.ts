import fc from 'fast-check';

/** Something someone does in a jury: who, by their turn among the jurors, on which item, by its turn on the agenda. */
export type Act =
  | { readonly verb: 'mark'; readonly by: number; readonly of: number | null; readonly here: boolean }
  | { readonly verb: 'openMeeting' | 'closeMeeting'; readonly by: number }
  | {
      readonly verb: 'open' | 'count' | 'second' | 'unmove' | 'record' | 'breakOff' | 'dissent';
      readonly by: number;
      readonly item: number;
    }
  | { readonly verb: 'move'; readonly by: number; readonly item: number; readonly codes: readonly number[] }
  | {
      readonly verb: 'cast';
      readonly by: number;
      readonly item: number;
      readonly vote: Scribble;
      readonly asItIs: boolean;
    }
  | {
      readonly verb: 'casting';
      readonly by: number;
      readonly item: number;
      readonly for: boolean;
      readonly code: number;
    }
  | { readonly verb: 'stepAside'; readonly by: number; readonly mandate: number }
  | { readonly verb: 'tie' | 'untie'; readonly by: number; readonly structure: number }
  | { readonly verb: 'declare' | 'draw' | 'withdraw'; readonly mandate: number; readonly code: number }
  | { readonly verb: 'replace'; readonly by: number }
  | { readonly verb: 'convene' }
  /** Whatever comes next, as a meeting that knows where it goes would do it. */
  | { readonly verb: 'forward'; readonly by: number; readonly item: number; readonly code: number };

/** What is written on a ballot: mostly what the item asks for, now and then something else. */
export interface Scribble {
  readonly opinion: 'FOR' | 'AGAINST' | null;
  readonly ranking: readonly (readonly number[])[];
  readonly astray: boolean;
}

const by = fc.nat(6);
/** The chair, the deputy and the secretary, mostly. */
const keeper = fc.oneof({ weight: 9, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: by });
const item = fc.nat(9);
const code = fc.nat(6);
const mandate = fc.nat(1);
const rarely = fc.nat(9).map((n) => n === 0);
const vote: fc.Arbitrary<Scribble> = fc.record({
  opinion: fc.constantFrom('FOR' as const, 'FOR' as const, 'AGAINST' as const, null),
  ranking: fc.array(fc.array(fc.nat(2), { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
  astray: rarely,
});
const kept = <V extends string>(...verbs: V[]) => fc.record({ verb: fc.constantFrom(...verbs), by: keeper, item });
const of = <V extends string>(verb: V, more: object) =>
  fc.record({ verb: fc.constant(verb), ...more }) as fc.Arbitrary<Act>;

/** Acts in the proportions of a meeting that goes somewhere: those that bring it forward are the likeliest. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: of('mark', { by, of: fc.option(by), here: fc.nat(5).map((n) => n > 0) }) },
  { weight: 1, arbitrary: of('openMeeting', { by: keeper }) },
  { weight: 1, arbitrary: of('closeMeeting', { by }) },
  { weight: 30, arbitrary: of('forward', { by: keeper, item, code }) },
  { weight: 24, arbitrary: of('forward', { by, item, code: fc.nat(4) }) },
  { weight: 6, arbitrary: kept('open') },
  { weight: 16, arbitrary: of('cast', { by, item, vote, asItIs: fc.boolean() }) },
  { weight: 4, arbitrary: of('move', { by, item, codes: fc.array(code, { maxLength: 1 }) }) },
  { weight: 2, arbitrary: kept('count', 'record', 'second') },
  { weight: 2, arbitrary: of('casting', { by: keeper, item, for: fc.boolean(), code }) },
  { weight: 3, arbitrary: kept('breakOff', 'unmove', 'dissent') },
  { weight: 1, arbitrary: of('stepAside', { by: fc.integer({ min: 1, max: 5 }), mandate }) },
  { weight: 1, arbitrary: of('tie', { by, structure: fc.nat(7) }) },
  { weight: 4, arbitrary: of('untie', { by, structure: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constantFrom('declare', 'draw', 'withdraw'), mandate, code }) as fc.Arbitrary<Act>,
  },
  { weight: 1, arbitrary: of('replace', { by }) },
  { weight: 4, arbitrary: of('convene', {}) },
);
