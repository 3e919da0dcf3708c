import type { QualityFigure } from './quality.ts';

/**
 * What each figure counts, in SQL over a planned test `a` and, once it is sent, its audit `t`. `?` is today in Paris. A
 * figure and the list behind it are one condition: they cannot differ.
 */
export const counted: Readonly<Record<`${QualityFigure}`, string>> = {
  GIVEN: 'true',
  DUE: 'a.on_day < ?',
  SENT: 't.id is not null',
  LATE: `a.on_day < ? and a.state <> 'SUBMITTED'`,
  DONE_LATE: 't.performed_on > a.on_day',
  DECIDED: `t.state in ('VALIDATED', 'REJECTED', 'TO_REDO')`,
  REJECTED: `t.state = 'REJECTED'`,
  TO_REDO: `t.state = 'TO_REDO'`,
  CORRECTED: 'exists (select from correction c where c.audit_id = t.id)',
  QUESTIONED: 'exists (select from question q where q.audit_id = t.id)',
  NEUTRALISED:
    'exists (select from neutralisation n join measurement m on m.id = n.measurement_id where m.audit_id = t.id)',
  READ_TWICE: 'exists (select from double_check d where d.audit_id = t.id and d.done_at is not null)',
};

/** The tests given to auditors in an edition: `?` is the edition. */
export const given = `assignment a left join audit t on t.assignment_id = a.id
  where a.edition_id = ? and a.auditor_id is not null and a.state <> 'WITHDRAWN'`;
