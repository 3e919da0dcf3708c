import type { EntityManager } from '@mikro-orm/postgresql';
import { AuditState } from '../audit/audit.ts';
import { decideAudits } from '../control/decide.service.ts';
import { TieRule } from '../edition/award.ts';
import { createCategory } from '../edition/category.service.ts';
import { createEdition } from '../edition/edition.service.ts';
import { EditionPhase, Provenance } from '../edition/edition.ts';
import { enrolStructure } from '../enrolment/enrolment.service.ts';
import { configureGrid } from '../grid/grid.service.ts';
import { drawShortList } from '../jury/candidate.service.ts';
import { entrustAward } from '../mandate/mandate.service.ts';
import { NameRule, VotingMode } from '../mandate/mandate.ts';
import { arrangeAgenda, planMeeting } from '../meeting/meeting.service.ts';
import { createPanel } from '../panel/panel.service.ts';
import { computeAndStudy } from '../ranking/robustness.service.ts';
import { inventTests } from '../rehearsal/simulation.service.ts';
import { Structure } from '../structure/structure.ts';
import { createLicence } from '../trophy/licence.service.ts';
import { LicenceScope } from '../trophy/licence.ts';
import { holdMeeting, writeOfFiles } from './deliberation.ts';
import { demoJson, type EditionFile } from './history.ts';
import { type JuryLoad, seatJurors, tieJurors } from './jurors.ts';

const YEAR = 2026;
const SEED = 12;
const TERMS = `Je garde le secret des délibérations et de tout ce que je lis.
Je déclare mes liens avec les structures candidates, et je me retire dès que l’un d’eux me met en cause.
Ce jury est fictif ; il se passe de second facteur pour que chacun puisse l’essayer.`;

/** Some invented structures of the categories that the jury decides on; the others are empty. */
const FIELD = {
  towns_over_50000: ['F-00014', 'F-00012', 'F-00043', 'F-00037', 'F-00047', 'F-00020'],
  intercommunalities: ['F-00185', 'F-00176', 'F-00188', 'F-00178', 'F-00173'],
  departments: ['F-00238', 'F-00234', 'F-00244', 'F-00241'],
  regions: ['F-00270', 'F-00268', 'F-00257', 'F-00266'],
} as const;
type Code = keyof typeof FIELD;

/** The best of the towns, and the one that was found alike in everything: they are first together. */
const TWINS = ['F-00047', 'F-00014'] as const;

/**
 * An invented edition in deliberation, its panel, and two meetings: one was held, on the regions; the other waits to be,
 * with two towns first together, jurors in conflict, and a tie to confirm.
 */
export async function loadJury(load: JuryLoad): Promise<void> {
  const { as, now } = load;
  const { editionId, awards } = await inventEdition(load);
  await lendWords(as, editionId);
  const input = { label: 'Jury de la démonstration', terms: TERMS, tieYears: 3, secondFactor: false };
  const panel = await createPanel(as(), editionId, input);
  const jurors = await seatJurors(load, panel.id);
  await tieJurors(load, jurors);
  const entrust = async (code: Code, rules: object = {}) => {
    const declared = { quorumFewest: 3, castingVote: true, ...rules };
    const mandate = await entrustAward(as(), panel.id, awards[code] ?? '', declared);
    return { id: mandate.id, files: await drawShortList(as(), now, mandate.id, []) };
  };
  const regions = await entrust('regions');
  const towns = await entrust('towns_over_50000');
  const groups = await entrust('intercommunalities', { mode: VotingMode.RANK, names: NameRule.ONCE_DECIDED });
  const departments = await entrust('departments', { mode: VotingMode.MAJORITY_JUDGMENT });
  await writeOfFiles(load, groups.files, jurors);
  await holdMeeting(load, panel.id, regions, jurors);
  const meeting = { label: 'Séance plénière', place: 'Saint-Denis', startsAt: now };
  const { id } = await planMeeting(as(), panel.id, meeting);
  await arrangeAgenda(as(), now, id, [towns.id, groups.id, departments.id]);
}

/** What its laureates may write, for the eleven months that such awards usually last. */
async function lendWords(as: JuryLoad['as'], editionId: string): Promise<void> {
  const term = { fromOn: `${YEAR}-12-10`, untilOn: `${YEAR + 1}-11-09` };
  const words = [
    [LicenceScope.TROPHY, 'Formule du trophée', 'Trophée {year} « {award} » : {laureate} (édition fictive)'],
    [LicenceScope.MENTION, 'Formule de la mention', 'Mention « {mention} » {year} : {laureate} (édition fictive)'],
  ] as const;
  for (const [position, [scope, label, wording]] of words.entries())
    await createLicence(as(), editionId, { scope, position, label, wording, ...term });
}

/** An edition of invented structures and simulated tests, scored. */
async function inventEdition({ as, manager, now, moveTo }: JuryLoad) {
  const { categories } = await demoJson<EditionFile>('edition-2022.json');
  const { id: editionId } = await createEdition(as(), {
    ...{ ordinal: YEAR - 2012, year: YEAR, label: 'Édition fictive, pour essayer le jury', sources: [] },
    ...{ fieldworkFrom: `${YEAR}-05-06`, fieldworkTo: `${YEAR}-09-13`, provenance: Provenance.SIMULATED },
    note: 'Cette édition n’a pas eu lieu. Ses structures, ses tests, ses notes et son jury sont inventés.',
  });
  const awards: Record<string, string> = {};
  for (const category of categories) {
    const tieRule = category.code === 'towns_over_50000' ? TieRule.JURY : TieRule.SHARED;
    awards[category.code] = (await createCategory(as(), editionId, { ...category, tieRule })).id;
  }
  await configureGrid(as(), editionId, await demoJson('grid-2022.json'));
  for (const reference of Object.values(FIELD).flat()) {
    const structure = await as().findOneOrFail(Structure, { reference });
    await enrolStructure(as(), editionId, structure.id, {});
  }
  await inventTests(as(), editionId, SEED, now);
  await makeAlike(as(), editionId);
  await moveTo(editionId, EditionPhase.CONTROL);
  await decideAudits(as(), null, now, editionId, { ids: null, state: AuditState.VALIDATED, reason: null });
  await moveTo(editionId, EditionPhase.DELIBERATION);
  await computeAndStudy(as(), manager, editionId, null);
  return { editionId, awards };
}

/** Gives one structure what the tests of another found, test by test. */
async function makeAlike(em: EntityManager, editionId: string): Promise<void> {
  const [best, twin] = TWINS;
  await em.transactional((em) =>
    em.execute(
      `update measurement m set amount = o.amount, choice = o.choice, absence = o.absence
       from audit a, measurement o join audit b on b.id = o.audit_id
       where a.id = m.audit_id and a.edition_id = ? and b.edition_id = a.edition_id and o.criterion_id = m.criterion_id
         and a.reference like ? and b.reference = replace(a.reference, ?, ?)`,
      [editionId, `${twin}-%`, twin, best],
    ),
  );
}
