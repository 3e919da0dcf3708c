import type { EntityManager } from '@mikro-orm/postgresql';
import { saveBriefing } from '../auditor/briefing.service.ts';
import { dayAfter } from '../delay/calendar.rules.ts';
import { createCategory } from '../edition/category.service.ts';
import { createEdition } from '../edition/edition.service.ts';
import { EditionPhase, Provenance } from '../edition/edition.ts';
import { enrolStructure } from '../enrolment/enrolment.service.ts';
import { configureGrid } from '../grid/grid.service.ts';
import { type Actor, Role } from '../kernel/actor.ts';
import type { Keeping } from '../kernel/keeping.ts';
import { ChannelCode, StructureKind } from '../kernel/kinds.ts';
import { applyDraw } from '../plan/applying.ts';
import { drawAtOnce } from '../plan/drawing.ts';
import { createPersona, createScenario, saveRules } from '../plan/plan.service.ts';
import { customary } from '../planner/said.rules.ts';
import { createStructure } from '../structure/structure.service.ts';
import { QUESTIONS, seatAuditors } from './auditors.ts';
import { instantAt, mondayFrom } from './calendar.ts';
import { controlTests } from './control.ts';
import { demoJson, type EditionFile } from './history.ts';
import type { JuryLoad } from './jurors.ts';
import { de } from './names.ts';
import { doTests } from './testing.ts';

/** What the fieldwork of the demonstration is loaded with. */
export interface FieldLoad extends Pick<JuryLoad, 'as' | 'password' | 'now' | 'moveTo'> {
  /** The person of each role. */
  readonly who: (role: Role) => Actor;
  /** Where what auditors photograph is kept; null where nothing is. */
  readonly keeping: Keeping | null;
}

const YEAR = 2027;

/** Invented towns, as those of `names.ts` are; a counter is gone to in a département, so each lies in a real one. */
const TOWNS = [
  ['Quercevaux', '35', 58_400],
  ['Hautelanne', '69', 74_900],
  ['Vermebrac', '33', 51_200],
  ['Plessineuil', '59', 96_300],
  ['Tourvigny', '13', 27_800],
  ['Nivecourt', '67', 22_450],
  ['Sablerive', '44', 31_700],
  ['Arquelanne', '31', 24_100],
  ['Loubremont', '63', 8_900],
  ['Cressebrac', '46', 3_150],
  ['Ombrevaux', '21', 12_600],
  ['Melvigny', '76', 17_300],
] as const;

const SCENARIOS: Readonly<Record<ChannelCode, readonly string[]>> = {
  RECEPTION: ['Refaire une carte d’identité', 'Inscrire un enfant à la cantine'],
  PHONE: ['Connaître les horaires de la déchèterie', 'S’inscrire sur les listes électorales', 'Louer une salle'],
  EMAIL: ['Demander un acte de naissance', 'Demander une aide à la rénovation', 'Signaler un trottoir abîmé'],
  LETTER: ['Demander un rendez-vous avec un élu', 'Demander une aide au déménagement'],
  WEBSITE: ['Trouver les pièces d’un dossier de mariage', 'Prendre un rendez-vous en ligne'],
  SOCIAL: ['Demander l’agenda du mois', 'Demander si la piscine est ouverte'],
};

const PERSONAS = ['Camille Fabre', 'Dominique Roy', 'Claude Girard', 'Maxime Petit', 'Alix Garnier', 'Sacha Leroux'];

const BRIEFING = `Lisez le scénario et le personnage avant chaque test, et tenez-vous-y.
Restez courtois, ne dites jamais qui vous êtes, et notez les heures au moment où les choses arrivent.
N’écrivez ni nom, ni ligne directe, ni adresse d’un agent : on note un accueil, pas une personne.`;

/** Two tests by phone and e-mail, one on the other channels: what eight weeks and three people can do. */
const targets = Object.values(ChannelCode).map((channel) => ({
  ...{ channel, categoryCode: null, tests: channel === 'PHONE' || channel === 'EMAIL' ? 2 : 1 },
}));

/**
 * A fictional edition whose fieldwork is on, in the fourth of its eight weeks on the day it is loaded: a plan that was
 * drawn before they began, what auditors did since, and what became of it in control.
 */
export async function loadFieldwork(load: FieldLoad): Promise<void> {
  const { as, now, moveTo } = load;
  const [from, to] = [mondayFrom(now, -3), dayAfter(mondayFrom(now, 4), 4)];
  const { categories } = await demoJson<EditionFile>('edition-2022.json');
  const { id } = await createEdition(as(), {
    ...{ year: YEAR, ordinal: YEAR - 2012, label: 'Édition fictive, pour essayer le terrain', sources: [] },
    ...{ fieldworkFrom: from, fieldworkTo: to, answersUntil: dayAfter(to, 14), provenance: Provenance.SIMULATED },
    note: 'Cette édition n’aura pas lieu. Ses villes, ses scénarios, ses personnages et ses tests sont inventés.',
  });
  for (const category of categories.filter(({ kinds }) => kinds.includes(StructureKind.COMMUNE)))
    await createCategory(as(), id, category);
  await configureGrid(as(), id, await demoJson('grid-2022.json'));
  for (const [i, [name, departmentCode, population]] of TOWNS.entries()) {
    const kind = StructureKind.COMMUNE;
    const said = { kind, departmentCode, population, populationYear: 2024, fictional: true };
    const reference = `F-T${String(i + 1).padStart(2, '0')}`;
    const { id: structureId } = await createStructure(as(), { ...said, reference, name: `Ville ${de(name)}` });
    await enrolStructure(as(), id, structureId, { reception: i % 2 === 0 });
  }
  await cast(as, id);
  await saveRules(as(), id, 0, { ...customary, targets, costs: [...customary.costs] } as never);
  await saveBriefing(as(), id, 0, { text: BRIEFING, questions: QUESTIONS, passMark: QUESTIONS.length });
  const before = new Date(instantAt(dayAfter(from, -5), '10:00'));
  await moveTo(id, EditionPhase.FIELDWORK);
  const auditors = await seatAuditors(load, id, before);
  await drawOnce(as(), load.who(Role.MANAGER), before, id);
  await controlTests(load, id, await doTests(load, id, auditors));
}

/** What is asked for on each channel, and the people who ask. */
async function cast(as: FieldLoad['as'], id: string): Promise<void> {
  for (const [channel, labels] of Object.entries(SCENARIOS) as [ChannelCode, readonly string[]][])
    for (const [i, label] of labels.entries()) {
      const instructions = `Vous voulez ${label.charAt(0).toLowerCase()}${label.slice(1)}. Demandez les pièces à fournir, le délai et le coût.`;
      const code = `${channel.toLowerCase()}-${i + 1}`;
      await createScenario(as(), id, { channel, code, label, instructions });
    }
  for (const [i, label] of PERSONAS.entries())
    await createPersona(as(), id, {
      ...{ code: `p-${i + 1}`, label, mailbox: `personnage${i + 1}@demo.barometre.example` },
      // Numbers that the regulator keeps for fiction: 06 39 98 xx xx.
      ...{ phoneLine: `06 39 98 10 0${i + 1}`, address: `${i + 1} rue des Essais, 00000 Ville-Fictive` },
    });
}

/** Draws and applies: a plan that cannot be is refused, and the loading with it. */
async function drawOnce(em: EntityManager, manager: Actor, at: Date, editionId: string): Promise<void> {
  const asked = { editionId, seed: `terrain ${YEAR}`, mend: false, without: null };
  const { id } = await drawAtOnce(em, manager, at, asked);
  await applyDraw(em, manager, at, id);
}
