import { AuditState } from '../audit/audit.ts';
import { decideAudits } from '../control/decide.service.ts';
import { dayAfter } from '../delay/calendar.rules.ts';
import { createCategory } from '../edition/category.service.ts';
import { createEdition } from '../edition/edition.service.ts';
import { EditionPhase, Provenance } from '../edition/edition.ts';
import { createContact } from '../enrolment/contact.service.ts';
import { enrolStructure } from '../enrolment/enrolment.service.ts';
import { configureGrid } from '../grid/grid.service.ts';
import { Role } from '../kernel/actor.ts';
import type { Seal } from '../kernel/seal.ts';
import { openContradictory } from '../provisional/sending.service.ts';
import { inputsOf } from '../ranking/inputs.ts';
import { computeScores } from '../ranking/score.service.ts';
import { inventTests } from '../rehearsal/simulation.service.ts';
import { Structure } from '../structure/structure.ts';
import { dayOf, instantAt } from './calendar.ts';
import { contestResults } from './contesting.ts';
import type { FieldLoad } from './fieldwork.ts';
import { demoJson, type EditionFile } from './history.ts';
import { demoPostman } from './jurors.ts';

const YEAR = 2028;
const SEED = 28;
const CATEGORY = 'towns_20000_50000';

/** Invented towns, and who answers for them; the first has an account, the last has nobody to write to. */
const TOWNS = [
  ['F-00065', null],
  ['F-00064', 'Jeanne Aubry'],
  ['F-00063', 'Samir Lahlou'],
  ['F-00061', 'Odile Perrin'],
  ['F-00059', null],
] as const;

/** The day on which structures were told, before the day of loading: they are heard for a month from it. */
const TOLD = -12;

/** What hearing structures is loaded with: the seal makes their links. */
export type HearingLoad = FieldLoad & { readonly seal: Seal };

/** A very small fictional edition whose structures are heard: told of their results, some contest them. */
export async function loadHearing(load: HearingLoad): Promise<void> {
  const { as, who, now, seal, moveTo } = load;
  const { categories } = await demoJson<EditionFile>('edition-2022.json');
  const told = new Date(instantAt(dayAfter(dayOf(now), TOLD), '09:00'));
  const { id } = await createEdition(as(), {
    ...{
      year: YEAR,
      ordinal: YEAR - 2012,
      label: 'Édition fictive, pour essayer la phase contradictoire',
      sources: [],
    },
    ...{ fieldworkFrom: dayAfter(dayOf(now), -90), fieldworkTo: dayAfter(dayOf(now), -40) },
    ...{ answersUntil: dayAfter(dayOf(now), -30), provenance: Provenance.SIMULATED },
    note: 'Cette édition n’aura pas lieu. Ses tests, ses notes et ses réclamations sont inventés.',
  });
  for (const category of categories.filter(({ code }) => code === CATEGORY)) await createCategory(as(), id, category);
  await configureGrid(as(), id, await demoJson('grid-2022.json'));
  for (const [reference, name] of TOWNS) {
    const structure = await as().findOneOrFail(Structure, { reference });
    await enrolStructure(as(), id, structure.id, {});
    const email = `${reference.toLowerCase()}@demo.barometre.example`;
    if (name) await createContact(as(), structure.id, { name, email, role: 'Direction de l’accueil' });
  }
  await inventTests(as(), id, SEED, told);
  await moveTo(id, EditionPhase.CONTROL);
  await decideAudits(as(), null, told, id, { ids: null, state: AuditState.VALIDATED, reason: null });
  await moveTo(id, EditionPhase.CONTRADICTORY);
  const manager = who(Role.MANAGER);
  await computeScores(as(), manager, id, null);
  await openContradictory(as(), { postman: demoPostman, seal }, told, id);
  await contestResults(load, id);
  const { hash } = await inputsOf(as(), id);
  await computeScores(as(), manager, id, hash);
}
