import type { Letter } from '../kernel/postman.ts';
import { SEAT_LINK_LASTS } from './seat.rules.ts';

/** What the letters to jurors speak of. */
export interface SeatOccasion {
  readonly to: string;
  readonly name: string;
  readonly panel: string;
  readonly year: number;
  readonly label: string;
}

const signed = `
L’équipe du baromètre
`;

/** Invites someone to sit on a panel. */
export const seatLetter = ({ to, name, panel, year, label }: SeatOccasion, link: string): Letter => ({
  to,
  subject: `Invitation au jury : ${panel}, baromètre ${year}`,
  text: `Bonjour ${name},

Vous êtes invité à siéger au jury « ${panel} » de l’édition ${year} du baromètre (${label}).
Ouvrez ce lien pour lire les conditions, puis accepter ou décliner :

${link}

Ce lien vous est personnel. Il fonctionne ${SEAT_LINK_LASTS} jours et une seule fois.
Si vous acceptez, vous choisirez un mot de passe, puis un second facteur (un code à usage unique sur votre téléphone).
${signed}`,
});

/** Reminds someone who has not answered. */
export const seatReminder = (occasion: SeatOccasion, link: string): Letter => ({
  to: occasion.to,
  subject: `Rappel : invitation au jury ${occasion.panel}, baromètre ${occasion.year}`,
  text: `Bonjour ${occasion.name},

Nous n’avons pas encore reçu votre réponse à notre invitation à siéger au jury « ${occasion.panel} ».
Vous pouvez accepter ou décliner ici :

${link}
${signed}`,
});

/** Reminds a juror of what is left to do before the meeting. */
export const workReminder = (occasion: SeatOccasion, home: string, left: readonly string[]): Letter => ({
  to: occasion.to,
  subject: `Rappel : jury ${occasion.panel}, baromètre ${occasion.year}`,
  text: `Bonjour ${occasion.name},

Avant la séance du jury « ${occasion.panel} », il vous reste à :

${left.map((each) => `- ${each}`).join('\n')}

${home}
${signed}`,
});
