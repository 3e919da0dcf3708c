import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** The work of each auditor in the edition, in figures. */
export const AuditorQuality = graphql(`
  query AuditorQuality($editionId: ID!) {
    auditorQuality(editionId: $editionId) {
      auditorId briefed ties daysWorked mostInDay counts { figure count }
    }
  }
`);
export type Quality = ResultOf<typeof AuditorQuality>['auditorQuality'][number];
export type Figure = Quality['counts'][number]['figure'];

/** The tests that one figure counts. */
export const QualityTests = graphql(`
  query QualityTests($editionId: ID!, $auditorId: ID!, $figure: QualityFigure!, $page: Int!) {
    qualityTests(editionId: $editionId, auditorId: $auditorId, figure: $figure, page: $page, perPage: 50) {
      total items { id auditId reference structure channel onDay performedOn state auditState }
    }
  }
`);

/** How far second readings agree with what one auditor found. */
export const AuditorAgreement = graphql(`
  query AuditorAgreement($editionId: ID!, $auditorId: ID!) {
    auditorAgreement(editionId: $editionId, auditorId: $auditorId) {
      lines { kind weighted count apart observed kappa low high }
    }
  }
`);

/** How many tests a figure counts; 0 for an auditor without any. */
export const countOf = (quality: Quality | undefined, figure: Figure): number =>
  quality?.counts.find((each) => each.figure === figure)?.count ?? 0;
