import type { EntityManager } from '@mikro-orm/postgresql';
import { insertNouns, updateNouns } from '../kernel/bulk.ts';
import { wordOf } from '../kernel/cell.rules.ts';
import type { Column } from '../kernel/column.rules.ts';
import { type Fault, type FaultReason, fault } from '../kernel/fault.ts';
import { columnFaults, type Planner, refusedWhole, verdictsOf, written } from '../kernel/import.ts';
import { isEmail, isTitle } from '../kernel/scalars.ts';
import type { Row } from '../kernel/sheet.ts';
import { structuresByReference } from '../structure/structure.service.ts';
import type { Structure } from '../structure/structure.ts';
import { Contact } from './contact.ts';

/** The columns of a file of contacts. What it does not say of those it may leave out stays as it is. */
export const contactColumns: readonly Column[] = [
  { name: 'reference', required: true, synonyms: ['ref', 'reference structure', 'structure', 'identifiant'] },
  { name: 'nom', required: true, synonyms: ['nom prenom', 'prenom nom', 'contact', 'interlocuteur', 'personne'] },
  { name: 'fonction', required: false, synonyms: ['poste', 'qualite', 'role', 'titre'] },
  { name: 'courriel', required: false, synonyms: ['mail', 'e mail', 'email', 'adresse electronique', 'adresse mail'] },
  { name: 'telephone', required: false, synonyms: ['tel', 'numero', 'portable', 'mobile', 'ligne directe'] },
  { name: 'note', required: false, synonyms: ['remarque', 'commentaire', 'observations'] },
];

/** The field each column is read into, apart from the structure. */
const fieldOf = { nom: 'name', fonction: 'role', courriel: 'email', telephone: 'phone', note: 'note' } as const;
type Field = (typeof fieldOf)[keyof typeof fieldOf];
type Fields = Partial<Record<Field, string | null>>;

/** What a row that has no fault says. */
interface Said {
  readonly structure: Structure;
  readonly before: Contact | undefined;
  readonly fields: Fields;
}

/** What a file of contacts comes to. A person is known at a structure by the e-mail address, or else by the name. */
export const planContacts: Planner = async (em, { sheet }) => {
  const required = contactColumns.flatMap(({ name, required }) => (required ? [name] : []));
  const columns = columnFaults(sheet, required, new Set(contactColumns.map(({ name }) => name)));
  if (columns.length > 0) return refusedWhole(columns);

  const structures = await structuresByReference(
    em,
    sheet.rows.map(({ cells }) => cells.reference ?? ''),
  );
  const known = await knownAt(em, [...structures.values()]);
  const said = new Map<number, Said>();
  const seen = new Set<string>();
  const faults = sheet.rows.flatMap((row) => {
    const structure = structures.get(row.cells.reference ?? '');
    const own = faultsOf(row, structure);
    if (!structure) return own;
    const fields = fieldsOf(row);
    const key = keysOf(structure.id, fields)[0] ?? '';
    if (seen.has(key))
      own.push(fault(row.line, fields.email ? 'courriel' : 'nom', fields.email ?? fields.name ?? '', 'DUPLICATE'));
    seen.add(key);
    said.set(row.line, { structure, fields, before: personIn(known, structure.id, fields) });
    return own;
  });
  const verdicts = verdictsOf(
    sheet,
    faults,
    ({ line, cells }) => [cells.nom, said.get(line)?.structure.name ?? cells.reference].filter(Boolean).join(', '),
    ({ line }) => judged(said.get(line) as Said),
  );
  const good = verdicts.flatMap(({ line, outcome }) =>
    outcome === 'NEW' || outcome === 'CHANGED' ? [said.get(line) as Said] : [],
  );
  return {
    ...{ faults: [], verdicts },
    write: async (em, told) => {
      await write(em, good);
      told(good.length);
    },
  };
};

/** How a person is known at a structure: by address first, then by name. */
const keysOf = (
  structure: string,
  { email, name }: { readonly email?: string | null; readonly name?: string | null },
) => [...(email ? [`${structure} @${email}`] : []), `${structure} ${wordOf(name ?? '')}`];

async function knownAt(em: EntityManager, structures: readonly Structure[]): Promise<ReadonlyMap<string, Contact>> {
  const ids = structures.map(({ id }) => id);
  const contacts: Contact[] = await em.find(Contact, { structure: { $in: ids } }, { orderBy: { createdAt: 'desc' } });
  return new Map(contacts.flatMap((each) => keysOf(each.structure.id, each).map((key) => [key, each] as const)));
}

/** The person a row is about; one of the same name with another address is someone else. */
function personIn(known: ReadonlyMap<string, Contact>, structure: string, said: Fields): Contact | undefined {
  const [first = '', second] = keysOf(structure, said);
  const found = known.get(first) ?? (second === undefined ? undefined : known.get(second));
  return found?.email && said.email && found.email !== said.email ? undefined : found;
}

function faultsOf({ line, cells }: Row, structure: Structure | undefined): Fault[] {
  const faults: Fault[] = [];
  const refuse = (column: string, reason: keyof typeof FaultReason) =>
    faults.push(fault(line, column, cells[column] ?? '', reason));
  if (!cells.reference) refuse('reference', 'MISSING_VALUE');
  else if (!structure) refuse('reference', 'UNKNOWN_STRUCTURE');
  if (!cells.nom) refuse('nom', 'MISSING_VALUE');
  for (const column of ['nom', 'fonction', 'telephone'])
    if (cells[column] && !isTitle(cells[column])) refuse(column, 'TOO_LONG');
  if ((cells.note ?? '').length > 5000) refuse('note', 'TOO_LONG');
  if (cells.courriel && !isEmail(cells.courriel)) refuse('courriel', 'NOT_AN_EMAIL');
  return faults;
}

function fieldsOf({ cells }: Row): Fields {
  const fields: Fields = {};
  for (const [column, field] of Object.entries(fieldOf)) {
    const cell = cells[column];
    if (cell !== undefined) fields[field] = (field === 'email' ? cell.toLowerCase() : cell) || null;
  }
  return fields;
}

function judged({ before, fields }: Said) {
  if (!before) return { outcome: 'NEW' as const };
  const differences = Object.entries(fieldOf).flatMap(([column, field]) =>
    fields[field] !== undefined && fields[field] !== before[field]
      ? [{ column, before: written(before[field]), after: written(fields[field]) }]
      : [],
  );
  return differences.length > 0 ? { outcome: 'CHANGED' as const, differences } : { outcome: 'UNCHANGED' as const };
}

async function write(em: EntityManager, said: readonly Said[]): Promise<void> {
  const created = said.filter(({ before }) => !before);
  await insertNouns(
    em,
    'contact',
    created.map(({ structure, fields }) => ({ structure_id: structure.id, ...fields })),
  );
  const changed = said.filter(({ before }) => before);
  await updateNouns(
    em,
    'contact',
    changed.map(({ before, fields }) => ({ id: before?.id, ...fields })),
  );
}
