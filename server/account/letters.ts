import type { Letter } from '../kernel/postman.ts';

interface Reader {
  readonly name: string;
  readonly email: string;
}

/** Tells a person that an account awaits them. `link` works for seven days. */
export const invitation = (reader: Reader, link: string): Letter => ({
  to: reader.email,
  subject: 'Votre accès à Baromètre',
  text: `Bonjour ${reader.name},

Un compte vient d’être ouvert pour vous dans Baromètre, l’outil du baromètre de l’accueil et de la relation usagers.
Pour choisir votre mot de passe, ouvrez ce lien dans les sept jours :

${link}

Passé ce délai, demandez une nouvelle invitation à la personne qui vous a invité.
Si ce message ne vous est pas destiné, ne faites rien : le compte restera fermé.
`,
});

/** Lets a person replace a forgotten password. `link` works for one hour. */
export const forgottenPassword = (reader: Reader, link: string): Letter => ({
  to: reader.email,
  subject: 'Choisir un nouveau mot de passe',
  text: `Bonjour ${reader.name},

Quelqu’un, sans doute vous, a demandé à changer le mot de passe de votre compte Baromètre.
Pour en choisir un nouveau, ouvrez ce lien dans l’heure :

${link}

Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.
`,
});
