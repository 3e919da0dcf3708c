import { useEffect, useRef, useState } from 'react';
import {
  type RaRecord,
  useDataProvider,
  useGetRecordRepresentation,
  useListContext,
  useRefresh,
  useResourceContext,
} from 'react-admin';
import { codeIn, run } from '../api.ts';
import type { HouseProvider } from '../dataProvider.ts';
import { UndoAct } from '../undo.graphql.ts';
import { useHouse } from '../useHouse.ts';
import { type BulkAction, doEach, type Outcome } from './bulk.ts';
import { useListTools } from './tools.tsx';

export type Stage = 'asking' | 'reading' | 'running' | 'done' | 'undoing' | 'undone';

/** Does one action to what is ticked, or to everything that is filtered: how far it has come, and what became of each. */
export function useBulk(action: BulkAction) {
  const resource = useResourceContext() ?? '';
  const provider = useDataProvider<HouseProvider>();
  const house = useHouse();
  const refresh = useRefresh();
  const nameOf = useGetRecordRepresentation(resource);
  const { everything } = useListTools();
  const { selectedIds, filter, filterValues, sort, onUnselectItems } = useListContext<RaRecord>();
  const [stage, setStage] = useState<Stage>('asking');
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [count, setCount] = useState({ all: 0, left: 0 });
  const [refusal, setRefusal] = useState<string | null>(null);
  const way = useRef(new AbortController());
  const busy = stage === 'reading' || stage === 'running' || stage === 'undoing';
  useWarning(busy);

  const concerned = async (): Promise<RaRecord[]> => {
    if (!everything) return (await provider.getMany(resource, { ids: [...selectedIds] })).data;
    const records: RaRecord[] = [];
    for await (const { rows } of house.rows(resource, { filter: { ...filterValues, ...filter }, sort }))
      records.push(...rows);
    return records;
  };
  /** Outcomes are many and the screen is one: it is told a few times a second. */
  const each = async <R>(records: readonly R[], act: (record: R) => Promise<readonly string[]>, said: Said<R>) => {
    const told: Outcome[] = [];
    const timer = setInterval(() => setOutcomes([...told]), 150);
    const tell = (outcome: Outcome) => void told.push(outcome);
    await doEach(records, act, said, { tell, signal: way.current.signal });
    clearInterval(timer);
    setOutcomes(told);
  };
  const start = async (values: Readonly<Record<string, unknown>>) => {
    setStage('reading');
    try {
      const all = await concerned();
      const records = all.filter((record) => action.takes?.(record) ?? true);
      setCount({ all: records.length, left: all.length - records.length });
      setStage('running');
      const said = (record: RaRecord) => ({ id: record.id, name: String(nameOf(record)) });
      await each(records, (record) => action.act(record, values, { provider, resource }), said);
      setStage('done');
      onUnselectItems();
    } catch (error) {
      setRefusal(codeIn(error));
      setStage('asking');
    }
    refresh();
  };
  const undo = async () => {
    const done = outcomes.filter(({ acts }) => acts.length > 0).toReversed();
    way.current = new AbortController();
    setCount({ all: done.length, left: 0 });
    setOutcomes([]);
    setStage('undoing');
    const back = async ({ acts }: Outcome) => {
      for (const act of acts.toReversed()) await run(UndoAct, { act });
      return [];
    };
    await each(done, back, ({ id, name }) => ({ id, name }));
    setStage('undone');
    refresh();
  };
  return { stage, busy, count, outcomes, refusal, start, undo, stop: () => way.current.abort() };
}

type Said<R> = (record: R) => Pick<Outcome, 'id' | 'name'>;

/** Whoever closes the window while something is under way is asked first. */
function useWarning(busy: boolean): void {
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [busy]);
}
