import type { FilterQuery } from '@mikro-orm/core';
import { EditionPhase } from '../edition/edition.ts';
import { visibleEnrolments } from '../enrolment/enrolment.policy.ts';
import type { Enrolment } from '../enrolment/enrolment.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';

/** The enrolments whose scores one may read: all to staff; to a structure its own, once the edition is published. */
export const visibleScoresOf = (actor: Actor): FilterQuery<Enrolment> =>
  isStaff(actor)
    ? {}
    : {
        $and: [
          visibleEnrolments(actor),
          { edition: { phase: { $in: [EditionPhase.PUBLISHED, EditionPhase.ARCHIVED] } } },
        ],
      };
