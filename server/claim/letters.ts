import type { Letter } from '../kernel/postman.ts';
import { type Occasion, ofStructure } from '../registration/letters.ts';
import type { Outcome } from './claim.rules.ts';
import type { Verdict } from './claim.ts';

const signed = ({ replyTo }: Occasion): string => `${replyTo ? `\nPour toute question, écrivez à ${replyTo}.\n` : ''}
L’équipe du baromètre
`;

const instant = (at: Date): string => {
  const words = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });
  return words.format(at).replace(/ (\d\d):(\d\d)$/, ' $1 h $2');
};

/** Acknowledges a claim. */
export const claimReceived = (occasion: Occasion, author: string, criteria: readonly string[], at: Date): Letter => ({
  to: occasion.to,
  subject: `Réclamation reçue : ${occasion.structure}, baromètre ${occasion.year}`,
  text: `Bonjour,

Nous avons reçu le ${instant(at)} (heure de Paris) la réclamation ${ofStructure(occasion)}, écrite par ${author}.
Elle porte sur :

${criteria.map((each) => `- ${each}`).join('\n')}

Elle sera examinée par une personne qui n’a ni contrôlé ni validé les tests concernés. La décision et ses motifs vous
seront envoyés à cette adresse. Vous pouvez retirer la réclamation tant qu’elle n’est pas décidée.
${signed(occasion)}`,
});

/** What was decided of one criterion. */
export interface Ruled {
  readonly label: string;
  readonly verdict: `${Verdict}`;
  readonly reason: string;
}

const outcomes: Readonly<Record<Outcome, string>> = {
  ACCEPTED: 'est acceptée',
  PARTLY: 'est acceptée en partie',
  REFUSED: 'n’est pas acceptée',
};
const verdicts: Readonly<Record<`${Verdict}`, string>> = {
  ACCEPTED: 'Acceptée : ce constat ne compte plus dans la note.',
  PARTLY: 'Acceptée en partie : une part de ce qui a été observé ne compte plus dans la note.',
  REFUSED: 'Non acceptée : le constat est maintenu.',
};

/** Tells a structure what was decided of its claim, and why. */
export const claimDecided = (occasion: Occasion, outcome: Outcome, ruled: readonly Ruled[], reply: string): Letter => ({
  to: occasion.to,
  subject: `Décision sur la réclamation ${ofStructure(occasion)}, baromètre ${occasion.year}`,
  text: `Bonjour,

La réclamation ${ofStructure(occasion)} ${outcomes[outcome]}.

${reply}

${ruled.map(({ label, verdict, reason }) => `${label}\n${verdicts[verdict]}\nMotif : ${reason}`).join('\n\n')}

Cette réponse est annexée au rapport individuel de la structure et au dossier présenté au jury, sous couvert d’anonymat.
${signed(occasion)}`,
});
