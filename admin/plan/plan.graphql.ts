import { graphql, type ResultOf } from '../kernel/graphql.ts';

const DrawRow = graphql(`
  fragment DrawRow on PlanDraw @_unmask {
    id number seed state failure startedAt startedByName appliedAt appliedByName done without { id name }
    report {
      tests added moved removed cents fewest
      unplaced { id name }
      clash { rules proven structures { id name } auditors { id name } }
      relaxation { cost proven bends { rule channel from to } }
    }
  }
`);
export type Draw = ResultOf<typeof DrawRow>;

export const PlanToday = graphql(
  `
  query PlanToday($editionId: ID!) {
    planDraws(editionId: $editionId, perPage: 5, sort: "number", order: DESC) { items { ...DrawRow } total }
    planFigures(editionId: $editionId) {
      unassigned late budget
      costs { channel tests price cents }
      weeks { week channel planned sent }
      weekdays { at tests }
      gaps { enrolmentId structure channel wanted planned }
    }
    auditors(perPage: 100, left: false) { items { id name } }
  }
`,
  [DrawRow],
);
export type Figures = ResultOf<typeof PlanToday>['planFigures'];

export const DrawPlan = graphql(`
  mutation DrawPlan($editionId: ID!, $mend: Boolean!, $without: ID) {
    drawPlan(editionId: $editionId, mend: $mend, without: $without) { id }
  }
`);
export const StopDraw = graphql(`mutation StopDraw($id: ID!) { stopDraw(id: $id) { id } }`);
export const ApplyDraw = graphql(`mutation ApplyDraw($id: ID!) { applyDraw(id: $id) { id } }`);

export const DrawChanges = graphql(`
  query DrawChanges($id: ID!, $page: Int!) {
    drawChanges(drawId: $id, page: $page, perPage: 50) {
      total items { reference structure channel fromDay toDay fromAuditor toAuditor }
    }
  }
`);

export const PlanRulesNow = graphql(`
  query PlanRulesNow($editionId: ID!) {
    planRules(editionId: $editionId) {
      version closedDays weekMost structureShare structureGap auditorLockOut scenarioLockOut personaLockOut weekExcess
      targets { channel categoryCode tests } bands { channel weekdays from to } costs { rule cost }
      prices { channel cents } budget
    }
    categories(editionId: $editionId, perPage: 100, sort: "position") { items { code label } }
  }
`);
export type Rules = ResultOf<typeof PlanRulesNow>['planRules'];
export type Category = ResultOf<typeof PlanRulesNow>['categories']['items'][number];

export const SavePlanRules = graphql(`
  mutation SavePlanRules($editionId: ID!, $version: Int!, $input: PlanRulesInput!) {
    savePlanRules(editionId: $editionId, version: $version, input: $input) { version }
  }
`);
