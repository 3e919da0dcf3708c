import { useRef, useState } from 'react';
import { type GetListParams, type RaRecord, useNotify, useResourceContext, useTranslate } from 'react-admin';
import { codeIn } from '../api.ts';
import { type CsvColumn, download } from '../csv.ts';
import { useEdition } from '../edition.tsx';
import type { RowsRead } from '../rows.ts';
import { useHouse } from '../useHouse.ts';
import { type FileKind, fileOf } from './file.ts';

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Makes a file of a list, says how far it has come, and stops when told to. */
export function useExport<T extends RaRecord>() {
  const resource = useResourceContext() ?? '';
  const translate = useTranslate();
  const notify = useNotify();
  const house = useHouse();
  const edition = useEdition();
  const [progress, setProgress] = useState<Progress | null>(null);
  const under = useRef<AbortController | null>(null);

  const save = async (
    kind: FileKind,
    columns: readonly CsvColumn<T>[],
    params: Pick<GetListParams, 'filter' | 'sort'>,
  ) => {
    const way = new AbortController();
    under.current = way;
    let done = 0;
    async function* told(): AsyncGenerator<RowsRead<T>> {
      for await (const read of house.rows<T>(resource, params, way.signal)) {
        done += read.rows.length;
        setProgress({ done, total: read.total });
        yield read;
      }
    }
    setProgress({ done: 0, total: 0 });
    try {
      const file = await fileOf(kind, told(), columns, (key) => translate(key));
      const name = translate(`resources.${resource}.name`, { smart_count: 2 }).toLowerCase().replace(/\s+/g, '-');
      download(file, `barometre-${edition ? `${edition.year}-` : ''}${name}.${kind}`);
      notify('list.exported', { type: 'success', messageArgs: { smart_count: done } });
    } catch (error) {
      if (!way.signal.aborted) notify(`refusal.${codeIn(error)}`, { type: 'error' });
    } finally {
      setProgress(null);
    }
  };
  return { save, progress, cancel: () => under.current?.abort() };
}
