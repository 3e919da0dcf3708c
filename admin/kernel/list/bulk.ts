import type { SvgIconComponent } from '@mui/icons-material';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import type { ReactNode } from 'react';
import type { Identifier, RaRecord } from 'react-admin';
import { codeIn } from '../api.ts';
import type { HouseProvider } from '../dataProvider.ts';

/**
 * Something that can be done to several records of a list: to each by itself, so that one refusal spares the others,
 * and each by an act that can be undone. `<ListPage bulk={[REMOVE, …]}>` offers them.
 */
export interface BulkAction<T extends RaRecord = RaRecord> {
  /**
   * Where its words stand in the dictionary: `button`, `title`, `more` (what will happen), `action` and `done`, each
   * counted by `smart_count` and, where the number is written, `count`.
   */
  readonly words: string;
  readonly icon?: SvgIconComponent;
  readonly destructive?: boolean;
  /** The right the phase of the edition must grant. */
  readonly right?: string;
  /** What must be said before: the inputs of a form, whose values `act` receives. */
  readonly inputs?: ReactNode;
  /** Whether it applies to a record; those it does not apply to are left alone, and counted. */
  readonly takes?: (record: T) => boolean;
  /** Does it to one record, and answers the acts it committed: `(await doing(…)).acts`. */
  readonly act: (record: T, values: Readonly<Record<string, unknown>>, tools: BulkTools) => Promise<readonly string[]>;
}

/** What an action works with. */
interface BulkTools {
  readonly provider: HouseProvider;
  readonly resource: string;
}

/** Into the trash, from where they come back. */
export const REMOVE: BulkAction = {
  words: 'list.bulk.remove',
  icon: DeleteOutlined,
  destructive: true,
  act: async ({ id }, _, { provider, resource }) => (await provider.remove(resource, id)).acts,
};

/** What became of one record. */
export interface Outcome {
  readonly id: Identifier;
  readonly name: string;
  /** The code of the refusal; null when it was done. */
  readonly refusal: string | null;
  readonly acts: readonly string[];
}

/** Few enough that everyone else is still served. */
const AT_ONCE = 4;

/** Does something to each record, a few at once; a refusal is kept and the rest goes on. Stops when it is told to. */
export async function doEach<R>(
  records: readonly R[],
  act: (record: R) => Promise<readonly string[]>,
  said: (record: R) => { readonly id: Identifier; readonly name: string },
  { tell, signal }: { readonly tell: (outcome: Outcome) => void; readonly signal: AbortSignal },
): Promise<void> {
  const waiting = records[Symbol.iterator]();
  const work = async () => {
    for (const record of { [Symbol.iterator]: () => waiting }) {
      if (signal.aborted) return;
      const outcome = await act(record).then(
        (acts) => ({ refusal: null, acts }),
        (error: unknown) => ({ refusal: codeIn(error), acts: [] as string[] }),
      );
      tell({ ...said(record), ...outcome });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
