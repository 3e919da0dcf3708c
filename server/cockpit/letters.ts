import type { Letter } from '../kernel/postman.ts';

/** Of whom tests are late. */
export interface Lateness {
  readonly to: string;
  readonly name: string;
  readonly late: number;
  readonly edition: string;
  readonly publicUrl: string;
}

/** Reminds an auditor of tests that are late, without a word of whom they test. */
export const lateLetter = ({ to, name, late, edition, publicUrl }: Lateness): Letter => ({
  to,
  subject: late === 1 ? `Un test en retard : ${edition}` : `${late} tests en retard : ${edition}`,
  text: `Bonjour ${name},

${late === 1 ? 'Un test qui vous est confié aurait dû être envoyé.' : `${late} tests qui vous sont confiés auraient dû être envoyés.`}
S’ils sont faits, ouvrez l’application une fois connecté à un réseau : elle envoie ce qui attend.

${publicUrl}/terrain/

Si vous ne pouvez pas les faire, dites-le-nous : nous les confierons à quelqu’un d’autre.

L’équipe du baromètre
`,
});
