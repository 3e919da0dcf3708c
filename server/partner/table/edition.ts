import { channelCode, criterionKind, provenance } from '../closed.ts';
import { boolean, date, decimal, instant, integer, one, position, share, structures, text, texts } from '../column.ts';

const label = (example: string) =>
  text(['Libellé', 'Label'], ['Tel qu’il est imprimé, en français.', 'As printed, in French.'], example);

export const dataset = {
  title: ['Versions', 'Versions'],
  description: [
    'Une version publiée d’une édition : immuable. Une correction est la version suivante.',
    'One published version of an edition: immutable. A correction is the next version.',
  ],
  key: [],
  columns: {
    year: integer(['Année', 'Year'], ['L’année de l’édition.', 'The year the edition is known by.'], 2022),
    ordinal: integer(
      ['Rang', 'Ordinal'],
      ['À partir de 1 : la dixième édition est celle de 2022.', 'From 1: the tenth edition is that of 2022.'],
      10,
    ),
    label: label('Baromètre national de l’accueil 2022'),
    provenance: one(
      provenance,
      ['Provenance', 'Provenance'],
      ['D’où viennent ses chiffres.', 'Where its figures come from.'],
      'FIELD',
    ),
    note: text(
      ['Note', 'Note'],
      ['Ce qu’un lecteur doit savoir de ses chiffres.', 'What a reader must know of its figures, in French.'],
      'Chiffres repris de la presse.',
      { nullable: true },
    ),
    sources: texts(
      ['Sources', 'Sources'],
      ['Sources publiques.', 'Public sources, as addresses or references.'],
      'https://www.afnor.org/',
    ),
    ceremony_on: date(
      ['Date de remise', 'Ceremony date'],
      ['Jour de la remise des trophées, quand on le connaît.', 'The day the trophies were handed over, where known.'],
      '2022-11-10',
      { nullable: true },
    ),
    ceremony_place: text(
      ['Lieu de remise', 'Ceremony place'],
      ['Où les trophées ont été remis, quand on le sait.', 'Where the trophies were handed over, where known.'],
      'Paris',
      { nullable: true },
    ),
    structure_count: integer(
      ['Structures', 'Structures'],
      ['Structures auditées ; vide quand aucune source ne le dit.', 'Structures audited; null where no source says.'],
      311,
      { nullable: true, unit: structures },
    ),
    fewest_contributors: integer(
      ['Seuil de diffusion', 'Publishing threshold'],
      [
        'Le moins de structures sur lesquelles une moyenne est dite ; vide pour des chiffres rapportés.',
        'Fewest structures behind a mean that is told; null for reported figures.',
      ],
      5,
      { nullable: true, unit: structures },
    ),
    largest_share: decimal(
      ['Part la plus grande', 'Largest share'],
      [
        'La plus grande part d’une moyenne qu’une seule structure peut faire ; vide pour des chiffres rapportés, et pour une version d’avant que ce soit dit.',
        'Most of a mean that one structure may make up; null for reported figures, and for versions of before it was said.',
      ],
      0.85,
      { nullable: true, unit: share },
    ),
  },
} as const;

/** What the release itself writes on a version. */
export const stamp = {
  version: text(
    ['Version', 'Version'],
    ['L’année et un numéro, à partir de 1.', 'The year and a number, from 1.'],
    '2022.1',
  ),
  number: integer(['Numéro', 'Number'], ['À partir de 1 dans l’année.', 'From 1 within the year.'], 1),
  published_at: instant(
    ['Publiée le', 'Published at'],
    ['Quand la version est devenue publique.', 'When the version became public.'],
    '2022-11-10T11:00:00.000Z',
  ),
  hash: text(
    ['Empreinte', 'Hash'],
    ['SHA-256 de tout ce que dit la version.', 'SHA-256 of everything the version says, in hexadecimal.'],
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ),
  signature: text(
    ['Signature', 'Signature'],
    [
      'Ed25519, en base64url ; vide pour une version publiée avant les signatures.',
      'Ed25519, in base64url; null for a version published before signatures.',
    ],
    'oL7ZmKfhZGHwOCWKJf3KmaCWAqZA38uKVnM0hT8GigiJxmzm4MY-y5xX3iQVRZ3A-_4JSGZcjkwswMr9FzE-CQ',
    { nullable: true },
  ),
  public_key: text(
    ['Clé publique', 'Public key'],
    ['La clé de la signature, en base64url.', 'The key of the signature, in base64url.'],
    'TkjyG0Ub1_5O7YXPK7QPH6_MuMDAwwcAD3B59XcORfo',
    { nullable: true },
  ),
} as const;

export const category = {
  title: ['Catégories', 'Categories'],
  description: ['Une classe de structures comparées entre elles.', 'A class of structures compared with one another.'],
  key: ['code'],
  columns: {
    code: text(['Code', 'Code'], ['Stable d’une édition à l’autre.', 'Stable over editions.'], 'towns_over_50000'),
    position,
    label: label('Villes de plus de 50 000 habitants'),
    rules: text(
      ['Règles', 'Rules'],
      ['Quelles structures elle prend, en toutes lettres.', 'Which structures it takes, in words, in French.'],
      'Communes, à partir de 50 000 habitants.',
      { nullable: true },
    ),
    awarded: boolean(['Primée', 'Awarded'], ['Si un trophée lui est attaché.', 'Whether a trophy goes with it.'], true),
  },
} as const;

export const channel = {
  title: ['Canaux', 'Channels'],
  description: ['Une façon de joindre un service, et ce qu’elle pèse.', 'One way to reach a service, and its weight.'],
  key: ['code'],
  columns: {
    code: one(channelCode, ['Code', 'Code'], ['Lequel des six.', 'Which of the six.'], 'PHONE'),
    position,
    label: label('Téléphone'),
    share: decimal(
      ['Poids', 'Weight share'],
      [
        'Sa part de la note globale d’une structure jugée sur tous les canaux comparés ; 0 hors note, vide quand la grille n’est pas publiée.',
        'Its share of the overall score of a structure scored on every compared channel; 0 for one kept out of it, null where the grid is not published.',
      ],
      0.25,
      { nullable: true, unit: share },
    ),
  },
} as const;

export const step = {
  title: ['Étapes', 'Steps'],
  description: ['Une étape du parcours de l’usager.', 'A stage of what a user goes through.'],
  key: ['code'],
  columns: {
    code: text(['Code', 'Code'], ['Stable d’une édition à l’autre.', 'Stable over editions.'], 'access'),
    position,
    label: label('Accès'),
  },
} as const;

export const frame = {
  title: ['Référentiels', 'Reference frames'],
  description: ['Une version d’un référentiel d’engagements.', 'One version of a frame of commitments.'],
  key: ['code', 'release'],
  columns: {
    code: text(['Code', 'Code'], ['Le référentiel.', 'The frame.'], 'SERVICES_PUBLICS_PLUS'),
    release: text(['Édition', 'Release'], ['Sa version.', 'Its version.'], 'v1-2021'),
    label: label('Services Publics +'),
    source: text(
      ['Source', 'Source'],
      ['Où le lire.', 'Where it can be read.'],
      'https://www.plus.transformation.gouv.fr/',
      { nullable: true },
    ),
  },
} as const;

export const criterion = {
  title: ['Critères', 'Criteria'],
  description: ['Une chose mesurée sur un canal.', 'One thing measured on one channel.'],
  key: ['code'],
  columns: {
    code: text(
      ['Code', 'Code'],
      ['Stable d’une édition à l’autre : les séries le suivent.', 'Stable over editions: series follow it.'],
      'phone.access.rings',
    ),
    position,
    label: label('Nombre de sonneries avant le décroché'),
    channel_code: one(
      channelCode,
      ['Canal', 'Channel'],
      ['Sur lequel il est mesuré.', 'Where it is measured.'],
      'PHONE',
    ),
    step_code: text(['Étape', 'Step'], ['L’étape du parcours.', 'The step of the journey, by its code.'], 'access'),
    kind: one(criterionKind, ['Nature', 'Kind'], ['Ce qu’il relève.', 'What it records.'], 'COUNT'),
    value_unit: text(
      ['Unité', 'Unit'],
      ['L’unité de ce qu’il relève, s’il y en a une.', 'The unit of what it records, where there is one.'],
      'RINGS',
      { nullable: true },
    ),
    share: decimal(
      ['Poids', 'Weight share'],
      [
        'Sa part de la note de son canal ; 0 pour information.',
        'Its share of the score of its channel; 0 for information.',
      ],
      0.125,
      { unit: share },
    ),
    bonus: boolean(
      ['Bonus', 'Bonus'],
      ['S’il ajoute à son canal sans jamais en retrancher.', 'Whether it only ever adds to its channel.'],
      false,
    ),
  },
} as const;

export const commitment = {
  title: ['Engagements servis', 'Commitments served'],
  description: [
    'Qu’un critère sert un engagement d’un référentiel.',
    'That a criterion serves a commitment of a frame.',
  ],
  key: ['criterion_code', 'frame_code', 'release', 'number'],
  columns: {
    criterion_code: text(
      ['Critère', 'Criterion'],
      ['Le critère.', 'The criterion, by its code.'],
      'phone.access.rings',
    ),
    frame_code: text(['Référentiel', 'Frame'], ['Le référentiel.', 'The frame, by its code.'], 'SERVICES_PUBLICS_PLUS'),
    release: text(['Édition', 'Release'], ['Sa version.', 'The version of the frame.'], 'v1-2021'),
    number: integer(['Numéro', 'Number'], ['Dans le référentiel.', 'Its number in the frame.'], 3),
    label: label('Nous vous répondons dans les délais annoncés'),
  },
} as const;
