import type { TableName } from './dictionary.ts';

/** The types of the contract over a table each. */
export type NounName =
  | 'Edition'
  | 'Dataset'
  | 'Category'
  | 'Channel'
  | 'Step'
  | 'Frame'
  | 'Criterion'
  | 'Commitment'
  | 'Trophy'
  | 'Laureate'
  | 'Indicator'
  | 'Mean'
  | 'Erratum';

/** How a noun finds another: pairs of columns that are equal, own first. A pair with `latest` spans all editions. */
export interface Link {
  readonly to: NounName;
  readonly on: Readonly<Record<string, string>>;
  readonly description: string;
  /** Not only within the version, but in the latest of each year. */
  readonly acrossYears?: boolean;
  readonly nullable?: boolean;
}

/** A figure told or withheld: the columns it is made of. */
export interface FigureOf {
  readonly description: string;
  readonly value: string;
  /** What it is counted in: a column, or a unit by its name. */
  readonly unit: { readonly column: string } | string;
  readonly structures?: string;
  readonly numerator?: string;
  readonly denominator?: string;
}

/** One type of the contract, over one table of the published world. */
export interface Noun {
  readonly table: TableName;
  readonly description: string;
  /** The columns it shows; those of the table when left out. */
  readonly columns?: readonly string[];
  /** Columns that it hides: links or figures say them. */
  readonly hidden?: readonly string[];
  readonly figures?: Readonly<Record<string, FigureOf>>;
  readonly ones?: Readonly<Record<string, Link>>;
  readonly lists?: Readonly<Record<string, Link>>;
  /** What tells its rows apart within a version, in reading order. */
  readonly reading: readonly string[];
  /** The list at the root of the contract; a noun without one is reached through others. */
  readonly root?: { readonly name: string; readonly description: string };
}

const edition: Link = {
  to: 'Edition',
  on: { version: 'version' },
  description: 'The edition it belongs to, in the same version.',
};
const within = { version: 'version' };

/** The types of the contract. Every list of them is a connection with the same filters, orders and pages. */
export const nouns: Readonly<Record<NounName, Noun>> = {
  Edition: {
    table: 'dataset',
    description: 'One edition of the barometer, as one version says it.',
    columns: [
      ...['version', 'year', 'ordinal', 'label', 'provenance', 'note', 'sources', 'ceremony_on', 'ceremony_place'],
      ...['structure_count', 'fewest_contributors'],
    ],
    ones: {
      dataset: { to: 'Dataset', on: within, description: 'The version this answer comes from.' },
      overall: {
        to: 'Mean',
        on: { version: 'version', "'all/overall'": 'code' },
        description: 'The mean overall score of all its structures.',
        nullable: true,
      },
    },
    lists: {
      categories: { to: 'Category', on: within, description: 'Its categories, in the order of the palmarès.' },
      channels: { to: 'Channel', on: within, description: 'The channels it tests.' },
      steps: { to: 'Step', on: within, description: 'The steps of the journey, in their order.' },
      criteria: { to: 'Criterion', on: within, description: 'What it measures, in the order of the grid.' },
      frames: { to: 'Frame', on: within, description: 'The reference frames its criteria serve.' },
      trophies: { to: 'Trophy', on: within, description: 'The palmarès, in its order.' },
      laureates: { to: 'Laureate', on: within, description: 'Everyone on the palmarès.' },
      indicators: { to: 'Indicator', on: within, description: 'Its figures, in their order.' },
      means: { to: 'Mean', on: within, description: 'Its means, by structures and by measure.' },
    },
    reading: [],
    root: { name: 'editions', description: 'The published editions, the latest year first.' },
  },
  Dataset: {
    table: 'dataset',
    description: 'One published version: immutable, and readable for ever. A correction is the next one.',
    columns: ['version', 'year', 'number', 'published_at', 'hash', 'signature', 'public_key'],
    ones: { edition: { to: 'Edition', on: within, description: 'The edition, as this version says it.' } },
    lists: {
      errata: {
        to: 'Erratum',
        on: within,
        description: 'What it corrects of the version before; none for a first one.',
      },
    },
    reading: ['number'],
    root: { name: 'datasets', description: 'Every version ever published, the superseded ones too.' },
  },
  Category: {
    table: 'category',
    description: 'A class of structures compared with one another.',
    ones: { edition },
    lists: {
      trophies: { to: 'Trophy', on: { version: 'version', code: 'category_code' }, description: 'Its trophies.' },
      means: {
        to: 'Mean',
        on: { version: 'version', code: 'category_code' },
        description: 'The means of its structures.',
      },
    },
    reading: ['position', 'code'],
    root: { name: 'categories', description: 'The categories of the editions.' },
  },
  Channel: {
    table: 'channel',
    description: 'One way to reach a public service, and what it weighs.',
    ones: { edition },
    lists: {
      criteria: {
        to: 'Criterion',
        on: { version: 'version', code: 'channel_code' },
        description: 'What is measured on it.',
      },
      means: { to: 'Mean', on: { version: 'version', code: 'channel_code' }, description: 'The means on it.' },
    },
    reading: ['position', 'code'],
    root: { name: 'channels', description: 'The channels of the editions.' },
  },
  Step: {
    table: 'step',
    description: 'A stage of what a user goes through, from reaching the service to complaining.',
    ones: { edition },
    lists: {
      criteria: {
        to: 'Criterion',
        on: { version: 'version', code: 'step_code' },
        description: 'What is measured there.',
      },
      means: { to: 'Mean', on: { version: 'version', code: 'step_code' }, description: 'The means at it.' },
    },
    reading: ['position', 'code'],
    root: { name: 'steps', description: 'The steps of the journey, of the editions.' },
  },
  Frame: {
    table: 'frame',
    description: 'One version of a frame of commitments that criteria serve.',
    ones: { edition },
    lists: {
      commitments: {
        to: 'Commitment',
        on: { version: 'version', code: 'frame_code', release: 'release' },
        description: 'Which criteria serve which of its commitments.',
      },
    },
    reading: ['code', 'release'],
    root: { name: 'frames', description: 'The reference frames of the editions.' },
  },
  Criterion: {
    table: 'criterion',
    description: 'One thing measured on one channel.',
    ones: {
      edition,
      channel: {
        to: 'Channel',
        on: { version: 'version', channel_code: 'code' },
        description: 'The channel.',
        nullable: true,
      },
      step: {
        to: 'Step',
        on: { version: 'version', step_code: 'code' },
        description: 'The step of the journey.',
        nullable: true,
      },
    },
    lists: {
      commitments: {
        to: 'Commitment',
        on: { version: 'version', code: 'criterion_code' },
        description: 'The commitments of reference frames it serves.',
      },
    },
    reading: ['position', 'code'],
    root: { name: 'criteria', description: 'The criteria of the editions.' },
  },
  Commitment: {
    table: 'commitment',
    description: 'That a criterion serves a commitment of a reference frame.',
    ones: {
      frame: {
        to: 'Frame',
        on: { version: 'version', frame_code: 'code', release: 'release' },
        description: 'The frame, in its version.',
        nullable: true,
      },
      criterion: {
        to: 'Criterion',
        on: { version: 'version', criterion_code: 'code' },
        description: 'The criterion.',
        nullable: true,
      },
    },
    reading: ['frame_code', 'release', 'number', 'criterion_code'],
  },
  Trophy: {
    table: 'trophy',
    description: 'The prize of one category, or a special prize.',
    ones: {
      edition,
      category: {
        to: 'Category',
        on: { version: 'version', category_code: 'code' },
        description: 'The category; null for a special prize, and for past editions that name it without its rules.',
        nullable: true,
      },
    },
    lists: {
      laureates: {
        to: 'Laureate',
        on: { version: 'version', position: 'trophy' },
        description: 'One, several ex æquo, or none.',
      },
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
      trophy: { to: 'Trophy', on: { version: 'version', trophy: 'position' }, description: 'What it received.' },
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
      category: {
        to: 'Category',
        on: { version: 'version', category_code: 'code' },
        description: 'The category it is over; null for the other scopes.',
        nullable: true,
      },
      channel: {
        to: 'Channel',
        on: { version: 'version', channel_code: 'code' },
        description: 'The channel; null for the other measures, and for past editions without a grid.',
        nullable: true,
      },
      step: {
        to: 'Step',
        on: { version: 'version', step_code: 'code' },
        description: 'The step; null for the other measures.',
        nullable: true,
      },
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
    ones: { dataset: { to: 'Dataset', on: within, description: 'The version that corrects.' } },
    reading: ['position'],
    root: {
      name: 'errata',
      description: 'Everything that was ever corrected. With `version`, what that version corrects.',
    },
  },
};
