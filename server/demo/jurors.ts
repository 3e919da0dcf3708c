import type { EntityManager } from '@mikro-orm/postgresql';
import { openAccount } from '../account/account.service.ts';
import { TieKind, TieKnowledge } from '../conflict/affiliation.ts';
import { checkTies, closeTies, recordTie } from '../conflict/tie.service.ts';
import type { EditionPhase } from '../edition/edition.ts';
import { type Actor, Role } from '../kernel/actor.ts';
import type { Postman } from '../kernel/postman.ts';
import { openSeal } from '../kernel/seal.ts';
import { inviteJuror } from '../panel/juror.service.ts';
import { Juror, Office } from '../panel/juror.ts';
import { Structure } from '../structure/structure.ts';

/** The jurors beside the chair, who is the juror that everyone can sign in as. All are fictional. */
export const DEMO_JURORS = [
  { name: 'Bernard Aubin', email: 'jury2@demo.barometre.example', office: Office.DEPUTY, quality: 'ancien préfet' },
  { name: 'Claire Meunier', email: 'jury3@demo.barometre.example', office: Office.SECRETARY, quality: 'secrétaire' },
  { name: 'Driss Benali', email: 'jury4@demo.barometre.example', office: Office.MEMBER, quality: 'maire adjoint' },
  { name: 'Eva Lindqvist', email: 'jury5@demo.barometre.example', office: Office.MEMBER, quality: 'sociologue' },
  { name: 'Fabien Roche', email: 'jury6@demo.barometre.example', office: Office.MEMBER, quality: 'consultant' },
  { name: 'Gisèle Touré', email: 'jury7@demo.barometre.example', office: Office.MEMBER, quality: 'usagère' },
] as const;

/** What the jury of the demonstration is loaded with. */
export interface JuryLoad {
  readonly as: () => EntityManager;
  readonly manager: Actor;
  readonly chair: Actor;
  readonly password: string;
  readonly now: Date;
  readonly moveTo: (editionId: string, phase: EditionPhase) => Promise<void>;
}

/** Someone seated: who they sign in as, and their seat. */
export interface Seated {
  readonly actor: Actor;
  readonly jurorId: string;
}

/** Seals nothing that lasts: what is cast in the demonstration is counted at once. */
export const demoSeal = openSeal('the seal of a demonstration, which keeps no secret');

/** Lets no letter leave: none of those it is written to exists. */
export const demoPostman: Postman = {
  delivers: false,
  publicUrl: '',
  send: async () => {},
  close: async () => {},
};

/** Invites the jurors and lets them accept. */
export async function seatJurors({ as, chair, password, now }: JuryLoad, panelId: string): Promise<Seated[]> {
  const people = [{ ...chair, office: Office.CHAIR, quality: 'présidente du jury' }, ...DEMO_JURORS];
  const seats: Seated[] = [];
  for (const { name, email, office, quality } of people) {
    if (email !== chair.email) await openAccount(as(), { name, email, role: Role.JUROR }, password);
    const invited = { name, email, office, quality };
    const { id: jurorId, accountId: id } = await inviteJuror(
      as(),
      { postman: demoPostman, seal: demoSeal, now },
      panelId,
      invited,
    );
    const actor: Actor = { id, name, email, role: Role.JUROR, structureId: null };
    const em = as();
    (await em.findOneOrFail(Juror, { id: jurorId })).acceptedAt = now;
    await em.flush();
    await closeTies(as(), actor, now, panelId);
    seats.push({ actor, jurorId });
  }
  return seats;
}

/** Who is tied to what: two are recused for sure, a third until somebody looks at it; the others are free. */
export async function tieJurors({ as, manager, now }: JuryLoad, jurors: readonly Seated[]): Promise<void> {
  const ties = [
    [3, 'F-00043', TieKind.ELECTED_OFFICE, TieKnowledge.VERIFIED],
    [5, 'F-00185', TieKind.SUPPLIER, TieKnowledge.DECLARED],
    [4, 'F-00238', TieKind.AUDITED, TieKnowledge.UNVERIFIED],
  ] as const;
  for (const [i, reference, kind, known] of ties) {
    const { id: structureId, name: bodyName } = await as().findOneOrFail(Structure, { reference });
    const source = known === TieKnowledge.VERIFIED ? 'Répertoire des élus (fictif)' : null;
    await recordTie(as(), jurors[i]?.jurorId ?? '', { kind, bodyName, structureId, known, source });
  }
  for (const { jurorId } of jurors) await checkTies(as(), manager, now, jurorId, true);
}
