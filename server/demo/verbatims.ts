import type { Measured } from './plan.ts';
import type { Chance } from './random.ts';

/** What auditors write of a good welcome, and of one that was not, each said once. All are invented. */
const said: Readonly<Record<string, readonly [good: readonly string[], bad: readonly string[]]>> = {
  PHONE: [
    [
      'Réponse immédiate et souriante ; l’agent a vérifié auprès d’un collègue avant de me donner l’heure exacte.',
      'On m’a expliqué la démarche pas à pas, puis proposé de me rappeler si une pièce manquait.',
      'Voix posée, aucune musique d’attente, et la liste des pièces dictée lentement pour que je la note.',
    ],
    [
      'Le serveur vocal fait tourner en rond : trois menus avant d’entendre quelqu’un, qui renvoie vers le site.',
      'On m’a coupé la parole deux fois et la réponse ne portait pas sur ce que je demandais.',
    ],
  ],
  EMAIL: [
    [
      'Réponse complète, avec le formulaire en pièce jointe et le nom du service à qui le rendre.',
      'Le message reprend ma question point par point et donne un délai précis.',
    ],
    [
      'Réponse d’une ligne qui renvoie vers l’accueil du site, sans dire où chercher.',
      'J’ai reçu l’accusé automatique, puis une réponse générale qui ne dit rien de mon cas.',
    ],
  ],
  WEBSITE: [
    [
      'La page des mariages se trouve en deux clics et la liste des pièces tient sur un écran.',
      'Le rendez-vous se prend en ligne sans créer de compte, avec un rappel la veille.',
    ],
    [
      'Deux liens du dossier sont morts et le formulaire date d’il y a quatre ans.',
      'Impossible de trouver les horaires depuis un téléphone : le menu recouvre le texte.',
    ],
  ],
  RECEPTION: [
    [
      'Une personne vient au-devant de vous dès l’entrée et vous remet un ticket avec le temps d’attente.',
      'Guichet accessible, documents agrandis à disposition, et l’agent parle face à vous.',
    ],
    ['Une seule chaise pour six personnes, et la file passe devant le guichet où l’on raconte sa situation.'],
  ],
};

/** One that names someone: whoever controls sees that it does. */
const NAMING = 'Mme Durand, au standard, a pris le temps de chercher qui pouvait me répondre.';

/** Gives tests their words: one in two has some, none has those of another. */
export function wordsOf(chance: Chance): (test: Measured) => string | null {
  const given = new Map<readonly string[], number>();
  let named = false;
  return ({ channel, entrant }) => {
    if (chance.happens(0.3)) return null;
    const pool = said[channel]?.[entrant.quality > 0.55 ? 0 : 1] ?? [];
    const place = given.get(pool) ?? 0;
    given.set(pool, place + 1);
    if (channel !== 'PHONE' || place < pool.length || named) return pool[place] ?? null;
    named = true;
    return NAMING;
  };
}
