import type { EntityManager } from '@mikro-orm/postgresql';
import { openAccount } from '../account/account.service.ts';
import { Account } from '../account/account.ts';
import { Auditor } from '../auditor/auditor.ts';
import { saveBriefing } from '../auditor/briefing.service.ts';
import { createCategory } from '../edition/category.service.ts';
import { createEdition } from '../edition/edition.service.ts';
import { EditionPhase, Provenance } from '../edition/edition.ts';
import { enrolStructure } from '../enrolment/enrolment.service.ts';
import { configureGrid } from '../grid/grid.service.ts';
import { type Actor, Role } from '../kernel/actor.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { applyDraw } from '../plan/applying.ts';
import { drawAtOnce } from '../plan/drawing.ts';
import { createPersona, createScenario, saveRules } from '../plan/plan.service.ts';
import { customary } from '../plan/said.rules.ts';
import { Structure } from '../structure/structure.ts';
import { demoJson, type EditionFile } from './history.ts';

/** What loading the fieldwork of the demonstration takes. */
export interface Loading {
  as(): EntityManager;
  readonly manager: Actor;
  readonly password: string;
  readonly now: Date;
  moveTo(id: string, to: EditionPhase): Promise<void>;
}

/** Those who test, beside Paul Lemoine. All are fictional. */
const AUDITORS = [
  { name: 'Paul Lemoine', email: 'citoyen@demo.barometre.example', departments: 1 },
  { name: 'Aïcha Benali', email: 'citoyen2@demo.barometre.example', departments: 2 },
  { name: 'Marc Delorme', email: 'citoyen3@demo.barometre.example', departments: 3 },
] as const;

const SCENARIOS: Readonly<Record<ChannelCode, readonly string[]>> = {
  RECEPTION: ['Refaire une carte d’identité', 'Inscrire un enfant à la cantine'],
  PHONE: ['Horaires de la déchèterie', 'Inscription sur les listes électorales', 'Location d’une salle'],
  EMAIL: ['Demander un acte de naissance', 'Aide à la rénovation d’un logement', 'Signaler un trottoir abîmé'],
  LETTER: ['Demander un rendez-vous avec un élu', 'Demander une aide au déménagement'],
  WEBSITE: ['Trouver les pièces d’un dossier de mariage', 'Prendre un rendez-vous en ligne'],
  SOCIAL: ['Demander l’agenda du mois'],
};

const PERSONAS = ['Camille Fabre', 'Dominique Roy', 'Claude Girard', 'Maxime Petit', 'Alix Garnier', 'Sacha Leroux'];

const QUESTIONS = [
  {
    text: 'L’agent vous demande si vous êtes un citoyen mystère. Que répondez-vous ?',
    choices: ['Oui, et je présente ma lettre de mission', 'Non, et je poursuis ma demande'],
    right: 1,
    explanation: 'Un test reste anonyme du début à la fin.',
  },
  {
    text: 'L’agent donne son nom. Que notez-vous ?',
    choices: ['Qu’il s’est présenté, sans son nom', 'Son nom et son service'],
    right: 0,
    explanation: 'Aucun agent n’est identifié : le critère dit seulement s’il s’est présenté.',
  },
];

const file = { year: 2027, ordinal: 15, label: 'Baromètre AFNOR Expérience citoyen', structures: 12 };

/** A fictional edition whose fieldwork is on: structures, scenarios, personas, auditors, a briefing, a drawn plan. */
export async function loadFieldwork({ as, manager, password, now, moveTo }: Loading): Promise<void> {
  const { categories } = await demoJson<EditionFile>('edition-2022.json');
  const { id } = await createEdition(as(), {
    ...{ year: file.year, ordinal: file.ordinal, label: file.label, provenance: Provenance.SIMULATED, sources: [] },
    note: 'Édition fictive, pour essayer le terrain : structures, scénarios, personas et tests sont inventés.',
    ...{ fieldworkFrom: '2027-05-03', fieldworkTo: '2027-06-25', answersUntil: '2027-07-02' },
  });
  for (const category of categories) await createCategory(as(), id, category);
  await configureGrid(as(), id, await demoJson('grid-2022.json'));
  const towns = await as().find(
    Structure,
    { fictional: true, kind: 'COMMUNE', parent: null, population: { $gt: 0 } } as never,
    { orderBy: { reference: 'asc' }, limit: file.structures },
  );
  for (const [i, town] of towns.entries()) await enrolStructure(as(), id, town.id, { reception: i % 3 === 0 });
  await playersOf(as, id);
  await auditorsOf(as, password, [...new Set(towns.flatMap(({ departmentCode }) => departmentCode ?? []))]);
  await saveRules(as(), id, 0, customary as never);
  const text = 'Lisez le scénario avant chaque test. Restez courtois, ne dites pas qui vous êtes, notez les heures.';
  await saveBriefing(as(), id, 0, { text, questions: QUESTIONS, passMark: 2 });
  await moveTo(id, EditionPhase.FIELDWORK);
  await drawOnce(as(), manager, now, id);
}

async function playersOf(as: () => EntityManager, id: string): Promise<void> {
  for (const channel of Object.values(ChannelCode))
    for (let i = 0; i < 4; i++) {
      const label = SCENARIOS[channel][i % SCENARIOS[channel].length] ?? '';
      const code = `${channel.toLowerCase()}-${i + 1}`;
      const instructions = `Vous souhaitez : ${label.toLowerCase()}. Demandez les pièces, le délai et le coût.`;
      await createScenario(as(), id, { channel, code, label, instructions });
    }
  for (const [i, label] of PERSONAS.entries())
    await createPersona(as(), id, {
      ...{ code: `p-${i + 1}`, label, mailbox: `persona${i + 1}@demo.barometre.example` },
      // Numbers that the regulator keeps for fiction: 01 99 00 xx xx.
      ...{ phoneLine: `01 99 00 10 0${i + 1}`, address: `${i + 1} rue des Essais, 00000 Ville-Fictive` },
    });
}

async function auditorsOf(as: () => EntityManager, password: string, departments: readonly string[]): Promise<void> {
  for (const [i, { name, email }] of AUDITORS.entries()) {
    const known = await as().findOne(Account, { email });
    const account = known ?? (await openAccount(as(), { name, email, role: Role.AUDITOR }, password));
    const em = as();
    const own = departments.filter((_, k) => k % AUDITORS.length === i || AUDITORS.length - 1 === i);
    em.create(Auditor, {
      ...{ accountId: account.id, code: `C-0${i + 1}`, name, email, channels: Object.values(ChannelCode) },
      departments: own,
    });
    await em.flush();
  }
}

/** Draws and applies: a plan that cannot be is refused, and the loading with it. */
async function drawOnce(em: EntityManager, manager: Actor, now: Date, editionId: string): Promise<void> {
  const asked = { editionId, seed: 'terrain 2027', mend: false, without: null };
  const { id } = await drawAtOnce(em, manager, now, asked);
  await applyDraw(em, manager, now, id);
}
