import { type Actor, isStaff, Role } from '../kernel/actor.ts';

/**
 * The changes a rehearsal opens: those that try the form, the scoring and the jury. Whatever is not listed is closed
 * there, also what is invented tomorrow: nothing that publishes, writes to someone or starts a job is.
 */
const open: ReadonlySet<string> = new Set([
  ...['moveEdition', 'createCategory', 'updateCategory', 'removeCategory', 'placeStructure', 'unplaceStructure'],
  ...['createSpecialPrize', 'updateSpecialPrize', 'removeSpecialPrize', 'enrolStructure', 'updateEnrolment'],
  ...['removeEnrolment', 'decideAudits', 'closeAnswers', 'choosePolicy', 'computeScores', 'awardTrophy'],
  ...['awardPrize', 'undoAct', 'updateGrid', 'createChannel', 'updateChannel', 'updateChannels', 'moveChannel'],
  ...['removeChannel', 'createStep', 'updateStep', 'moveStep', 'removeStep', 'createCriterion', 'updateCriterion'],
  ...['updateCriteria', 'duplicateCriteria', 'moveCriteria', 'removeCriteria'],
]);

/** The questions a rehearsal does not answer: what leaves the house, or speaks of what is not played. */
const closed: ReadonlySet<string> = new Set([
  ...['certificate', 'certificates', 'rehearsal', 'datasets', 'dataset', 'mails', 'uploads', 'upload', 'accounts'],
  ...['audiences', 'structureChanges', 'seenChanges', 'releases', 'release', 'earlyAccesses', 'earlyReads'],
  ...['account', 'dressRehearsals', 'dressRehearsal', 'trash', 'savedViews', 'importRuns', 'importRun'],
  ...['partnerAccesses', 'partnerAccess', 'accessUsage', 'accessWebhooks', 'ownAccess', 'ownUsage'],
  ...['ownWebhooks', 'ownWebhookSecret'],
  ...['auditors', 'auditor', 'assignments', 'assignment', 'scenarios', 'scenario', 'personas', 'persona'],
  ...['editionBriefing', 'briefingResults', 'briefing', 'planRules', 'planDraws', 'planDraw', 'drawChanges'],
  ...['planFigures', 'assignmentChoices', 'auditorQuality', 'auditorAgreement'],
  ...['qualityTests', 'myQuality', 'myQualityTests'],
  ...['evidences', 'evidenceRules', 'submissions', 'submission', 'myFieldwork', 'myReceipts'],
  ...['fieldworkProgress', 'questions', 'suspicions', 'auditorEffects'],
  ...['controlLines', 'controlSheet', 'correctionEffect', 'checkSamples', 'doubleChecks', 'doubleCheck', 'agreement'],
  ...['contradictory', 'provisionals', 'provisionalDoor', 'ownProvisionals', 'exhibitRules'],
  ...['claims', 'claim', 'claimEffect'],
  ...['editorialText', 'textBuild', 'sayables', 'reportRuns'],
]);

/** Whether an operation may be asked of a rehearsal. */
export const isOpenOnStage = (kind: 'Query' | 'Mutation', operation: string): boolean =>
  kind === 'Query' ? !closed.has(operation) : open.has(operation);

/** Roles that may be invited: a participant speaks for a real structure, which is never played. */
export const invitable: readonly Role[] = [Role.CONTROLLER, Role.AUDITOR, Role.JUROR];

/** Whether someone may come in: staff, and those they invited. */
export const mayAttend = (actor: Actor, guests: readonly string[]): boolean =>
  isStaff(actor) || (invitable.includes(actor.role) && guests.includes(actor.id));
