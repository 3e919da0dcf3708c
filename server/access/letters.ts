import type { Letter } from '../kernel/postman.ts';
import type { PartnerAccess } from './access.ts';

/** The days a personal link works; after them its holder asks for another by typing the same address. */
export const LINK_LASTS = 14;

const foot = (link: string): string => `
${link}

Ce lien vous est personnel et fonctionne ${LINK_LASTS} jours. Passé ce délai, la même page vous en enverra un autre.

L’équipe du baromètre
`;

type Of = Pick<PartnerAccess, 'email' | 'organisation'>;

/** Acknowledges a request. */
export const receivedLetter = ({ email, organisation }: Of, link: string): Letter => ({
  to: email,
  subject: 'Votre demande d’accès à l’API du baromètre',
  text: `Bonjour,

Nous avons bien reçu la demande d’accès de ${organisation} à l’API publique du baromètre.
Nous la lisons et vous répondons par courriel. Vous pouvez suivre où elle en est sur votre page :
${foot(link)}`,
});

/** Tells a partner that it is let in. */
export const grantedLetter = ({ email, organisation }: Of, link: string): Letter => ({
  to: email,
  subject: 'Votre accès à l’API du baromètre est ouvert',
  text: `Bonjour,

L’accès de ${organisation} à l’API publique du baromètre est ouvert.
Votre page vous remet un jeton, montre ce que vous avez consommé et règle vos notifications :
${foot(link)}`,
});

/** Tells a partner that it is not let in, or no longer, and why. */
export const closedLetter = ({ email, organisation }: Of, motive: string, ended: boolean): Letter => ({
  to: email,
  subject: ended ? 'Fin de votre accès à l’API du baromètre' : 'Votre demande d’accès à l’API du baromètre',
  text: `Bonjour,

${
  ended
    ? `L’accès de ${organisation} à l’API publique du baromètre prend fin : ses jetons ne fonctionnent plus.`
    : `Nous n’avons pas donné suite à la demande d’accès de ${organisation} à l’API publique du baromètre.`
}
Motif : ${motive}

Ce qui est publié reste lisible par tous, sans jeton.

L’équipe du baromètre
`,
});

/** Sends a new personal link. */
export const linkLetter = ({ email, organisation }: Of, link: string): Letter => ({
  to: email,
  subject: 'Votre page de l’API du baromètre',
  text: `Bonjour,

Vous avez demandé à rouvrir la page de l’accès de ${organisation} à l’API publique du baromètre :
${foot(link)}`,
});
