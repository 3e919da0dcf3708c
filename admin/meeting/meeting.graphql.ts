import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

export const ItemRow = graphql(`
  fragment ItemRow on ItemView @_unmask {
    id mandateId label position round state recused mode ballotsCast voted mayPreside brokenOff decisionNumber
    candidates { code name rank score withdrawn }
    seats { id name state motive }
    quorum { entitled present recused needed reached presiding }
    motion { mover mine motive codes }
    paper { mode grades criteria { code label weight } scale mayOmit }
    result { outcome by among count ballots abstained casting dissents }
  }
`);
export const MeetingRow = graphql(
  `
  fragment MeetingRow on MeetingView @_unmask {
    id version panelId panel label place startsAt openedAt closedAt mayReadMinutes tiesChecked
    me { id name office here }
    people { id name quality office here }
    items { ...ItemRow }
  }
`,
  [ItemRow],
);
export type Meeting = ResultOf<typeof MeetingRow>;
export type Item = ResultOf<typeof ItemRow>;
export type Candidate = NonNullable<Item['candidates']>[number];
export type Paper = NonNullable<Item['paper']>;
export type Result = NonNullable<Item['result']>;
export type Quorum = NonNullable<Item['quorum']>;

export const MeetingOf = graphql(`query MeetingOf($id: ID!) { meeting(id: $id) { ...MeetingRow } }`, [MeetingRow]);
export const MarkPresence = graphql(`
  mutation MarkPresence($id: ID!, $here: Boolean!, $jurorId: ID) {
    markPresence(meetingId: $id, here: $here, jurorId: $jurorId) { id }
  }
`);
export const OpenMeeting = graphql(`mutation OpenMeeting($id: ID!) { openMeeting(id: $id) { id } }`);
export const CloseMeeting = graphql(`mutation CloseMeeting($id: ID!) { closeMeeting(id: $id) { id } }`);
export const OpenItem = graphql(`mutation OpenItem($id: ID!) { openItem(itemId: $id) { id } }`);
export const CountItem = graphql(`mutation CountItem($id: ID!) { countItem(itemId: $id) { id } }`);
export const SecondBallot = graphql(`mutation SecondBallot($id: ID!) { openSecondBallot(itemId: $id) { id } }`);
export const BreakOff = graphql(`
  mutation BreakOff($id: ID!, $motive: Prose!) { breakOffItem(itemId: $id, motive: $motive) { id } }
`);
export const MoveMotion = graphql(`
  mutation MoveMotion($id: ID!, $codes: [Code!]!, $motive: Prose!) {
    moveMotion(itemId: $id, codes: $codes, motive: $motive) { id }
  }
`);
export const WithdrawMotion = graphql(`mutation WithdrawMotion($id: ID!) { withdrawMotion(itemId: $id) { id } }`);
export const Dissent = graphql(`
  mutation Dissent($id: ID!, $text: Prose!) { dissent(itemId: $id, text: $text) { id } }
`);
export const CastingVote = graphql(`
  mutation CastingVote($id: ID!, $opinion: MotionOpinion, $code: Code) {
    castCastingVote(itemId: $id, opinion: $opinion, code: $code) { id }
  }
`);
export const RecordDecision = graphql(`
  mutation RecordDecision($id: ID!, $motive: Prose, $mentions: [CodeMentionInput!]!) {
    recordDecision(itemId: $id, motive: $motive, mentions: $mentions) { id }
  }
`);
export const CastBallot = graphql(`
  mutation CastBallot($id: ID!, $ballot: BallotInput!, $asItIs: Boolean!) {
    castBallot(itemId: $id, ballot: $ballot, asItIs: $asItIs)
  }
`);
export type BallotInput = VariablesOf<typeof CastBallot>['ballot'];
