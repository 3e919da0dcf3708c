import type { Letter } from '../kernel/postman.ts';
import { dayOf, timeOf } from '../report/french.rules.ts';
import type { EarlyAccess } from './access.ts';

/** Gives someone their link to a version under embargo. */
export const earlyLetter = (
  { name, body, email, fromAt }: Pick<EarlyAccess, 'name' | 'body' | 'email' | 'fromAt'>,
  edition: string,
  link: string,
): Letter => ({
  to: email,
  subject: `Sous embargo : palmarès, ${edition}`,
  text: `Bonjour ${name},

Vous êtes autorisé·e à lire sous embargo le palmarès et les chiffres de l’édition « ${edition} », pour ${body}.
Le lien s’ouvre le ${dayOf(fromAt)} à ${timeOf(fromAt)} (heure de Paris), dès que la publication est programmée.

${link}

Ce lien vous est personnel : ne le transmettez pas. Chaque lecture est inscrite dans un registre (nom, date, adresse),
et chaque page porte votre nom et l’heure de la lecture. Rien ne doit être diffusé avant l’heure indiquée sur la page.

L’équipe du baromètre
`,
});
