import type { Room } from '../kernel/room.ts';
import { LicenceCreate, LicenceEdit } from './LicenceForms.tsx';
import { LicenceList } from './LicenceList.tsx';
import { documents, type Licence } from './licence.graphql.ts';

export default {
  name: 'licence',
  documents,
  list: LicenceList,
  create: LicenceCreate,
  edit: LicenceEdit,
  recordRepresentation: ({ label }: Licence) => label,
} satisfies Room;
