import type { Letter } from '../kernel/postman.ts';
import { type Occasion, ofStructure } from '../registration/letters.ts';

const signed = ({ replyTo }: Occasion): string => `${replyTo ? `\nPour toute question, écrivez à ${replyTo}.\n` : ''}
L’équipe du baromètre
`;

/** "31 décembre 2026 à minuit, heure de Paris": the end of the last day. */
export const untilWords = (lastDay: string): string =>
  `${new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
    .format(new Date(`${lastDay}T00:00:00Z`))
    .replace(/^1 /, '1ᵉʳ ')} à minuit (heure de Paris)`;

/** Sends a structure its provisional results. */
export const provisionalLetter = (occasion: Occasion, link: string, lastDay: string): Letter => ({
  to: occasion.to,
  subject: `Résultats provisoires ${ofStructure(occasion)}, baromètre ${occasion.year}`,
  text: `Bonjour,

Les tests de l’édition ${occasion.year} du baromètre (${occasion.label}) sont contrôlés. Avant que les notes ne soient
arrêtées, voici les résultats provisoires ${ofStructure(occasion)} :

${link}

Si un constat vous paraît inexact, vous pouvez le contester sur cette page jusqu’au ${untilWords(lastDay)}.
Chaque réclamation est examinée par une personne qui n’a ni contrôlé ni validé les tests concernés.
Aucune publication n’a lieu tant qu’une réclamation reste à décider.

Qui détient ce lien lit ces résultats : ne le transmettez qu’aux personnes chargées d’y répondre.
Il fonctionne autant de fois que nécessaire, jusqu’à la date limite. Ces résultats sont confidentiels.
${signed(occasion)}`,
});

/** Reminds a structure that its delay ends, and says what it has done so far. */
export const provisionalReminder = (occasion: Occasion, link: string, lastDay: string, opened: boolean): Letter => ({
  to: occasion.to,
  subject: `Rappel : résultats provisoires ${ofStructure(occasion)}, jusqu’au ${untilWords(lastDay)}`,
  text: `Bonjour,

${opened ? 'Vous avez lu' : 'Vous n’avez pas encore lu'} les résultats provisoires ${ofStructure(occasion)} à l’édition ${occasion.year} du baromètre.
Un constat peut être contesté jusqu’au ${untilWords(lastDay)}. Si vous n’avez rien à contester, vous n’avez rien à faire.

${link}
${signed(occasion)}`,
});
