import { graphql, type VariablesOf } from '../kernel/graphql.ts';
import { GridSheet } from './grid.graphql.ts';

/** What people do to parts of a grid: each answers the whole grid as it then stands. */
export const CreateCriterion = graphql(
  `mutation CreateCriterion($place: CriterionPlace!, $input: NewCriterion!) {
    createCriterion(place: $place, input: $input) { ...GridSheet }
  }`,
  [GridSheet],
);
export const DuplicateCriteria = graphql(
  `mutation DuplicateCriteria($ids: [ID!]!) { duplicateCriteria(ids: $ids) { ...GridSheet } }`,
  [GridSheet],
);
export const MoveCriteria = graphql(
  `mutation MoveCriteria($criteria: [ReadRecord!]!, $place: CriterionPlace!) {
    moveCriteria(criteria: $criteria, place: $place) { ...GridSheet }
  }`,
  [GridSheet],
);
export const UpdateCriteria = graphql(
  `mutation UpdateCriteria($criteria: [ReadRecord!]!, $input: CriteriaInput!) {
    updateCriteria(criteria: $criteria, input: $input) { ...GridSheet }
  }`,
  [GridSheet],
);
export const RemoveCriteria = graphql(
  `mutation RemoveCriteria($criteria: [ReadRecord!]!) { removeCriteria(criteria: $criteria) { ...GridSheet } }`,
  [GridSheet],
);
export const CreateChannel = graphql(
  `mutation CreateChannel($gridId: ID!, $input: NewChannel!) {
    createChannel(gridId: $gridId, input: $input) { ...GridSheet }
  }`,
  [GridSheet],
);
export const UpdateChannels = graphql(
  `mutation UpdateChannels($channels: [ReadRecord!]!, $input: ChannelInput!) {
    updateChannels(channels: $channels, input: $input) { ...GridSheet }
  }`,
  [GridSheet],
);
export const MoveChannel = graphql(
  `mutation MoveChannel($channel: ReadRecord!, $afterId: ID) {
    moveChannel(channel: $channel, afterId: $afterId) { ...GridSheet }
  }`,
  [GridSheet],
);
export const RemoveChannel = graphql(
  `mutation RemoveChannel($channel: ReadRecord!) { removeChannel(channel: $channel) { ...GridSheet } }`,
  [GridSheet],
);
export const CreateStep = graphql(
  `mutation CreateStep($gridId: ID!, $input: StepInput!) {
    createStep(gridId: $gridId, input: $input) { ...GridSheet }
  }`,
  [GridSheet],
);
export const UpdateStep = graphql(
  `mutation UpdateStep($step: ReadRecord!, $input: StepInput!) { updateStep(step: $step, input: $input) { ...GridSheet } }`,
  [GridSheet],
);
export const MoveStep = graphql(
  `mutation MoveStep($step: ReadRecord!, $afterId: ID) { moveStep(step: $step, afterId: $afterId) { ...GridSheet } }`,
  [GridSheet],
);
export const RemoveStep = graphql(
  `mutation RemoveStep($step: ReadRecord!, $intoId: ID) { removeStep(step: $step, intoId: $intoId) { ...GridSheet } }`,
  [GridSheet],
);
export const UndoAct = graphql(`mutation UndoGridAct($act: ID!) { undoAct(act: $act) { id byAct } }`);
export const Frames = graphql(`
  query Frames { frames(perPage: 100, sort: "code") { items { id code release label source clauses { id number label } } } }
`);
export const RecordFrame = graphql(`
  mutation RecordFrame($input: FrameInput!) { recordFrame(input: $input) { id code release clauses { id number } } }
`);

export type CriteriaInput = VariablesOf<typeof UpdateCriteria>['input'];
export type CriterionPlace = VariablesOf<typeof CreateCriterion>['place'];
