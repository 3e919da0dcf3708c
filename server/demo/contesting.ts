import { Claim, Verdict } from '../claim/claim.ts';
import { decideClaim } from '../claim/judge.service.ts';
import { saveClaim, submitClaim } from '../claim/writing.service.ts';
import { dayAfter } from '../delay/calendar.rules.ts';
import { Role } from '../kernel/actor.ts';
import { actingAs } from '../kernel/history.ts';
import { type Asking, readProvisional } from '../provisional/door.service.ts';
import { tokenOf } from '../provisional/link.service.ts';
import { Provisional } from '../provisional/provisional.ts';
import { dayOf, instantAt } from './calendar.ts';
import type { HearingLoad } from './hearing.ts';
import { demoPostman } from './jurors.ts';

/** What a structure says of its lowest findings, and what is answered; nothing while it waits. */
interface Contested {
  readonly reference: string;
  readonly author: string;
  /** Days before that of loading. */
  readonly ago: number;
  readonly statements: readonly (readonly [channel: string, statement: string])[];
  readonly verdicts: readonly (readonly [Verdict, reason: string])[];
  readonly reply: string | null;
}

const contested: readonly Contested[] = [
  {
    ...{ reference: 'F-00064', author: 'Jeanne Aubry, direction de l’accueil', ago: 9 },
    statements: [
      ['PHONE', 'Le standard était coupé toute la semaine par des travaux, comme le dit l’attestation de l’opérateur.'],
      ['WEBSITE', 'La rubrique était en ligne sur le site de l’agglomération, vers lequel notre page renvoyait.'],
    ],
    verdicts: [
      [Verdict.ACCEPTED, 'L’opérateur atteste la coupure aux dates du test.'],
      [Verdict.REFUSED, 'Le critère porte sur le site de la ville : un renvoi sans lien direct ne suffit pas.'],
    ],
    reply: 'Merci de ces précisions. Un constat ne compte plus dans votre note ; l’autre est maintenu.',
  },
  {
    ...{ reference: 'F-00063', author: 'Samir Lahlou, direction générale des services', ago: 7 },
    statements: [['PHONE', 'Nos agents décrochent toujours avant la cinquième sonnerie : nous ne comprenons pas.']],
    verdicts: [[Verdict.REFUSED, 'Deux tests sur deux disent la même chose, et aucune pièce ne les contredit.']],
    reply: 'Nous avons relu les deux tests : leur constat est maintenu.',
  },
  {
    ...{ reference: 'F-00065', author: '', ago: 3, verdicts: [], reply: null },
    statements: [
      [
        'EMAIL',
        'La boîte de la mairie a été inaccessible pendant deux jours ; le prestataire en rend compte par écrit.',
      ],
    ],
  },
];

/** Three structures contest what they were told: one is right in part, one is not, one waits for its answer. */
export async function contestResults(load: HearingLoad, editionId: string): Promise<void> {
  for (const each of contested) await contest(load, editionId, each);
}

async function contest(load: HearingLoad, editionId: string, said: Contested): Promise<void> {
  const { as, who, now, seal } = load;
  const enrolment = { structure: { reference: said.reference } };
  const provisional = await as().findOneOrFail(Provisional, { edition: editionId, enrolment });
  const speaker = who(Role.PARTICIPANT);
  const asking: Asking =
    said.author === ''
      ? { actor: speaker, invited: null }
      : { actor: null, invited: { token: tokenOf(seal, provisional.seed ?? ''), key: null } };
  const at = new Date(instantAt(dayAfter(dayOf(now), -said.ago), '15:10'));
  const points = said.statements.map(([channel, statement]) => ({ code: lowestIn(provisional, channel), statement }));
  const sender = { postman: demoPostman, seal };
  await readProvisional(as(), asking, at, provisional.enrolment.id);
  const id = await saveClaim(as(), asking, at, provisional.enrolment.id, null, { authorName: said.author, points });
  const { version } = await as().findOneOrFail(Claim, { id });
  await submitClaim(as(), sender, asking, at, provisional.enrolment.id, { id, version });
  if (said.reply === null) return;
  const judge = who(Role.CONTROLLER);
  const claim = await as().findOneOrFail(Claim, { id }, { populate: ['points'] });
  const rulings = claim.points.getItems().map((point) => {
    const [verdict, reason] = said.verdicts[point.position] ?? [Verdict.REFUSED, ''];
    return { pointId: point.id, verdict, reason };
  });
  const em = actingAs(as(), judge);
  await decideClaim(em, sender, judge, new Date(at.getTime() + 86_400_000), claim, rulings, said.reply);
}

/** The criterion of a channel that costs a structure most points. */
function lowestIn({ shown }: Provisional, channel: string): string {
  const criteria = shown.channels.find(({ code }) => code === channel)?.criteria ?? [];
  return criteria.toSorted((a, b) => Number(b.missing ?? 0) - Number(a.missing ?? 0))[0]?.code ?? '';
}
