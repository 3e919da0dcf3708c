/** A mean that is public, or is withheld because too few structures make it up. */
export interface Mean {
  readonly label: string;
  readonly mean?: string | null;
  readonly previous_mean?: string | null;
  readonly structure_count: number;
  readonly withheld?: string | null;
}

/** A figure that is public, with its unit and its base. */
export interface Indicator {
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
  return {
    trophy: table<PublishedTrophy>('trophy').toSorted((a, b) => a.position - b.position),
    laureate: table('laureate'),
    indicator: table('indicator'),
    category: table('category'),
    channel_mean: table('channel_mean'),
  };
}
