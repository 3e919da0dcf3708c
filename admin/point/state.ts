import type { Point, Trophy } from './point.graphql.ts';

/** Where the point remarquable of a laureate stands. */
export type PointState = 'MISSING' | 'WRITTEN' | 'APPROVED' | 'READY' | 'REFUSED';

/** A laureate of a trophy, and what is written of it. */
export interface Praise {
  readonly trophy: Trophy;
  readonly structure: Trophy['laureates'][number]['structure'];
  readonly point: Point | null;
  readonly state: PointState;
}

function pointState(point: Point | null): PointState {
  if (!point) return 'MISSING';
  if (point.consent === 'REFUSED') return 'REFUSED';
  if (!point.approvedAt) return 'WRITTEN';
  return point.consent === 'GIVEN' ? 'READY' : 'APPROVED';
}

/** Every laureate of a trophy or prize, in the order of the palmarès. */
export const praisesIn = (trophies: readonly Trophy[]): Praise[] =>
  trophies.flatMap((trophy) =>
    trophy.laureates
      .filter(({ award }) => award !== 'RANKED')
      .map(({ structure }) => {
        const point = trophy.points.find((one) => one.structure.id === structure.id) ?? null;
        return { trophy, structure, point, state: pointState(point) };
      }),
  );
