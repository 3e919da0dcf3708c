import { type Reason, Refusal } from './errors.ts';

/** What the database itself refuses, by the name of the constraint that did. */
export const constraints: Readonly<Record<string, Reason>> = {
  undone_once: 'UNDO_TWICE',
  saved_view_once: 'VIEW_EXISTS',
  account_email_once: 'ACCOUNT_EXISTS',
  account_participant_has_structure: 'ACCOUNT_STRUCTURE_REQUIRED',
  account_structure: 'STRUCTURE_IN_USE',
  edition_year_unique: 'EDITION_EXISTS',
  edition_ordinal_unique: 'EDITION_EXISTS',
  edition_fewest_contributors: 'THRESHOLD_OUT_OF_RANGE',
  edition_largest_share: 'THRESHOLD_OUT_OF_RANGE',
  category_code_once: 'CATEGORY_EXISTS',
  category_tie_channel_named: 'TIE_CHANNEL_REQUIRED',
  special_prize_tie_channel_named: 'TIE_CHANNEL_REQUIRED',
  special_prize_code_once: 'PRIZE_EXISTS',
  special_prize_channel_named: 'PRIZE_BASIS_INCOMPLETE',
  special_prize_criteria_named: 'PRIZE_BASIS_INCOMPLETE',
  trophy_prize_id_foreign: 'PRIZE_IN_USE',
  placement_category_id_foreign: 'CATEGORY_IN_USE',
  placement_structure_id_foreign: 'STRUCTURE_IN_USE',
  printing_once: 'TEXT_PUBLISHED',
  dress_rehearsal_one: 'REHEARSAL_RUNNING',
  edition_stays_in_rehearsal: 'REHEARSAL_STOPS',
  structure_reference_unique: 'STRUCTURE_EXISTS',
  structure_siret_unique: 'STRUCTURE_EXISTS',
  structure_siren_once: 'STRUCTURE_EXISTS',
  structure_alias_once: 'STRUCTURE_EXISTS',
  juror_once: 'JUROR_EXISTS',
  juror_office_once: 'PANEL_OFFICE_TAKEN',
  juror_panel_id_foreign: 'PANEL_IN_USE',
  mandate_panel_id_foreign: 'PANEL_IN_USE',
  mandate_category_once: 'AWARD_ENTRUSTED',
  mandate_prize_once: 'AWARD_ENTRUSTED',
  mandate_category_id_foreign: 'CATEGORY_IN_USE',
  mandate_prize_id_foreign: 'PRIZE_IN_USE',
  mandate_rules_frozen: 'RULES_FROZEN',
  recusal_mandate_id_foreign: 'MANDATE_IN_USE',
  agenda_item_mandate_id_foreign: 'MANDATE_IN_USE',
  candidate_enrolment_id_foreign: 'ENROLMENT_TESTED',
  ballot_once: 'BALLOT_ALREADY_CAST',
  ballot_item_open: 'ITEM_NOT_OPEN',
  ballot_juror_present: 'NOT_PRESENT',
  agenda_item_one_open: 'MEETING_BUSY',
  affiliation_structure_id_foreign: 'STRUCTURE_IN_USE',
  confirmation_structure_id_foreign: 'STRUCTURE_IN_USE',
  dismissal_structure_id_foreign: 'STRUCTURE_IN_USE',
  enrolment_once: 'ENROLMENT_EXISTS',
  release_one_under_way: 'RELEASE_UNDER_WAY',
  release_two_people: 'RELEASE_OWN',
  trophy_once: 'TROPHY_EXISTS',
  licence_label_once: 'LICENCE_EXISTS',
  licence_term_ordered: 'LICENCE_TERM_DISORDERED',
  enrolment_category_id_foreign: 'CATEGORY_IN_USE',
  trophy_category_id_foreign: 'CATEGORY_IN_USE',
  indicator_value_category_id_foreign: 'CATEGORY_IN_USE',
  enrolment_structure_id_foreign: 'STRUCTURE_IN_USE',
  structure_parent_id_foreign: 'STRUCTURE_IN_USE',
  laureate_structure_id_foreign: 'STRUCTURE_IN_USE',
  auditor_account_once: 'AUDITOR_EXISTS',
  auditor_code_once: 'AUDITOR_EXISTS',
  auditor_conflict_structure_id_foreign: 'STRUCTURE_IN_USE',
  scenario_code_once: 'SCENARIO_EXISTS',
  persona_code_once: 'PERSONA_EXISTS',
  assignment_scenario_id_foreign: 'SCENARIO_IN_USE',
  assignment_persona_id_foreign: 'PERSONA_IN_USE',
  assignment_enrolment_id_foreign: 'ENROLMENT_PLANNED',
  neutralisation_once: 'CLAIM_NOTHING_OBSERVED',
  neutralisation_measurement_id_foreign: 'MEASUREMENT_NEUTRALISED',
  provisional_enrolment_id_foreign: 'ENROLMENT_TESTED',
  audit_enrolment_id_foreign: 'ENROLMENT_TESTED',
  individual_report_enrolment_id_foreign: 'ENROLMENT_TESTED',
  score_enrolment_id_foreign: 'ENROLMENT_TESTED',
};

/** The refusal behind anything thrown: itself, a constraint that speaks, or null for a bug. */
export function refusalIn(thrown: unknown): Refusal | null {
  for (let error = thrown; error instanceof Error; error = originalOf(error)) {
    if (error instanceof Refusal) return error;
    if (error.name === 'OptimisticLockError') return new Refusal('STALE');
    // An identifier that is not one, or text that cannot be stored (a NUL): no such record can exist.
    if ('code' in error && ['22P02', '22021', '22P05', '08P01'].includes(String(error.code)))
      return new Refusal('NOT_FOUND');
    // PostgreSQL gave up on a statement that took too long.
    if ('code' in error && error.code === '57014') return new Refusal('TIME_LIMIT');
    const reason = 'constraint' in error && typeof error.constraint === 'string' && constraints[error.constraint];
    if (reason) return new Refusal(reason);
    // A number too large for its column, or a check of the table.
    if ('code' in error && ['22003', '23514'].includes(String(error.code))) return new Refusal('OUT_OF_RANGE');
  }
  return null;
}

const originalOf = (error: Error): unknown => ('originalError' in error ? error.originalError : error.cause);
