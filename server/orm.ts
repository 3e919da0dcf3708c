import { MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { PartnerAccess } from './access/access.ts';
import { PartnerToken } from './access/token.ts';
import { Account } from './account/account.ts';
import { Audit, Measurement } from './audit/audit.ts';
import { AuditEvent } from './audit/event.ts';
import { Neutralisation } from './audit/neutralisation.ts';
import { Auditor, AuditorConflict } from './auditor/auditor.ts';
import { Briefing, BriefingResult } from './auditor/briefing.ts';
import { Claim, ClaimPoint } from './claim/claim.ts';
import { ClaimExhibit } from './claim/exhibit.ts';
import { AuditorReminder } from './cockpit/reminder.ts';
import { AuditDraft } from './collect/draft.ts';
import { Submission } from './collect/submission.ts';
import { Affiliation, Confirmation, Dismissal, Recusal } from './conflict/affiliation.ts';
import { Correction } from './control/correction.ts';
import { CheckSample, DoubleCheck } from './control/double.ts';
import { Question } from './control/question.ts';
import { forgiveLostRollbacks } from './database/lost.ts';
import { prepareNamed } from './database/prepared.ts';
import { Webhook } from './delivery/webhook.ts';
import { Note, Opinion } from './dossier/note.ts';
import { StructureDistinction } from './duplicate/distinction.ts';
import { Category } from './edition/category.ts';
import { Edition } from './edition/edition.ts';
import { Figure } from './edition/figure.ts';
import { Extension, PhaseMove } from './edition/phase.ts';
import { SpecialPrize } from './edition/prize.ts';
import { EarlyAccess, EarlyRead } from './embargo/access.ts';
import { Contact } from './enrolment/contact.ts';
import { Enrolment } from './enrolment/enrolment.ts';
import { Placement } from './enrolment/placement.ts';
import { Evidence } from './evidence/evidence.ts';
import { Criterion, CriterionClause } from './grid/criterion.ts';
import { Clause, Frame } from './grid/frame.ts';
import { Channel, Grid, JourneyStep } from './grid/grid.ts';
import { Indicator } from './grid/indicator.ts';
import { ScoringPolicy } from './grid/policy.ts';
import { CriterionFate, GridVersion } from './grid/version.ts';
import { ImportRun } from './import/run.ts';
import { IndividualReport, ReportRun } from './individual/individual.ts';
import { Candidate } from './jury/candidate.ts';
import { Decision } from './jury/decision.ts';
import { PointRemarquable } from './jury/point.ts';
import { Refusal } from './kernel/errors.ts';
import { Change, HistorySubscriber } from './kernel/history.ts';
import { Mail } from './kernel/mail.ts';
import { Upload } from './kernel/upload.ts';
import { Mandate } from './mandate/mandate.ts';
import { AgendaItem, Attendance, Ballot } from './meeting/item.ts';
import { Meeting } from './meeting/meeting.ts';
import { Juror } from './panel/juror.ts';
import { Panel } from './panel/panel.ts';
import { PublicationEvent } from './partner/event.ts';
import { Assignment } from './plan/assignment.ts';
import { PlanDraw } from './plan/draw.ts';
import { PlanRules } from './plan/plan.ts';
import { Persona, Scenario } from './plan/scenario.ts';
import { Provisional, ProvisionalRead } from './provisional/provisional.ts';
import { Dataset } from './publication/dataset.ts';
import { Robustness } from './ranking/robustness.ts';
import { IndicatorValue, Score, ScoreRun } from './ranking/score.ts';
import { RegistrationForm } from './registration/form.ts';
import { Invitation } from './registration/invitation.ts';
import { Registration } from './registration/registration.ts';
import { DressRehearsal } from './rehearsal/rehearsal.ts';
import { Release } from './release/release.ts';
import { ConsentRequest } from './space/consent.ts';
import { StructureAlias } from './structure/alias.ts';
import { Structure } from './structure/structure.ts';
import { Manuscript } from './synthesis/manuscript.ts';
import { Printing } from './synthesis/printing.ts';
import { Licence } from './trophy/licence.ts';
import { Laureate, Trophy } from './trophy/trophy.ts';
import { Undone } from './undo/undone.ts';
import { SavedView } from './view/view.ts';

/** Every stored noun, listed: one reads here what the database holds. */
export const nouns = [
  ...[Account, Change, Undone, SavedView, Mail, Upload, ImportRun],
  ...[PartnerAccess, PartnerToken, Webhook],
  ...[Edition, PhaseMove, Extension, Category, Figure, Structure, StructureAlias, StructureDistinction],
  ...[Grid, Channel, JourneyStep, Criterion, CriterionClause, Frame, Clause, Indicator, ScoringPolicy, Enrolment],
  ...[GridVersion, CriterionFate],
  ...[Contact, RegistrationForm, Registration, Invitation],
  ...[Auditor, AuditorConflict, Briefing, BriefingResult],
  ...[Scenario, Persona, PlanRules, PlanDraw, Assignment, AuditorReminder],
  ...[Evidence, Question, Correction, CheckSample, DoubleCheck],
  ...[AuditDraft, Submission],
  ...[Audit, Measurement, AuditEvent, ScoreRun, Score, IndicatorValue, Robustness],
  ...[Neutralisation, Provisional, ProvisionalRead, Claim, ClaimPoint, ClaimExhibit],
  ...[Trophy, Laureate, Licence, Decision, Dataset, Release, PublicationEvent, EarlyAccess, EarlyRead],
  ...[Manuscript, Printing, ReportRun, IndividualReport, ConsentRequest],
  ...[SpecialPrize, Placement, DressRehearsal],
  ...[Panel, Juror, Mandate, Affiliation, Confirmation, Dismissal, Recusal],
  ...[Candidate, PointRemarquable, Meeting, AgendaItem, Attendance, Ballot, Note, Opinion],
];

/**
 * PostgreSQL takes a page read out of order for four read in order, as on a turning disk: it then reads the tests of
 * every edition to find those of one. On what holds data today the two cost nearly the same.
 */
const AS_TODAY = '-c random_page_cost=1.1';

/**
 * The back office's access to PostgreSQL. Schemas `access`, `auth` and `published` are written by hand in the
 * migrations, `embargoed` and `press` follow the latter (`database/embargo.ts`). `options`
 * are those of PostgreSQL itself, for connections that are not the owner's.
 */
export function openOrm(clientUrl: string, options?: string): MikroORM<PostgreSqlDriver> {
  return new MikroORM({
    driver: PostgreSqlDriver,
    clientUrl,
    entities: nouns,
    extensions: [Migrator],
    subscribers: [new HistorySubscriber()],
    dataloader: true,
    pool: { min: 0, max: 10 },
    driverOptions: {
      // Whoever waits longer for a connection is refused: a request must not hang on others that hang.
      ...{ connectionTimeoutMillis: 30_000, idleTimeoutMillis: 0 },
      onPoolCreated: (pool: Pool) => {
        forgiveLostRollbacks(pool);
        prepareNamed(pool);
      },
      options: [options, AS_TODAY].filter(Boolean).join(' '),
    },
    dynamicImportProvider: (id) => import(id),
    migrations: {
      path: new URL('migrations', import.meta.url).pathname,
      snapshotName: '.snapshot',
      snapshotOnMigrate: false,
      emit: 'ts',
      silent: true,
    },
    schemaGenerator: {
      ignoreSchema: ['access', 'auth', 'published', 'embargoed', 'press'],
      skipTables: [/^access\./, /^auth\./, /^published\./, /^embargoed\./, /^press\./],
      ignoreTriggers: true,
    },
    findOneOrFailHandler: () => new Refusal('NOT_FOUND'),
  });
}
