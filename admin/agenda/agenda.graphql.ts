import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** The meetings of the edition, panel by panel. */
export const EditionMeetings = graphql(`
  query EditionMeetings($editionId: ID!) {
    panels(editionId: $editionId, perPage: 100, sort: "label") {
      items { id label meetsOn meetings { id label panel startsAt openedAt closedAt } }
    }
  }
`);
export type MeetingPanel = ResultOf<typeof EditionMeetings>['panels']['items'][number];
export type MeetingLine = MeetingPanel['meetings'][number];

/** One meeting as staff follow it: ballots are counted, never whose they are. */
export const AgendaMeeting = graphql(`
  query AgendaMeeting($id: ID!) {
    meeting(id: $id) {
      id version panelId panel label place startsAt openedAt closedAt
      people { id name office here }
      items {
        id mandateId label position round state mode ballotsCast brokenOff decisionNumber
        seats { id name state motive }
        quorum { entitled present recused needed reached presiding }
        result { outcome }
      }
    }
  }
`);
export type Meeting = ResultOf<typeof AgendaMeeting>['meeting'];
export type Item = Meeting['items'][number];

/** What the panel has to decide, and who is kept from it. */
export const AgendaPanel = graphql(`
  query AgendaPanel($id: ID!) {
    panel(id: $id) { id mandates { id category { label } prize { label } candidates { id withdrawnAt } } }
    awardVerdicts(panelId: $id) { juror { id name office } mandate { id } recused motive }
  }
`);
export type Verdict = ResultOf<typeof AgendaPanel>['awardVerdicts'][number];
export type AgendaMandate = ResultOf<typeof AgendaPanel>['panel']['mandates'][number];

export const PlanMeeting = graphql(
  `mutation PlanMeeting($panelId: ID!, $input: MeetingInput!) { planMeeting(panelId: $panelId, input: $input) { id } }`,
);
export const UpdateMeeting = graphql(`
  mutation UpdateMeeting($id: ID!, $version: Int!, $input: MeetingInput!) {
    updateMeeting(id: $id, version: $version, input: $input) { id }
  }
`);
export const ArrangeAgenda = graphql(`
  mutation ArrangeAgenda($id: ID!, $order: [ID!]!) { arrangeAgenda(meetingId: $id, mandateIds: $order) { id } }
`);
