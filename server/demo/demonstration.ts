import type { EntityManager } from '@mikro-orm/postgresql';
import { openAccount } from '../account/account.service.ts';
import { AuditState } from '../audit/audit.ts';
import { decideAudits } from '../control/decide.service.ts';
import { createCategory } from '../edition/category.service.ts';
import { Category } from '../edition/category.ts';
import { phases } from '../edition/edition.rules.ts';
import { createEdition, moveEdition, recordFigures } from '../edition/edition.service.ts';
import { Edition, EditionPhase, Provenance } from '../edition/edition.ts';
import { configureGrid } from '../grid/grid.service.ts';
import { importAtOnce } from '../import/run.service.ts';
import { ImportKind } from '../import/run.ts';
import { awardTrophy } from '../jury/decision.service.ts';
import { approvePoint, recordConsent } from '../jury/point.service.ts';
import { PointRemarquable } from '../jury/point.ts';
import { type Actor, Role } from '../kernel/actor.ts';
import { actingAs } from '../kernel/history.ts';
import type { Keeping } from '../kernel/keeping.ts';
import type { Seal } from '../kernel/seal.ts';
import { rehearse } from '../publication/publication.service.ts';
import { computeAndStudy } from '../ranking/robustness.service.ts';
import { approveRelease, requestRelease } from '../release/release.service.ts';
import { createStructure } from '../structure/structure.service.ts';
import { Structure } from '../structure/structure.ts';
import { recordPalmares } from '../trophy/trophy.service.ts';
import { keepUpload } from '../upload.ts';
import { loadFieldwork } from './fieldwork.ts';
import { loadHearing } from './hearing.ts';
import {
  type Ceremony,
  demoFile,
  demoJson,
  type EditionFile,
  type PastEdition,
  type PastStructure,
  readHistory,
} from './history.ts';
import { loadJury } from './jury.ts';

/** The password of every demonstration account: printed at start, and only ever set in a database that holds nothing. */
export const DEMO_PASSWORD = 'demonstration-2022';

/** One person of each role. All are fictional. */
export const DEMO_PEOPLE = [
  { name: 'Élise Caron', email: 'administration@demo.barometre.example', role: Role.ADMINISTRATOR },
  { name: 'Mathieu Roussel', email: 'gestion@demo.barometre.example', role: Role.MANAGER },
  { name: 'Nadia Belkacem', email: 'controle@demo.barometre.example', role: Role.CONTROLLER },
  { name: 'Paul Lemoine', email: 'citoyen@demo.barometre.example', role: Role.AUDITOR },
  { name: 'Hélène Vasseur', email: 'jury@demo.barometre.example', role: Role.JUROR },
  { name: 'Karim Haddad', email: 'structure@demo.barometre.example', role: Role.PARTICIPANT, of: 'F-00065' },
] as const;

const CHANNELS = ['accueil', 'telephone', 'courriel', 'courrier', 'site', 'reseaux'];

/** The instants at which the simulated editions were published, since the demonstration has no clock of its own. */
const PUBLISHED_AT: Readonly<Record<number, string>> = { 2021: '2021-12-08T10:00:00Z', 2022: '2022-11-10T10:00:00Z' };

/** Who publishes, and with which key: one asks, the other approves. */
interface Publishers {
  readonly manager: Actor;
  readonly administrator: Actor;
  readonly seal: Seal;
}

/**
 * Loads the demonstration into an empty database, through the very functions that staff use: files imported, scores
 * computed, trophies awarded, editions published. Says each step. Without `keeping`, its tests show no pictures.
 */
export async function loadDemonstration(
  root: EntityManager,
  now: Date,
  seal: Seal,
  say: (step: string) => void,
  keeping: Keeping | null = null,
): Promise<void> {
  const people = new Map<string, Actor>();
  const open = async ({ name, email, role }: (typeof DEMO_PEOPLE)[number], structureId: string | null) => {
    const account = await openAccount(
      actingAs(root, null),
      { name, email, role, ...(structureId && { structureId }) },
      DEMO_PASSWORD,
    );
    people.set(role, { id: account.id, name, email, role, structureId });
  };
  for (const person of DEMO_PEOPLE) if (!('of' in person)) await open(person, null);
  const [manager, administrator] = [people.get(Role.MANAGER), people.get(Role.ADMINISTRATOR)];
  if (!manager || !administrator) throw new Error('The demonstration needs two people to publish.');
  const publishers = { manager, administrator, seal };
  const as = () => actingAs(root, manager);

  const load = async (name: string, kind: ImportKind, editionId: string | null = null) => {
    const em = as();
    const upload = await keepUpload(em, manager, name, await demoFile(name));
    await importAtOnce(em, manager, now, { kind, editionId, uploadId: upload.id });
  };

  say('Structures');
  await load('structures.csv', ImportKind.STRUCTURE);
  for (const person of DEMO_PEOPLE)
    if ('of' in person) await open(person, (await as().findOneOrFail(Structure, { reference: person.of })).id);

  const { editions, labels } = await readHistory();
  for (const past of editions.filter(({ year }) => year < 2021)) {
    say(`Édition ${past.year}, d’après les sources publiques`);
    await loadPast(as, publishers, now, past, labels);
  }
  for (const year of [2021, 2022]) {
    say(`Édition ${year} : configuration et inscriptions`);
    const file = await demoJson<EditionFile>(`edition-${year}.json`);
    const edition = await configure(as, file);
    await load(`enrolments-${year}.csv`, ImportKind.ENROLMENT, edition.id);
    await moveTo(as, edition.id, EditionPhase.FIELDWORK);
    for (const channel of CHANNELS) {
      say(`Édition ${year} : audits, ${channel}`);
      await load(`audits-${year}-${channel}.csv`, ImportKind.AUDIT, edition.id);
    }
    say(`Édition ${year} : notes, trophées, publication`);
    await finish(as, publishers, file, edition);
  }
  const chair = people.get(Role.JUROR);
  if (!chair) throw new Error('The demonstration needs a juror.');
  say('Jury : panel, conflits, séances');
  const moved = (id: string, to: EditionPhase) => moveTo(as, id, to);
  await loadJury({ as, manager, chair, password: DEMO_PASSWORD, now, moveTo: moved });
  const who = (role: Role) => people.get(role) ?? noOne(role);
  const field = { as, who, password: DEMO_PASSWORD, now, moveTo: moved, keeping, seal };
  say('Terrain : plan, tests, contrôle');
  await loadFieldwork(field);
  say('Phase contradictoire : résultats provisoires, réclamations');
  await loadHearing(field);
}

async function configure(as: () => EntityManager, file: EditionFile): Promise<Edition> {
  const { registration, fieldwork, answersUntil, ceremony, ordinal, year, label, note, sources } = file;
  const edition = await createEdition(as(), {
    ...{ ordinal, year, label, note, sources, provenance: Provenance.SIMULATED },
    ...{ registrationFrom: registration?.from ?? null, registrationTo: registration?.to ?? null },
    ...{ fieldworkFrom: fieldwork.from, fieldworkTo: fieldwork.to, answersUntil },
    ...{ ceremonyOn: ceremony.on, ceremonyPlace: placeOf(ceremony) },
  });
  for (const category of file.categories) await createCategory(as(), edition.id, category);
  await configureGrid(as(), edition.id, await demoJson(`grid-${year}.json`));
  await moveTo(as, edition.id, EditionPhase.REGISTRATION);
  return edition;
}

/** From validated tests to the palmarès: the steps staff take once fieldwork is over. */
async function finish(
  as: () => EntityManager,
  publishers: Publishers,
  file: EditionFile,
  { id }: Edition,
): Promise<void> {
  const { manager, administrator } = publishers;
  const at = new Date(PUBLISHED_AT[file.year] ?? 0);
  await moveTo(as, id, EditionPhase.CONTROL);
  await decideAudits(as(), null, at, id, { ids: null, state: AuditState.VALIDATED, reason: null });
  await moveTo(as, id, EditionPhase.DELIBERATION);
  await computeAndStudy(as(), manager, id, null);
  for (const { category: code, laureates, pointRemarquable } of file.trophies) {
    const em = as();
    const category = await em.findOneOrFail(Category, { edition: id, code });
    const structures = await em.find(Structure, { reference: { $in: laureates } });
    const structureIds = structures.map((structure) => structure.id);
    const trophy = await awardTrophy(as(), manager, at, category.id, { structureIds, pointRemarquable, motive: null });
    for (const { id } of await as().find(PointRemarquable, { trophy: trophy.id })) {
      await approvePoint(as(), administrator, at, id);
      await recordConsent(as(), at, id, true, 'Déjà rendu public : voir les sources de l’édition.');
    }
  }
  await moveTo(as, id, EditionPhase.EMBARGO);
  await publish(as, publishers, at, id);
}

/** One asks for the release of what was read, the other approves it: it goes out at once. */
async function publish(
  as: () => EntityManager,
  { manager, administrator, seal }: Publishers,
  at: Date,
  id: string,
): Promise<void> {
  const { hash } = await rehearse(as(), id);
  const request = { hash, dueAt: null, announced: false, reason: null, reasons: [] };
  const release = await requestRelease(as(), manager, at, id, request);
  await approveRelease(actingAs(as(), administrator), administrator, at, seal, release.id, hash);
}

async function loadPast(
  as: () => EntityManager,
  publishers: Publishers,
  now: Date,
  past: PastEdition,
  labels: ReadonlyMap<string, string>,
): Promise<void> {
  const { ordinal, year, label, ceremony, registration, notes, sources } = past;
  const edition = await createEdition(as(), {
    ...{ ordinal, year, label, sources, provenance: Provenance.REPORTED, note: notes.join(' ') || null },
    ...{ registrationFrom: registration?.from ?? null, registrationTo: registration?.to ?? null },
    ...{ ceremonyOn: ceremony?.on ?? null, ceremonyPlace: ceremony && placeOf(ceremony) },
  });
  const codes = [...new Set(past.palmares.flatMap(({ category }) => category ?? []))];
  for (const [position, code] of codes.entries())
    await createCategory(as(), edition.id, {
      code,
      label: labels.get(code) ?? code,
      position,
      kinds: [],
      awarded: true,
    });
  await recordFigures(as(), edition.id, past.figures);
  for (const { of } of past.palmares) await remember(as, of);
  await recordPalmares(as(), edition.id, past.palmares);
  await moveTo(as, edition.id, EditionPhase.EMBARGO);
  await publish(as, publishers, now, edition.id);
}

/** The register's entry for a structure of a past palmarès, made the first time it is met. */
async function remember(as: () => EntityManager, { parent, ...structure }: PastStructure): Promise<Structure> {
  const owner = parent && (await remember(as, parent));
  const known = await as().findOne(Structure, { reference: structure.reference });
  return known ?? createStructure(as(), { ...structure, ...(owner && { parentId: owner.id }) });
}

const noOne = (role: Role): never => {
  throw new Error(`The demonstration needs someone as ${role}.`);
};

/** Forward, one reachable phase after the other, as staff do. */
async function moveTo(as: () => EntityManager, id: string, to: EditionPhase): Promise<void> {
  const { phase } = await as().findOneOrFail(Edition, { id });
  const road = phases.slice(phases.indexOf(phase) + 1, phases.indexOf(to) + 1) as EditionPhase[];
  for (const next of road) await moveEdition(as(), id, next, null);
}

const placeOf = ({ place, event }: Ceremony): string | null => [event, place].filter(Boolean).join(', ') || null;
