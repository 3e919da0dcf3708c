import type { Link, Noun, NounName } from './noun.ts';

/** To the records of the same version that have these columns equal, own first. */
const linked = (to: NounName, on: Link['on'], description: string): Link => ({
  ...{ to, description },
  on: { version: 'version', ...on },
});
/** To the one there may be. */
const perhaps = (...link: Parameters<typeof linked>): Link => ({ ...linked(...link), nullable: true });

const edition = linked('Edition', {}, 'The edition it belongs to, in the same version.');

/** The types of the contract. Every list of them is a connection with the same filters, orders and pages. */
export const nouns: Readonly<Record<NounName, Noun>> = {
  Edition: {
    table: 'dataset',
    description: 'One edition of the barometer, as one version says it.',
    columns: [
      ...['version', 'year', 'ordinal', 'label', 'provenance', 'note', 'sources', 'ceremony_on', 'ceremony_place'],
      ...['structure_count', 'fewest_contributors', 'largest_share'],
    ],
    ones: {
      dataset: linked('Dataset', {}, 'The version this answer comes from.'),
      overall: perhaps('Mean', { "'all/overall'": 'code' }, 'The mean overall score of all its structures.'),
    },
    lists: {
      categories: linked('Category', {}, 'Its categories, in the order of the palmarès.'),
      channels: linked('Channel', {}, 'The channels it tests.'),
      steps: linked('Step', {}, 'The steps of the journey, in their order.'),
      criteria: linked('Criterion', {}, 'What it measures, in the order of the grid.'),
      frames: linked('Frame', {}, 'The reference frames its criteria serve.'),
      trophies: linked('Trophy', {}, 'The palmarès, in its order.'),
      laureates: linked('Laureate', {}, 'Everyone on the palmarès.'),
      indicators: linked('Indicator', {}, 'Its figures, in their order.'),
      means: linked('Mean', {}, 'Its means, by structures and by measure.'),
    },
    reading: [],
    root: { name: 'editions', description: 'The published editions, the latest year first.' },
  },
  Dataset: {
    table: 'dataset',
    description: 'One published version: immutable, and readable for ever. A correction is the next one.',
    columns: ['version', 'year', 'number', 'published_at', 'hash', 'signature', 'public_key'],
    ones: { edition: linked('Edition', {}, 'The edition, as this version says it.') },
    lists: {
      errata: linked('Erratum', {}, 'What it corrects of the version before; none for a first one.'),
    },
    reading: ['number'],
    root: { name: 'datasets', description: 'Every version ever published, the superseded ones too.' },
  },
  Category: {
    table: 'category',
    description: 'A class of structures compared with one another.',
    ones: { edition },
    lists: {
      trophies: linked('Trophy', { code: 'category_code' }, 'Its trophies.'),
      means: linked('Mean', { code: 'category_code' }, 'The means of its structures.'),
    },
    reading: ['position', 'code'],
    root: { name: 'categories', description: 'The categories of the editions.' },
  },
  Channel: {
    table: 'channel',
    description: 'One way to reach a public service, and what it weighs.',
    ones: { edition },
    lists: {
      criteria: linked('Criterion', { code: 'channel_code' }, 'What is measured on it.'),
      means: linked('Mean', { code: 'channel_code' }, 'The means on it.'),
    },
    reading: ['position', 'code'],
    root: { name: 'channels', description: 'The channels of the editions.' },
  },
  Step: {
    table: 'step',
    description: 'A stage of what a user goes through, from reaching the service to complaining.',
    ones: { edition },
    lists: {
      criteria: linked('Criterion', { code: 'step_code' }, 'What is measured there.'),
      means: linked('Mean', { code: 'step_code' }, 'The means at it.'),
    },
    reading: ['position', 'code'],
    root: { name: 'steps', description: 'The steps of the journey, of the editions.' },
  },
  Frame: {
    table: 'frame',
    description: 'One version of a frame of commitments that criteria serve.',
    ones: { edition },
    lists: {
      commitments: linked(
        'Commitment',
        { code: 'frame_code', release: 'release' },
        'Which criteria serve which of its commitments.',
      ),
    },
    reading: ['code', 'release'],
    root: { name: 'frames', description: 'The reference frames of the editions.' },
  },
  Criterion: {
    table: 'criterion',
    description: 'One thing measured on one channel.',
    ones: {
      edition,
      channel: perhaps('Channel', { channel_code: 'code' }, 'The channel.'),
      step: perhaps('Step', { step_code: 'code' }, 'The step of the journey.'),
    },
    lists: {
      commitments: linked('Commitment', { code: 'criterion_code' }, 'The commitments of reference frames it serves.'),
    },
    reading: ['position', 'code'],
    root: { name: 'criteria', description: 'The criteria of the editions.' },
  },
  Commitment: {
    table: 'commitment',
    description: 'That a criterion serves a commitment of a reference frame.',
    ones: {
      frame: perhaps('Frame', { frame_code: 'code', release: 'release' }, 'The frame, in its version.'),
      criterion: perhaps('Criterion', { criterion_code: 'code' }, 'The criterion.'),
    },
    reading: ['frame_code', 'release', 'number', 'criterion_code'],
  },
  Trophy: {
    table: 'trophy',
    description: 'The prize of one category, or a special prize.',
    ones: {
      edition,
      category: perhaps(
        'Category',
        { category_code: 'code' },
        'The category; null for a special prize, and for past editions that name it without its rules.',
      ),
    },
    lists: {
      laureates: linked('Laureate', { position: 'trophy' }, 'One, several ex æquo, or none.'),
    },
    reading: ['position'],
    root: { name: 'trophies', description: 'The palmarès of the editions.' },
  },
  Laureate: {
    table: 'laureate',
    description: 'A structure on a palmarès.',
    hidden: ['trophy'],
    ones: {
      edition,
      trophy: linked('Trophy', { trophy: 'position' }, 'What it received.'),
    },
    reading: ['trophy', 'position'],
    root: { name: 'laureates', description: 'Everyone on the palmarès of the editions.' },
  },
  Indicator: {
    table: 'indicator',
    description: 'One figure of an edition, with what it is counted in and over.',
    hidden: ['value', 'numerator', 'denominator', 'withheld'],
    figures: {
      figure: {
        description: 'The figure, told with its base, or withheld with its reason.',
        value: 'value',
        unit: { column: 'unit' },
        numerator: 'numerator',
        denominator: 'denominator',
      },
    },
    ones: { edition },
    reading: ['position', 'code'],
    root: { name: 'indicators', description: 'The indicators of the editions.' },
  },
  Mean: {
    table: 'mean',
    description: 'The mean score of some structures: overall, on one channel or at one step.',
    hidden: ['value', 'structure_count', 'withheld'],
    figures: {
      figure: {
        description: 'The mean on 100, told with its base, or withheld with its reason.',
        value: 'value',
        unit: 'SCORE',
        structures: 'structure_count',
      },
    },
    ones: {
      edition,
      category: perhaps('Category', { category_code: 'code' }, 'The category it is over; null for the other scopes.'),
      channel: perhaps(
        'Channel',
        { channel_code: 'code' },
        'The channel; null for the other measures, and for past editions without a grid.',
      ),
      step: perhaps('Step', { step_code: 'code' }, 'The step; null for the other measures.'),
    },
    lists: {
      series: {
        to: 'Mean',
        on: { code: 'code' },
        acrossYears: true,
        description: 'The same mean in every edition, in its latest version: where it is BROKEN the line is cut.',
      },
    },
    reading: ['position', 'code'],
    root: {
      name: 'means',
      description: 'The means of the editions, by structures (scope) and by measure. Filter by code for a series.',
    },
  },
  Erratum: {
    table: 'erratum',
    description: 'One field of one record that a version corrects: what was said, what is said, and why.',
    ones: { dataset: linked('Dataset', {}, 'The version that corrects.') },
    reading: ['position'],
    root: {
      name: 'errata',
      description: 'Everything that was ever corrected. With `version`, what that version corrects.',
    },
  },
};
