import { giveOpinion } from '../dossier/note.service.ts';
import { presentCandidate } from '../jury/candidate.service.ts';
import type { Candidate } from '../jury/candidate.ts';
import { castBallot } from '../meeting/ballot.service.ts';
import { countItem } from '../meeting/closing.service.ts';
import { recordDecision } from '../meeting/deliberation.service.ts';
import { AgendaItem } from '../meeting/item.ts';
import { arrangeAgenda, closeMeeting, markPresence, openMeeting, planMeeting } from '../meeting/meeting.service.ts';
import { dissent, moveMotion } from '../meeting/motion.service.ts';
import { openItem } from '../meeting/opening.service.ts';
import { demoSeal, type JuryLoad, type Seated } from './jurors.ts';

/** The region that the ranking puts second, by a fifth of a point. */
const SECOND = 'F-00268';

/** What staff wrote of the files of an award whose names are hidden, and what two jurors think of the first. */
export async function writeOfFiles({ as, now }: JuryLoad, files: readonly Candidate[], jurors: readonly Seated[]) {
  const [first, second] = files;
  if (!first || !second) return;
  const { name } = second.enrolment.getEntity().structure.getEntity();
  const open = 'Un guichet unique, ouvert le samedi, et un rappel sous 48 heures.';
  await presentCandidate(as(), first.id, first.version, open);
  await presentCandidate(as(), second.id, second.version, `${name} forme ses agents d’accueil avec des usagers.`);
  for (const [i, text] of [
    [1, 'Un service qui rappelle, et qui tient parole : c’est rare.'],
    [4, 'Solide partout, remarquable nulle part.'],
  ] as const) {
    const juror = jurors[i];
    if (juror) await giveOpinion(as(), juror.actor, now, first.id, text);
  }
}

/** A meeting that was held: a motion against the ranking of the regions failed by one vote, and one juror dissents. */
export async function holdMeeting(
  { as, now }: JuryLoad,
  panelId: string,
  regions: { readonly id: string; readonly files: readonly Candidate[] },
  jurors: readonly Seated[],
): Promise<void> {
  const asking = (i: number) => ({ actor: jurors[i]?.actor as Seated['actor'], now });
  const planned = { label: 'Séance préparatoire', place: 'En visioconférence', startsAt: now };
  const { id } = await planMeeting(as(), panelId, planned);
  await arrangeAgenda(as(), now, id, [regions.id]);
  await openMeeting(as(), asking(0), id);
  for (const i of jurors.keys()) if (i !== 6) await markPresence(as(), asking(i), id, null, true);
  const { id: itemId } = await as().findOneOrFail(AgendaItem, { meeting: id });
  await openItem(as(), asking(0), itemId);
  const named = ({ enrolment }: Candidate) => enrolment.getEntity().structure.getEntity().reference === SECOND;
  const other = regions.files.find(named)?.code ?? '';
  const motive = 'La Région a ouvert tous ses guichets aux personnes sourdes, ce que la grille ne mesure pas.';
  await moveMotion(as(), asking(4), itemId, [other], motive);
  for (const [i, opinion] of [
    [0, 'AGAINST'],
    [1, 'AGAINST'],
    [3, 'FOR'],
    [4, 'FOR'],
    [5, 'AGAINST'],
  ] as const)
    await castBallot(as(), demoSeal, asking(i), itemId, { mode: 'RATIFY', opinion }, false);
  await countItem(as(), demoSeal, asking(2), itemId);
  await dissent(as(), asking(4), itemId, 'La grille ne voit pas l’accessibilité : le jury pouvait la voir.');
  await recordDecision(as(), asking(2), itemId, { motive: null, mentions: [] });
  await closeMeeting(as(), asking(2), id);
}
