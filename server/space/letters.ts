import type { Letter } from '../kernel/postman.ts';

/** What a laureate is asked to agree to. */
export interface ConsentAsked {
  readonly to: string;
  readonly structure: string;
  readonly award: string;
  readonly edition: string;
  readonly publicUrl: string;
}

/**
 * Asks a laureate to read its point remarquable in its space. The text itself stays there, behind its sign-in: a mail is
 * forwarded too easily for what is under embargo.
 */
export const consentLetter = ({ to, structure, award, edition, publicUrl }: ConsentAsked): Letter => ({
  to,
  subject: `${edition} : un texte à relire, sous embargo`,
  text: `Bonjour,

${structure} fait partie des lauréats de « ${award} ». Cette information est sous embargo jusqu’à la publication du palmarès.

Le texte qui dira ce qui la distingue vous attend dans votre espace. Merci d’y répondre : il n’est publié qu’avec votre accord.

${publicUrl}/

L’équipe du baromètre
`,
});
