import { ZERO } from '../../server/score/exact.rules.ts';
import { shown, type Weighing, type Worth, worthOf } from '../../server/score/worth.rules.ts';
import type { Grid } from './grid.graphql.ts';

/** What each line of the tree is worth: exactly, and as it is shown, in hundredths of a per cent. */
export interface Figures {
  readonly worth: ReadonlyMap<string, Worth>;
  /** Of what counts in the overall score: all criteria together make 10,000, and so do all channels. */
  readonly units: ReadonlyMap<string, number>;
}

const PLACES = 4;

/** A grid with the weights that are being typed in place of its own. */
export function typedIn(grid: Grid, typed: ReadonlyMap<string, string>): Weighing {
  const weight = <Each extends { readonly id: string; readonly weight: string | null }>(each: Each): Each =>
    typed.has(each.id) ? { ...each, weight: typed.get(each.id) ?? each.weight } : each;
  return {
    steps: grid.steps.map(weight),
    channels: grid.channels.map((channel) => ({ ...weight(channel), criteria: channel.criteria.map(weight) })),
  };
}

/** What is shown adds up on every level: criteria to their step, steps to their channel, channels to the whole. */
export function figuresOf(grid: Weighing): Figures {
  const worth = worthOf(grid);
  const of = (id: string) => worth.get(id)?.ofWhole ?? ZERO;
  const units = new Map<string, number>();
  const channels = grid.channels.filter(({ id }) => worth.get(id)?.ofWhole);
  const tell = (ids: readonly string[], whole?: number) => {
    const told = shown(ids.map(of), PLACES, whole);
    for (const [i, id] of ids.entries()) units.set(id, told[i] ?? 0);
  };
  tell(channels.map(({ id }) => id));
  for (const { id, criteria } of channels) {
    const possible = criteria.filter(({ bonus }) => !bonus);
    const weighs = possible.some((each) => of(each.id).n !== 0n);
    tell(
      possible.map((each) => each.id),
      weighs ? units.get(id) : 0,
    );
    for (const step of grid.steps) {
      const own = possible.filter((each) => each.step.id === step.id);
      units.set(
        `${id} ${step.id}`,
        own.reduce((total, each) => total + (units.get(each.id) ?? 0), 0),
      );
    }
  }
  return { worth, units };
}
