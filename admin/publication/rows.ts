import type { Rehearsal } from './publication.graphql.ts';

/** A mean that becomes public, or is withheld with its reason: then its base is not told either. */
export interface Mean {
  readonly scope: string;
  readonly measure: string;
  readonly channel_code: string | null;
  readonly label: string;
  readonly value: string | null;
  readonly previous: string | null;
  readonly structure_count: number | null;
  readonly withheld: string | null;
}

/** A figure that becomes public, with its unit and its base. */
export interface Indicator {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: number | null;
  readonly base: string;
  readonly withheld: string | null;
}

/** One trophy that becomes public. Laureates name it by its position. */
export interface PublishedTrophy {
  readonly position: number;
  readonly category_label: string | null;
  /** The special prize it is; absent where the edition has none. */
  readonly prize_label?: string | null;
  readonly point_remarquable: string | null;
}

export interface PublishedLaureate {
  readonly trophy: number;
  readonly name: string;
  readonly award: string;
  readonly department_code: string | null;
  readonly parent_name: string | null;
}

/** The rows of the published world this page shows. The contract says them as JSON, table by table. */
export interface Rows {
  readonly trophy: readonly PublishedTrophy[];
  readonly laureate: readonly PublishedLaureate[];
  readonly indicator: readonly Indicator[];
  readonly category: readonly Mean[];
  readonly channel_mean: readonly Mean[];
}

/** A table that is missing reads as empty: the page then shows less, never breaks. */
export function rowsOf({ rows }: Rehearsal): Rows {
  const table = (name: string) => (Array.isArray(rows[name]) ? rows[name] : []);
  const means = table('mean') as Mean[];
  const channels = table('channel') as { readonly code: string; readonly label: string }[];
  return {
    trophy: table('trophy') as PublishedTrophy[],
    laureate: table('laureate') as PublishedLaureate[],
    indicator: table('indicator') as Indicator[],
    category: means.filter(({ scope, measure }) => scope === 'CATEGORY' && measure === 'OVERALL'),
    channel_mean: means
      .filter(({ scope, measure }) => scope === 'ALL' && measure === 'CHANNEL')
      .map((mean) => ({
        ...mean,
        label: channels.find(({ code }) => code === mean.channel_code)?.label ?? mean.label,
      })),
  };
}
