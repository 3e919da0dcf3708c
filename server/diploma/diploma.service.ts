import type { Seal } from '../kernel/seal.ts';
import type { Report } from '../report/report.service.ts';
import { pdfOf } from '../report/typst.ts';
import { type Diploma, diplomaOf } from './diploma.rules.ts';
import { sealedStatementOf } from './statement.rules.ts';

/** A diploma as a document, its code signed: the same bytes for the same award, dated from its decision. */
export function diplomaReport(diploma: Diploma, seal: Seal, name: string): Report {
  const sealed = sealedStatementOf(diploma.statement, seal);
  const date = new Date(`${diploma.statement.decidedOn}T12:00:00Z`);
  return { name, content: pdfOf('diploma/diploma', diplomaOf(diploma, sealed, seal.fingerprint), date) };
}
