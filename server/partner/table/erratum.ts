import { integer, text } from '../column.ts';

/** What a correction changes: its own table, empty in a first version. */
export const erratum = {
  title: ['Errata', 'Errata'],
  description: [
    'Ce qu’une version corrige de la précédente, champ par champ, et pourquoi. Rien dans une première version.',
    'What a version corrects of the one before, field by field, and why. Nothing in a first version.',
  ],
  key: ['position'],
  columns: {
    position: integer(['Ordre', 'Position'], ['À partir de 1.', 'From 1.'], 1),
    table_name: text(['Table', 'Table'], ['La table de la ligne.', 'The table of the row.'], 'laureate'),
    key: text(
      ['Clé', 'Key'],
      [
        'La clé de la ligne dans sa table, ses parties jointes par une barre ; vide pour la table des versions.',
        'The key of the row within its table, its parts joined by a slash; empty for the table of versions.',
      ],
      '0/0',
    ),
    field: text(
      ['Champ', 'Field'],
      ['Le champ ; vide quand la ligne entière apparaît ou disparaît.', 'Null when the whole row comes or goes.'],
      'name',
      { nullable: true },
    ),
    old: text(
      ['Avant', 'Before'],
      [
        'Ce qui était dit : un texte, ou du JSON pour ce qui n’en est pas un ; vide pour rien.',
        'What was said: a text, or JSON for what is none; null for nothing.',
      ],
      'Ville de Aubrevaux',
      { nullable: true },
    ),
    new: text(
      ['Après', 'After'],
      [
        'Ce qui est dit : un texte, ou du JSON pour ce qui n’en est pas un ; vide pour rien.',
        'What is said: a text, or JSON for what is none; null for nothing.',
      ],
      'Ville d’Aubrevaux',
      { nullable: true },
    ),
    reason: text(['Motif', 'Reason'], ['Pourquoi, en français.', 'Why, in French.'], 'Le nom était faux.'),
  },
} as const;
