import { Refusal } from '../kernel/errors.ts';
import type { Report } from '../report/report.service.ts';
import { pdfOf } from '../report/typst.ts';
import type { Deliberation } from './deliberation.ts';
import { disagreementsIn } from './faults.rules.ts';
import { minutesOf } from './minutes.rules.ts';

/**
 * The minutes of a deliberation as a document: the same bytes for the same deliberation, dated from its close. Refused
 * when what was recorded does not add up, since its pages would contradict one another.
 */
export function minutesReport(deliberation: Deliberation): Report {
  const { edition, openedAt, closedAt } = deliberation;
  const disagreements = disagreementsIn(deliberation);
  if (disagreements.length > 0) throw new Refusal('MINUTES_DISAGREE', { disagreements });
  return {
    name: `proces-verbal-${edition.year}-${openedAt.toISOString().slice(0, 10)}.pdf`,
    content: pdfOf('minutes/minutes', minutesOf(deliberation), closedAt),
  };
}
