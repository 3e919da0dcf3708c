import type { Letter } from '../kernel/postman.ts';
import { saidAfter } from '../kernel/preposition.rules.ts';

/** What the letters of registration speak of. */
export interface Occasion {
  readonly to: string;
  readonly structure: string;
  readonly year: number;
  readonly label: string;
  /** Where questions go; null when staff gave no address. */
  readonly replyTo: string | null;
}

/** "de la Ville de Castibrac". */
export const ofStructure = ({ structure }: Occasion): string => saidAfter('de', structure);

const questions = ({ replyTo }: Occasion): string => (replyTo ? `\nPour toute question, écrivez à ${replyTo}.\n` : '');

const signed = (occasion: Occasion): string => `${questions(occasion)}
L’équipe du baromètre
`;

/** The day as it is written: 8 avril 2022. */
const day = (on: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`));

/** Invites a structure to register. */
export const invitationLetter = (occasion: Occasion, link: string, until: string): Letter => ({
  to: occasion.to,
  subject: `Inscription ${ofStructure(occasion)} au baromètre ${occasion.year}`,
  text: `Bonjour,

${occasion.structure} est invitée à participer à l’édition ${occasion.year} du baromètre (${occasion.label}).
Le formulaire prend une dizaine de minutes. Il s’enregistre au fur et à mesure : vous pouvez le quitter et y revenir.

${link}

Ce lien vous est personnel. Il fonctionne jusqu’au ${day(until)}.
Si un collègue doit remplir le formulaire, il lui sera demandé un code, que nous enverrons à votre adresse.
Si vous ne souhaitez pas participer, vous pouvez le dire dans le formulaire.
${signed(occasion)}`,
});

/** Reminds of a form that was not submitted. */
export const reminderLetter = (occasion: Occasion, link: string, until: string, begun: boolean): Letter => ({
  to: occasion.to,
  subject: `Rappel : inscription ${ofStructure(occasion)} au baromètre ${occasion.year}`,
  text: `Bonjour,

${begun ? 'Vous avez commencé' : 'Vous n’avez pas encore commencé'} le formulaire d’inscription ${ofStructure(occasion)}
à l’édition ${occasion.year} du baromètre. ${begun ? 'Ce que vous avez saisi est conservé.' : 'Il prend une dizaine de minutes.'}

${link}

Le lien fonctionne jusqu’au ${day(until)}.
Si vous ne souhaitez pas participer, vous pouvez le dire dans le formulaire : nous ne vous écrirons plus.
${signed(occasion)}`,
});

/** Proves that whoever opened a link in another browser reads the mail of its address. */
export const codeLetter = (occasion: Occasion, code: string, minutes: number): Letter => ({
  to: occasion.to,
  subject: `${code} : votre code pour le formulaire d’inscription`,
  text: `Bonjour,

Quelqu’un, sans doute vous ou un collègue, demande à ouvrir le formulaire d’inscription ${ofStructure(occasion)}
dans un autre navigateur. Voici le code à saisir, dans les ${minutes} minutes :

${code}

Si vous ne savez pas qui le demande, ne le transmettez pas : le formulaire restera fermé.
${signed(occasion)}`,
});

/** Acknowledges a submitted form. */
export const receivedLetter = (occasion: Occasion): Letter => ({
  to: occasion.to,
  subject: `Inscription reçue : ${occasion.structure}, baromètre ${occasion.year}`,
  text: `Bonjour,

Nous avons bien reçu l’inscription ${ofStructure(occasion)} à l’édition ${occasion.year} du baromètre.
Elle n’est pas encore confirmée : nous la relisons et vous répondrons par courriel.
${signed(occasion)}`,
});

/** Tells a structure that it takes part. */
export const confirmedLetter = (occasion: Occasion, tier: string): Letter => ({
  to: occasion.to,
  subject: `Inscription confirmée : ${occasion.structure}, baromètre ${occasion.year}`,
  text: `Bonjour,

L’inscription ${ofStructure(occasion)} à l’édition ${occasion.year} du baromètre est confirmée, avec une restitution ${tier}.
Les audits auront lieu sans autre annonce. Pensez à informer vos agents et leurs représentants, si ce n’est déjà fait.
${signed(occasion)}`,
});

/** Sends a form back, with the reason. */
export const returnedLetter = (occasion: Occasion, link: string, motive: string): Letter => ({
  to: occasion.to,
  subject: `À compléter : inscription ${ofStructure(occasion)}, baromètre ${occasion.year}`,
  text: `Bonjour,

Nous avons relu l’inscription ${ofStructure(occasion)}. Avant de la confirmer, il nous manque une précision :

${motive}

Reprenez le formulaire là où vous l’aviez laissé, puis envoyez-le de nouveau :

${link}
${signed(occasion)}`,
});
