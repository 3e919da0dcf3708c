import type { Room } from '../kernel/room.ts';
import { PersonaCreate, PersonaEdit } from './PersonaForms.tsx';
import { PersonaList } from './PersonaList.tsx';
import { documents, type Persona } from './persona.graphql.ts';

export default {
  name: 'persona',
  documents,
  list: PersonaList,
  create: PersonaCreate,
  edit: PersonaEdit,
  recordRepresentation: ({ label }: Persona) => label,
} satisfies Room;
