/** A mean that is public, or is withheld with its reason: then its base is not told either. */
export interface Mean {
  readonly position: number;
  readonly scope: string;
  readonly measure: string;
  readonly channel_code?: string | null;
  readonly label: string;
  readonly value?: string | null;
  readonly previous?: string | null;
  readonly structure_count?: number | null;
  readonly withheld?: string | null;
}

/** A figure that is public, with its unit and its base. */
export interface Indicator {
  readonly position: number;
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly value?: string | null;
  readonly numerator?: string | null;
  readonly denominator?: number | null;
  readonly base: string;
  readonly withheld?: string | null;
}

/** One trophy. Laureates name it by its position. */
export interface PublishedTrophy {
  readonly position: number;
  readonly category_label?: string | null;
  /** The special prize it is; absent where the edition has none. */
  readonly prize_label?: string | null;
  readonly point_remarquable?: string | null;
}

export interface PublishedLaureate {
  readonly trophy: number;
  readonly name: string;
  readonly award: string;
  readonly department_code?: string | null;
  readonly parent_name?: string | null;
}

/** The rows of the published world that pages show. The contract says them as JSON, table by table. */
export interface Rows {
  readonly trophy: readonly PublishedTrophy[];
  readonly laureate: readonly PublishedLaureate[];
  readonly indicator: readonly Indicator[];
  readonly category: readonly Mean[];
  readonly channel_mean: readonly Mean[];
}

/** A table that is missing reads as empty: the page then shows less, never breaks. */
export function rowsOf({ rows }: { readonly rows: Record<string, unknown> }): Rows {
  const table = <Row>(name: string) => (Array.isArray(rows[name]) ? (rows[name] as Row[]) : []);
  const means = table<Mean>('mean').toSorted((a, b) => a.position - b.position);
  const channels = table<{ readonly code: string; readonly label: string }>('channel');
  return {
    trophy: table<PublishedTrophy>('trophy').toSorted((a, b) => a.position - b.position),
    laureate: table('laureate'),
    indicator: table<Indicator>('indicator').toSorted((a, b) => a.position - b.position),
    category: means.filter(({ scope, measure }) => scope === 'CATEGORY' && measure === 'OVERALL'),
    channel_mean: means
      .filter(({ scope, measure }) => scope === 'ALL' && measure === 'CHANNEL')
      .map((mean) => ({
        ...mean,
        label: channels.find(({ code }) => code === mean.channel_code)?.label ?? mean.label,
      })),
  };
}
