import { EnrolmentState } from './enrolment.ts';

/**
 * The one place that says which enrolments are tested, scored and counted: the confirmed ones. Invited, begun and
 * submitted ones do not take part yet; a withdrawn one no longer does, though what was found of it stays recorded.
 * This is the condition as MikroORM takes it.
 */
export const COUNTED = { state: EnrolmentState.CONFIRMED } as const;

/** The same as SQL, for the enrolment named `alias`. */
export const isCounted = (alias: string): string => `${alias}.state = '${COUNTED.state}'`;

/** The same for a test: whether the enrolment of the audit named `alias` is counted. */
export const isOfCounted = (alias: string): string =>
  `exists (select from enrolment counted where counted.id = ${alias}.enrolment_id and ${isCounted('counted')})`;
