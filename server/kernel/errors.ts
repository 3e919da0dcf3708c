/**
 * Everything a caller can be refused for: the sentence may change, the code may not.
 * The admin translates codes; the sentences are for people who read the API.
 */
const reasons = {
  UNAUTHENTICATED: [401, 'Sign in first.'],
  FORBIDDEN: [403, 'Your role does not open this operation.'],
  NOT_FOUND: [404, 'No such record, or none you may see.'],
  PAGE_SIZE: [400, 'A page holds 1 to 100 records.'],
  CURSOR_INVALID: [400, 'This cursor does not come from this list.'],
  STALE: [409, 'Someone changed this record since you read it. Read it again, then apply your change.'],
  UNDO_MOVED: [409, 'Something was done since to what this act touched: undo that first, or correct it by hand.'],
  UNDO_NOT_POSSIBLE: [409, 'What this act did cannot be taken back.'],
  UNDO_TWICE: [409, 'This act has already been taken back.'],
  RESTORE_WITHOUT_PARENT: [409, 'What this record belonged to was removed since: bring that back first.'],
  VIEW_EXISTS: [409, 'You already have a view of this list with this name.'],
  EXPORT_NOT_A_LIST: [422, 'Only lists can be exported: an operation that answers { items total } a page.'],
  TOO_LARGE: [413, 'The request or file is larger than the limit.'],
  OUT_OF_RANGE: [422, 'A value lies outside what can be recorded.'],
  ACCOUNT_EXISTS: [409, 'An account already has this e-mail address.'],
  ACCOUNT_SELF: [409, 'Nobody changes their own role or closes their own account.'],
  ACCOUNT_LOCKED: [429, 'Too many failed attempts: wait a quarter of an hour, or choose a new password.'],
  ACCOUNT_CLOSED: [403, 'This account is closed.'],
  ACCOUNT_ACTIVE: [409, 'This person has already chosen a password: they can have a new one mailed to them.'],
  ACCOUNT_STRUCTURE_REQUIRED: [422, 'A participant speaks for a structure: name it.'],
  EDITION_EXISTS: [409, 'An edition already has this year or ordinal.'],
  EDITION_DATES_DISORDERED: [422, 'Each period must end on or after the day it starts.'],
  PHASE_NOT_REACHABLE: [409, 'The edition cannot go to that phase from where it is.'],
  PHASE_MOTIVE_REQUIRED: [422, 'Going back to an earlier phase needs a motive.'],
  PHASE_BLOCKED: [409, 'Something stands in the way of this phase; each is listed.'],
  PHASE_UNCONFIRMED: [409, 'Something must be confirmed before this phase; each is listed.'],
  DEADLINE_MOTIVE_REQUIRED: [422, 'The edition has begun: a deadline is put off with a motive.'],
  CONFIGURATION_INVALID: [422, 'The configuration has faults; each is listed with its path.'],
  CONFIGURATION_MOVED: [409, 'What would be applied is no longer what was shown. Read the difference again.'],
  CONFIGURATION_CLOSED: [409, 'The edition can no longer be configured in this phase.'],
  EDITION_PUBLISHED: [409, 'A published edition no longer changes; publish a correction instead.'],
  CATEGORY_EXISTS: [409, 'This edition already has a category with this code.'],
  PRIZE_EXISTS: [409, 'This edition already has a special prize with this code.'],
  PRIZE_IN_USE: [409, 'This special prize was already decided.'],
  PRIZE_CATEGORY_UNKNOWN: [422, 'The edition has no such category; each is listed.'],
  PRIZE_BASIS_INCOMPLETE: [422, 'Name the channel, or the criteria, that this special prize is decided on.'],
  TIE_CHANNEL_REQUIRED: [422, 'Name the channel that parts those who are first together.'],
  AWARD_TIE_MOTIVE_REQUIRED: [422, 'The jury parts equals: give the motive.'],
  AWARD_TOO_MANY: [422, 'More laureates than this award may have ex æquo.'],
  AWARD_NOT_WITHHELD: [422, 'This award is not left without a laureate when someone can receive it.'],
  AWARD_NO_MENTION: [422, 'No mention goes with this award, or not to a laureate of it.'],
  REHEARSAL_RUNNING: [409, 'A rehearsal is being played already: wipe it first.'],
  REHEARSAL_OVER: [404, 'No rehearsal is being played, or none you were invited to.'],
  REHEARSAL_CLOSED: [403, 'A rehearsal does not open this operation: nothing of it leaves it.'],
  REHEARSAL_STOPS: [409, 'A rehearsal goes no further than deliberation.'],
  REHEARSAL_UNREADY: [409, 'The edition needs a grid and categories that take someone before it can be rehearsed.'],
  CATEGORY_IN_USE: [409, 'Structures are enrolled in this category.'],
  GRID_FROZEN: [409, 'The grid is frozen since the first measurement.'],
  GRID_INVALID: [422, 'The grid has faults; each is listed.'],
  STEP_IN_USE: [409, 'Criteria belong to this step: say which step they go to.'],
  GRID_MISSING: [409, 'The edition has no grid yet.'],
  VERSION_NOT_NEEDED: [409, 'Nothing was measured on this grid yet: correct it as it is.'],
  VERSION_EXISTS: [409, 'A version is already in preparation.'],
  VERSION_MISSING: [404, 'No such version: it may have been given up.'],
  VERSION_ADOPTED: [409, 'This version is adopted: it no longer changes. Prepare the next one.'],
  VERSION_INVALID: [422, 'What becomes of the measurements is not said right; each fault is listed.'],
  VERSION_CLOSED: [409, 'The grid no longer changes from deliberation on.'],
  VERSION_MOVED: [409, 'What adopting it would change is no longer what was read. Read it again.'],
  STRUCTURE_EXISTS: [409, 'A structure already has this reference, SIREN or SIRET.'],
  STRUCTURE_IN_USE: [409, 'This structure has enrolments, sites or prizes.'],
  STRUCTURE_CYCLE: [422, 'A structure cannot belong to itself or to one of its own sites.'],
  SIREN_OF_ANOTHER: [422, 'The reference of territories gives this SIREN to another organisation.'],
  MERGE_CLASH: [409, 'Both structures have what a structure can have but one of; each is listed.'],
  MERGE_FICTION: [422, 'An invented structure is never merged with a real one.'],
  MERGE_MOVED: [409, 'What would be merged is no longer what was previewed. Read it again.'],
  SIREN_INVALID: [422, 'This SIREN or SIRET has a wrong check digit.'],
  ENROLMENT_EXISTS: [409, 'This structure is already enrolled in this edition.'],
  ENROLMENT_CLOSED: [409, 'Enrolments are closed in this phase.'],
  ENROLMENT_TESTED: [409, 'This structure has already been tested in this edition.'],
  ENROLMENT_STATE: [409, 'The enrolment does not stand where this can be done.'],
  ENROLMENT_MOTIVE_REQUIRED: [422, 'This needs a motive.'],
  SELECTION_MOVED: [409, 'The selection is no longer what was previewed. Read it again.'],
  CONTACT_EXISTS: [409, 'This structure already has a contact with this e-mail address.'],
  FORM_CODE_TWICE: [422, 'Two conditions, or two partners, have the same key.'],
  INVITATION_UNKNOWN: [404, 'This link leads nowhere.'],
  INVITATION_CLOSED: [409, 'This link no longer opens the form; its status says why.'],
  INVITATION_ELSEWHERE: [403, 'The form was begun in another browser: a code mailed to its address opens it here.'],
  INVITATION_NO_ADDRESS: [422, 'No address to send the invitation to.'],
  INVITATION_DAY_PAST: [422, 'The last day of a link cannot be past.'],
  CODE_WRONG: [422, 'This code is wrong or has expired.'],
  TOO_MANY_ASKS: [429, 'Too many requests: wait an hour, then try again.'],
  REGISTRATION_CLOSED: [409, 'Registration is closed for this edition.'],
  REGISTRATION_INCOMPLETE: [422, 'The form is not complete; each item says what it needs.'],
  NO_CATEGORY: [422, 'No category, or more than one, takes this structure.'],
  UPLOAD_EMPTY: [422, 'The file is empty.'],
  UPLOAD_APPLIED: [409, 'This file has already been applied.'],
  IMPORT_CLOSED: [409, 'Imports are closed in this phase of the edition.'],
  IMPORT_INVALID: [422, 'The file has faults; nothing was imported.'],
  CLOSING_DAY_FIXED: [409, 'The last day on which an answer counts no longer moves in this phase of the edition.'],
  CONTROL_CLOSED: [409, 'Tests are no longer decided in this phase of the edition.'],
  AUDIT_REASON_REQUIRED: [422, 'A test that is not validated needs a reason.'],
  POLICY_FROZEN: [409, 'The policy of absences is frozen from deliberation on.'],
  POLICY_INVALID: [422, 'The policy has faults; each is listed.'],
  DELAY_NOT_IN_DAYS: [409, 'This criterion is not a delay in days that is derived from events.'],
  NO_SCORES: [409, 'Compute the scores of the edition first.'],
  SCORES_STALE: [409, 'The scores are out of date: compute them again.'],
  SCORING_CLOSED: [409, 'Scores are final in this phase of the edition.'],
  VALUE_OUTSIDE_SCALE: [409, 'A measurement no longer fits the scale of its criterion: correct one or the other.'],
  NOTHING_TO_SCORE: [409, 'No validated test to score yet.'],
  SCORES_CHANGE: [409, 'Scores or ranks would change: read the preview, then confirm with its hash.'],
  SCORES_MOVED: [409, 'What would be computed is no longer what was previewed. Read it again.'],
  CERTIFICATE_TIER: [403, 'The certificate details every criterion: it comes with the paid tier, or from the staff.'],
  TROPHY_EXISTS: [409, 'This category already has a trophy.'],
  AWARD_CLOSED: [409, 'Trophies are awarded during deliberation or embargo.'],
  AWARD_MOTIVE_REQUIRED: [422, 'The choice departs from the ranking: give the motive.'],
  AWARD_OUTSIDE_CATEGORY: [422, 'A laureate must be ranked in the category of the trophy.'],
  AWARD_FIELD_TOO_SMALL: [409, 'Too few ranked structures in this category to award a trophy.'],
  AWARD_NOT_ELIGIBLE: [422, 'A laureate fell under a threshold of the award; each is listed.'],
  LICENCE_EXISTS: [409, 'The edition already has a licence with this label for these laureates.'],
  LICENCE_PLACEHOLDER: [422, 'Nothing can be put for some of the names left open; each is listed.'],
  LICENCE_LOGO: [422, 'A logo is a PNG or a PDF file, sent beforehand.'],
  LICENCE_TERM_DISORDERED: [422, 'The last day comes on or after the first.'],
  MINUTES_DISAGREE: [409, 'What was recorded of this meeting does not add up; each item is listed.'],
  CATEGORY_NOT_AWARDED: [409, 'No trophy goes with this category.'],
  PUBLICATION_BLOCKED: [409, 'The edition cannot be published yet; each blocker is listed.'],
  PUBLICATION_MOVED: [409, 'What would be published is no longer what was confirmed. Read it again.'],
  PUBLICATION_UNCHANGED: [409, 'This is exactly what is already published.'],
} as const satisfies Record<string, readonly [httpStatus: number, sentence: string]>;

export type Reason = keyof typeof reasons;

/** What the database itself refuses, by the name of the constraint that did. */
export const constraints: Readonly<Record<string, Reason>> = {
  undone_once: 'UNDO_TWICE',
  saved_view_once: 'VIEW_EXISTS',
  account_email_once: 'ACCOUNT_EXISTS',
  account_participant_has_structure: 'ACCOUNT_STRUCTURE_REQUIRED',
  account_structure: 'STRUCTURE_IN_USE',
  edition_year_unique: 'EDITION_EXISTS',
  edition_ordinal_unique: 'EDITION_EXISTS',
  category_code_once: 'CATEGORY_EXISTS',
  category_tie_channel_named: 'TIE_CHANNEL_REQUIRED',
  special_prize_tie_channel_named: 'TIE_CHANNEL_REQUIRED',
  special_prize_code_once: 'PRIZE_EXISTS',
  special_prize_channel_named: 'PRIZE_BASIS_INCOMPLETE',
  special_prize_criteria_named: 'PRIZE_BASIS_INCOMPLETE',
  trophy_prize_id_foreign: 'PRIZE_IN_USE',
  placement_category_id_foreign: 'CATEGORY_IN_USE',
  placement_structure_id_foreign: 'STRUCTURE_IN_USE',
  dress_rehearsal_one: 'REHEARSAL_RUNNING',
  edition_stays_in_rehearsal: 'REHEARSAL_STOPS',
  structure_reference_unique: 'STRUCTURE_EXISTS',
  structure_siret_unique: 'STRUCTURE_EXISTS',
  structure_siren_once: 'STRUCTURE_EXISTS',
  structure_alias_once: 'STRUCTURE_EXISTS',
  enrolment_once: 'ENROLMENT_EXISTS',
  trophy_once: 'TROPHY_EXISTS',
  licence_label_once: 'LICENCE_EXISTS',
  licence_term_ordered: 'LICENCE_TERM_DISORDERED',
  enrolment_category_id_foreign: 'CATEGORY_IN_USE',
  trophy_category_id_foreign: 'CATEGORY_IN_USE',
  indicator_value_category_id_foreign: 'CATEGORY_IN_USE',
  enrolment_structure_id_foreign: 'STRUCTURE_IN_USE',
  structure_parent_id_foreign: 'STRUCTURE_IN_USE',
  laureate_structure_id_foreign: 'STRUCTURE_IN_USE',
  audit_enrolment_id_foreign: 'ENROLMENT_TESTED',
  score_enrolment_id_foreign: 'ENROLMENT_TESTED',
};

/** A refusal the caller can act on. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  constructor(
    readonly reason: Reason,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(reasons[reason][1]);
    this.name = 'Refusal';
  }

  get httpStatus(): number {
    return reasons[this.reason][0];
  }
}

/** The refusal behind anything thrown: itself, a constraint that speaks, or null for a bug. */
export function refusalIn(thrown: unknown): Refusal | null {
  for (let error = thrown; error instanceof Error; error = originalOf(error)) {
    if (error instanceof Refusal) return error;
    if (error.name === 'OptimisticLockError') return new Refusal('STALE');
    // An identifier that is not one, or text that cannot be stored (a NUL): no such record can exist.
    if ('code' in error && ['22P02', '22021', '22P05', '08P01'].includes(String(error.code)))
      return new Refusal('NOT_FOUND');
    const reason = 'constraint' in error && typeof error.constraint === 'string' && constraints[error.constraint];
    if (reason) return new Refusal(reason);
    // A number too large for its column, or a check of the table.
    if ('code' in error && ['22003', '23514'].includes(String(error.code))) return new Refusal('OUT_OF_RANGE');
  }
  return null;
}

const originalOf = (error: Error): unknown => ('originalError' in error ? error.originalError : error.cause);
