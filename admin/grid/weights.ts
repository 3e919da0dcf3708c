interface Weighed {
  readonly weight: string;
}

/** For display only: the scores themselves are computed exactly, by the server. */
export const totalOf = (all: readonly Weighed[]): number => all.reduce((sum, { weight }) => sum + Number(weight), 0);

/** The share of a weight in a total, 0 to 1. */
export const shareOf = (weight: string, total: number): number => (total === 0 ? 0 : Number(weight) / total);

interface Shared extends Weighed {
  readonly id: string;
  readonly bonus: boolean;
  readonly step: { readonly id: string };
}

/**
 * The share of each criterion in its channel when all are measured, 0 to 1. Where steps weigh, it is its share of its
 * step times that of the step. What a bonus may add comes on top of the whole.
 */
export function sharesOf(
  criteria: readonly Shared[],
  steps: readonly { readonly id: string; readonly weight: string | null }[],
): ReadonlyMap<string, number> {
  const possible = criteria.filter(({ bonus }) => !bonus);
  const total = totalOf(possible);
  const inStep = (step: string) => totalOf(possible.filter((each) => each.step.id === step));
  const used = steps.flatMap(({ id, weight }) => (weight === null || inStep(id) === 0 ? [] : [{ id, weight }]));
  const share = ({ weight, bonus, step }: Shared) => {
    if (bonus || used.length === 0) return shareOf(weight, total);
    const stepWeight = used.find(({ id }) => id === step.id)?.weight ?? '0';
    return shareOf(weight, inStep(step.id)) * shareOf(stepWeight, totalOf(used));
  };
  return new Map(criteria.map((criterion) => [criterion.id, share(criterion)]));
}
