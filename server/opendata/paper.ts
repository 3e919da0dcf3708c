import { Refusal } from '../kernel/errors.ts';
import type { Reader } from '../partner/answering.ts';
import { PAPERS } from '../partner/paper.ts';

/** A text of a version, as it is listed. */
export interface ListedPaper {
  readonly version: string;
  readonly kind: string;
  readonly sha256: string;
  readonly size: number;
  readonly withdrawn: boolean;
}

/** Every text that was given to the public, those that were withdrawn too. */
export const papersIn = (reader: Reader): Promise<ListedPaper[]> =>
  reader.query<ListedPaper>(
    'papers',
    'select version, kind, sha256, size, withdrawn_at is not null as withdrawn from paper order by version, kind desc',
    [],
  );

/** What of a text an address needs before it sends it. */
export interface PaperAt {
  readonly sha256: string;
  /** Its bytes, read when they are sent. */
  readonly content: () => Promise<Buffer>;
}

/** The text at an address; null where none ever was. Refused, with its reason, once it was withdrawn. */
export async function paperAt(reader: Reader, version: string, file: string): Promise<PaperAt | null> {
  const [kind] = Object.entries(PAPERS).find(([, name]) => name === file) ?? [];
  if (!kind) return null;
  const [known] = await reader.query<{ sha256: string; at: string | null; reason: string | null }>(
    'paper',
    `select sha256, to_char(withdrawn_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, withdrawn_reason as reason
     from paper where version = $1 and kind = $2`,
    [version, kind],
  );
  if (!known) return null;
  const { sha256, at, reason } = known;
  if (at !== null) throw new Refusal('TEXT_WITHDRAWN', { at, reason });
  const content = async () => {
    const [row] = await reader.query<{ content: Buffer | null }>(
      'paper_content',
      'select content from paper where version = $1 and kind = $2',
      [version, kind],
    );
    if (!row?.content) throw new Refusal('TEXT_WITHDRAWN', { at, reason });
    return row.content;
  };
  return { sha256, content };
}
