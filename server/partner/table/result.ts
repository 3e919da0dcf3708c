import {
  award,
  channelCode,
  comparability,
  confidence,
  measure,
  scope,
  structureKind,
  unit,
  withheldReason,
} from '../closed.ts';
import { decimal, integer, one, onHundred, structures, text, texts } from '../column.ts';

const position = integer(
  ['Ordre', 'Position'],
  ['Sa place dans la liste, à partir de 0.', 'Its place in the list, from 0.'],
  0,
);
const sources = texts(
  ['Sources', 'Sources'],
  [
    'Où le lire, pour ce que des sources publiques rapportent.',
    'Where it can be read, for what public sources report.',
  ],
  'https://www.afnor.org/',
);
const withheld = one(
  withheldReason,
  ['Secret', 'Withheld'],
  ['Pourquoi le chiffre n’est pas dit ; vide quand il l’est.', 'Why the figure is not told; null when it is.'],
  'SMALL_BASE',
  { nullable: true },
);

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

export const indicator = {
  title: ['Indicateurs', 'Indicators'],
  description: [
    'Un chiffre d’une édition, avec ce qu’il compte et sur quoi.',
    'One figure of an edition, with what it is counted in and over.',
  ],
  key: ['code'],
  columns: {
    code: text(['Code', 'Code'], ['Stable d’une édition à l’autre.', 'Stable over editions.'], 'phone.rings_mean'),
    position,
    label: text(
      ['Libellé', 'Label'],
      ['Tel qu’il est imprimé, en français.', 'As printed, in French.'],
      'Sonneries en moyenne',
    ),
    unit: one(unit, ['Unité', 'Unit'], ['Ce en quoi il est compté.', 'What it is counted in.'], 'RINGS'),
    value: decimal(
      ['Valeur', 'Value'],
      [
        'Dans son unité, arrondie à 6 décimales ; vide quand elle n’est pas dite.',
        'In its unit, rounded half up to 6 decimals; null when withheld.',
      ],
      4.333333,
      { nullable: true },
    ),
    numerator: decimal(
      ['Numérateur', 'Numerator'],
      [
        'Ce qui passe, pour une part ; la somme, pour une moyenne.',
        'What passed, for a share; the sum of the values, for a mean.',
      ],
      26,
      { nullable: true },
    ),
    denominator: integer(
      ['Dénominateur', 'Denominator'],
      ['Combien sont pris en compte.', 'How many it is taken over.'],
      6,
      { nullable: true },
    ),
    base: text(['Base', 'Base'], ['Sur quoi il est pris.', 'What it is taken over, in French.'], 'appels décrochés'),
    sources,
    withheld,
  },
} as const;

export const mean = {
  title: ['Moyennes', 'Means'],
  description: [
    'La moyenne des notes d’un ensemble de structures : globale, sur un canal ou à une étape.',
    'The mean score of some structures: overall, on one channel or at one step.',
  ],
  key: ['code'],
  columns: {
    code: text(
      ['Code', 'Code'],
      [
        'L’ensemble et la mesure ; stable d’une édition à l’autre : c’est la clé de la série.',
        'The structures and the measure; stable over editions: it is the key of the series.',
      ],
      'category.towns_over_50000/channel.PHONE',
    ),
    position,
    scope: one(
      scope,
      ['Ensemble', 'Scope'],
      ['Sur quelles structures elle porte.', 'Which structures it is over.'],
      'CATEGORY',
    ),
    category_code: text(
      ['Catégorie', 'Category'],
      ['Son code ; vide pour les autres ensembles.', 'Code of the category; null for the other scopes.'],
      'towns_over_50000',
      { nullable: true },
    ),
    territory_code: text(
      ['Territoire', 'Territory'],
      [
        'Code INSEE de la région ou du département ; vide sinon.',
        'INSEE code of the region or département; null for the other scopes.',
      ],
      '44',
      { nullable: true },
    ),
    label: text(
      ['Libellé', 'Label'],
      ['L’ensemble, tel qu’il est imprimé.', 'The structures it is over, as printed, in French.'],
      'Villes de plus de 50 000 habitants',
    ),
    measure: one(measure, ['Mesure', 'Measure'], ['De quoi elle est prise.', 'What it is taken of.'], 'CHANNEL'),
    channel_code: one(
      channelCode,
      ['Canal', 'Channel'],
      ['Le canal ; vide pour les autres mesures.', 'The channel; null for the other measures.'],
      'PHONE',
      { nullable: true },
    ),
    step_code: text(
      ['Étape', 'Step'],
      ['Le code de l’étape ; vide pour les autres mesures.', 'Code of the step; null for the other measures.'],
      'access',
      { nullable: true },
    ),
    value: decimal(
      ['Moyenne', 'Mean'],
      [
        'Sur 100, arrondie à 2 décimales ; vide quand elle n’est pas dite.',
        'On 100, rounded half up to 2 decimals; null when withheld.',
      ],
      65.42,
      { nullable: true, unit: onHundred },
    ),
    structure_count: integer(
      ['Base', 'Base'],
      [
        'Combien de structures ; vide quand la moyenne n’est pas dite.',
        'How many structures were scored; null when withheld, and where no source says.',
      ],
      38,
      { nullable: true, unit: structures },
    ),
    withheld,
    comparability: one(
      comparability,
      ['Comparabilité', 'Comparability'],
      ['Si elle se compare à celle de l’édition précédente.', 'Whether it compares with that of the edition before.'],
      'COMPARABLE',
    ),
    previous: decimal(
      ['Moyenne précédente', 'Previous mean'],
      [
        'Celle publiée pour l’année précédente ; vide si aucune ne l’a été.',
        'The mean last published for the year before; null when none was.',
      ],
      61.3,
      { nullable: true, unit: onHundred },
    ),
    like_for_like: decimal(
      ['Évolution à périmètre constant', 'Like-for-like change'],
      [
        'Ce qui a bougé à critères, règles et structures constants, en points ; vide quand ce n’est pas dit.',
        'What moved with the same criteria, rules and structures, in points; null when it is not told.',
      ],
      2.1,
      { nullable: true, unit: onHundred },
    ),
    common_count: integer(
      ['Base constante', 'Common base'],
      [
        'Combien de structures des deux éditions ; vide quand ce n’est pas dit.',
        'How many structures are in both editions; null when it is not told.',
      ],
      27,
      { nullable: true, unit: structures },
    ),
  },
} as const;
