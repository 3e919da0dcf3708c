import type { Room } from '../kernel/room.ts';
import { PanelCreate, PanelEdit } from './PanelForms.tsx';
import { PanelList } from './PanelList.tsx';
import { PanelShow } from './PanelShow.tsx';
import { documents, type Panel } from './panel.graphql.ts';

export default {
  name: 'panel',
  documents,
  list: PanelList,
  create: PanelCreate,
  edit: PanelEdit,
  show: PanelShow,
  recordRepresentation: ({ label }: Panel) => label,
} satisfies Room;
