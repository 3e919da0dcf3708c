import { award, confidence, structureKind } from '../closed.ts';
import { integer, one, sources, text } from '../column.ts';

export const trophy = {
  title: ['Trophées', 'Trophies'],
  description: ['Le prix d’une catégorie, ou un prix spécial.', 'The prize of one category, or a special prize.'],
  key: ['position'],
  columns: {
    position: integer(
      ['Ordre', 'Position'],
      ['Sa place au palmarès, à partir de 0.', 'Its place in the palmarès, from 0.'],
      0,
    ),
    category_code: text(
      ['Catégorie', 'Category'],
      [
        'Le code de la catégorie ; vide pour un prix spécial, et quand aucune source ne la nomme.',
        'Code of the category; null for a special prize, and where no source names it.',
      ],
      'towns_over_50000',
      { nullable: true },
    ),
    category_label: text(
      ['Libellé de la catégorie', 'Category label'],
      ['Tel qu’il est imprimé.', 'As printed, in French; null for a special prize.'],
      'Villes de plus de 50 000 habitants',
      { nullable: true },
    ),
    prize_code: text(
      ['Prix spécial', 'Special prize'],
      ['Son code ; vide pour le trophée d’une catégorie.', 'Its code; null for the trophy of a category.'],
      'digital',
      { nullable: true },
    ),
    prize_label: text(
      ['Libellé du prix', 'Prize label'],
      ['Tel qu’il est imprimé.', 'As printed, in French; null for the trophy of a category.'],
      'Prix de l’accueil numérique',
      { nullable: true },
    ),
    point_remarquable: text(
      ['Point remarquable', 'Point remarquable'],
      ['Ce qui a distingué le lauréat.', 'What made the laureate stand out, in French.'],
      'Un décroché en deux sonneries.',
      { nullable: true },
    ),
  },
} as const;

export const laureate = {
  title: ['Lauréats', 'Laureates'],
  description: [
    'Une structure au palmarès : la seule chose nominative.',
    'A structure on the palmarès: nothing else is by name.',
  ],
  key: ['trophy', 'position'],
  columns: {
    trophy: integer(['Trophée', 'Trophy'], ['L’ordre de son trophée.', 'The position of its trophy.'], 0),
    position: integer(
      ['Ordre', 'Position'],
      [
        'Sa place parmi les lauréats du trophée, à partir de 0.',
        'Its place among the laureates of the trophy, from 0.',
      ],
      0,
    ),
    name: text(['Nom', 'Name'], ['Le nom de la structure.', 'The name of the structure.'], 'Ville de Strasbourg'),
    kind: one(structureKind, ['Sorte', 'Kind'], ['Quelle sorte d’organisme.', 'What kind of body it is.'], 'COMMUNE'),
    department_code: text(
      ['Département', 'Département'],
      [
        'Code, 2 ou 3 caractères ; vide pour une région.',
        'Code of its département, 2 or 3 characters; null for a region.',
      ],
      '67',
      { nullable: true },
    ),
    parent_name: text(
      ['Organisme', 'Parent'],
      [
        'L’organisme dont elle est un site ; vide si c’est lui-même.',
        'The body it is a site of; null when it is the body itself.',
      ],
      'Département du Bas-Rhin',
      { nullable: true },
    ),
    award: one(award, ['Récompense', 'Award'], ['Ce qu’elle reçoit.', 'What it receives.'], 'TROPHY'),
    rank: integer(
      ['Rang', 'Rank'],
      [
        'Sa place, à partir de 1 ; vide quand aucune source ne la donne.',
        'Its place, from 1; null where no source gives it.',
      ],
      1,
      { nullable: true },
    ),
    mention: text(
      ['Mention', 'Mention'],
      ['Une mention qui accompagne la récompense.', 'A mention that goes with the award, in French.'],
      'Coup de cœur du jury',
      { nullable: true },
    ),
    confidence: one(
      confidence,
      ['Fiabilité', 'Confidence'],
      ['Jusqu’où l’on peut se fier à ce fait.', 'How far the fact can be relied on.'],
      'HIGH',
    ),
    sources,
    note: text(
      ['Note', 'Note'],
      ['Ce qu’un lecteur doit en savoir.', 'What a reader must know of it, in French.'],
      'Nom d’alors.',
      { nullable: true },
    ),
  },
} as const;
