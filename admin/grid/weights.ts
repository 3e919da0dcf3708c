interface Weighed {
  readonly weight: string;
}

/** For display only: the scores themselves are computed exactly, by the server. */
export const totalOf = (all: readonly Weighed[]): number => all.reduce((sum, { weight }) => sum + Number(weight), 0);

/** The share of a weight in a total, 0 to 1. */
export const shareOf = (weight: string, total: number): number => (total === 0 ? 0 : Number(weight) / total);
