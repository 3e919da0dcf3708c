import { channelCode, comparability, measure, scope, unit, withheldReason } from '../closed.ts';
import { decimal, integer, one, onHundred, position, sources, structures, text } from '../column.ts';

const withheld = one(
  withheldReason,
  ['Secret', 'Withheld'],
  ['Pourquoi le chiffre n’est pas dit ; vide quand il l’est.', 'Why the figure is not told; null when it is.'],
  'SMALL_BASE',
  { nullable: true },
);

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
