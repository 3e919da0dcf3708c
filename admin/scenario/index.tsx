import type { Room } from '../kernel/room.ts';
import { ScenarioCreate, ScenarioEdit } from './ScenarioForms.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import { documents, type Scenario } from './scenario.graphql.ts';

export default {
  name: 'scenario',
  documents,
  list: ScenarioList,
  create: ScenarioCreate,
  edit: ScenarioEdit,
  recordRepresentation: ({ label }: Scenario) => label,
} satisfies Room;
