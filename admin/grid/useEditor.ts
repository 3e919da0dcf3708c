import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { GridFault } from '../../server/score/fault.rules.ts';
import { codeIn, detailsIn, doing } from '../kernel/api.ts';
import type { TadaDocumentNode } from '../kernel/graphql.ts';
import type { Grid } from './grid.graphql.ts';
import { UndoAct } from './outline.graphql.ts';

/** A change that was made, and may be taken back: its act, and what it was in words. */
interface Made {
  readonly act: string;
  readonly said: string;
}

/** Why a change was refused, with each fault it would have left. */
export interface Refused {
  readonly code: string;
  readonly told: readonly GridFault[];
}

/** What is said of the last change; `undo` when it can be taken back from there. */
export interface Said {
  readonly words: string;
  readonly undo: boolean;
  /** Grows: the same words said twice are said twice. */
  readonly turn: number;
}

export interface Editor {
  readonly busy: boolean;
  readonly refused: Refused | null;
  readonly said: Said | null;
  readonly undoable: string | null;
  readonly redoable: string | null;
  /** Changes the grid; the grid as it then stands, or null when it was refused. */
  apply<Variables>(
    said: string,
    document: TadaDocumentNode<Record<string, Grid>, Variables>,
    variables: Variables,
  ): Promise<Grid | null>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  say(words: string): void;
  forgive(): void;
  hush(): void;
}

/** What a refusal is told by: the grid is read again at once when others had changed it, and so are its words. */
export const refusalKey = (code: string): string =>
  code === 'STALE' || code === 'NOT_FOUND' ? 'room.editor.stale' : `refusal.${code}`;

/** Changes a grid one act at a time, remembers them, and takes them back in turn. */
export function useEditor(): Editor {
  const translate = useTranslate();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [made, setMade] = useState<readonly Made[]>([]);
  const [undone, setUndone] = useState<readonly Made[]>([]);
  const turn = useRef(0);
  const tell = useCallback((words: string, undo = false) => {
    turn.current += 1;
    setSaid({ words, undo, turn: turn.current });
  }, []);

  /** One change at a time: what the next one reads is what this one wrote. */
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const once = useCallback(
    <Answer>(change: () => Promise<Answer>): Promise<Answer | null> => {
      const next = queue.current.then(async () => {
        setBusy(true);
        setRefused(null);
        try {
          return await change();
        } catch (error) {
          const { told } = detailsIn(error);
          setRefused({ code: codeIn(error), told: Array.isArray(told) ? (told as GridFault[]) : [] });
          // What others did meanwhile is shown at once, so that the next try starts from it.
          if (codeIn(error) !== 'GRID_INVALID') await queryClient.invalidateQueries({ queryKey: ['grid'] });
          return null;
        } finally {
          setBusy(false);
        }
      });
      queue.current = next;
      return next;
    },
    [queryClient],
  );

  const show = (grid: Grid) => {
    queryClient.setQueriesData<{ data: Grid[] }>({ queryKey: ['grid', 'getList'] }, (old) =>
      old ? { ...old, data: old.data.map((each) => (each.id === grid.id ? grid : each)) } : old,
    );
    queryClient.setQueriesData<Grid>({ queryKey: ['grid', 'getOne'] }, (old) => (old?.id === grid.id ? grid : old));
    void queryClient.invalidateQueries({ queryKey: ['criterion'] });
    void queryClient.invalidateQueries({ queryKey: ['change'] });
  };
  const takeBack = (from: readonly Made[], keep: (rest: readonly Made[]) => void, done: (made: Made) => void) =>
    once(async () => {
      const last = from.at(-1);
      if (!last) return;
      const { data } = await doing(UndoAct, { act: last.act });
      keep(from.slice(0, -1));
      done({ act: data.undoAct.byAct, said: last.said });
      await queryClient.invalidateQueries({ queryKey: ['grid'] });
    });

  return {
    ...{ busy, refused, said, undoable: made.at(-1)?.said ?? null, redoable: undone.at(-1)?.said ?? null },
    apply: (words, document, variables) =>
      once(async () => {
        const { data, acts } = await doing(document, variables);
        const grid = Object.values(data)[0] as Grid;
        show(grid);
        setMade((all) => [...all, ...acts.map((act) => ({ act, said: words }))]);
        setUndone([]);
        tell(words, acts.length > 0);
        return grid;
      }),
    undo: async () => {
      await takeBack(made, setMade, (last) => {
        setUndone((all) => [...all, last]);
        tell(translate('room.editor.undone', { what: last.said }));
      });
    },
    redo: async () => {
      await takeBack(undone, setUndone, (last) => {
        setMade((all) => [...all, last]);
        tell(translate('room.editor.redone', { what: last.said }), true);
      });
    },
    say: tell,
    forgive: () => setRefused(null),
    hush: () => setSaid(null),
  };
}
