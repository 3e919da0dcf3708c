import { openAccount } from '../account/account.service.ts';
import { inviteAuditor, recordTie } from '../auditor/auditor.service.ts';
import { answerBriefing } from '../auditor/briefing.service.ts';
import { type Actor, Role } from '../kernel/actor.ts';
import { actingAs } from '../kernel/history.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { Structure } from '../structure/structure.ts';
import type { FieldLoad } from './fieldwork.ts';
import { demoPostman } from './jurors.ts';

/** Those who test beside Paul Lemoine, who is the mystery citizen that everyone can sign in as. All are fictional. */
export const DEMO_AUDITORS = [
  { name: 'Aïcha Morel', email: 'citoyen2@demo.barometre.example' },
  { name: 'Marc Delorme', email: 'citoyen3@demo.barometre.example' },
] as const;

/** The counters each of them goes to. */
const DEPARTMENTS = [
  ['35', '33', '44', '63'],
  ['33', '13', '44', '21', '35'],
  ['63', '21', '13', '35'],
] as const;

/** What they are asked before their first test. */
export const QUESTIONS = [
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

/** Invites the auditors and has them pass the briefing, the last at the second attempt; one is tied to a town. */
export async function seatAuditors({ as, who, password }: FieldLoad, editionId: string, at: Date): Promise<Actor[]> {
  const first = who(Role.AUDITOR);
  const seated: Actor[] = [];
  for (const [i, { name, email }] of [first, ...DEMO_AUDITORS].entries()) {
    if (email !== first.email) await openAccount(as(), { name, email, role: Role.AUDITOR }, password);
    const said = {
      code: `C-0${i + 1}`,
      channels: Object.values(ChannelCode),
      departments: [...(DEPARTMENTS[i] ?? [])],
    };
    const auditor = await inviteAuditor(as(), demoPostman, at, { name, email, ...said });
    const actor: Actor = { id: auditor.accountId, name, email, role: Role.AUDITOR, structureId: null };
    const right = QUESTIONS.map((question) => question.right);
    const attempts = i === 2 ? [[0, 0], right] : [right];
    for (const answers of attempts) await answerBriefing(actingAs(as(), actor), at, auditor, editionId, answers);
    if (i === 1) {
      const { id } = await as().findOneOrFail(Structure, { reference: 'F-T04' });
      await recordTie(actingAs(as(), actor), actor, at, auditor.id, id, 'Mon frère y travaille, à l’état civil.');
    }
    seated.push(actor);
  }
  return seated;
}
