import type { FilterQuery } from '@mikro-orm/core';
import { EditionPhase } from '../edition/edition.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { visibleStructures } from '../structure/structure.policy.ts';
import type { Laureate } from './trophy.ts';

/** Staff see every laureate; a structure itself and its sites, once the edition is published. */
export const visibleLaureates = (actor: Actor): FilterQuery<Laureate> =>
  isStaff(actor)
    ? {}
    : ({
        structure: visibleStructures(actor),
        trophy: { edition: { phase: { $in: [EditionPhase.PUBLISHED, EditionPhase.ARCHIVED] } } },
      } as FilterQuery<Laureate>);
