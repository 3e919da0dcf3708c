import { awardName } from '../kernel/jury.ts';
import type { Room } from '../kernel/room.ts';
import { MandateEdit } from './MandateEdit.tsx';
import { MandateShow } from './MandateShow.tsx';
import { documents, type Mandate } from './mandate.graphql.ts';

export default {
  name: 'mandate',
  documents,
  edit: MandateEdit,
  show: MandateShow,
  recordRepresentation: (mandate: Mandate) => awardName(mandate),
} satisfies Room;
