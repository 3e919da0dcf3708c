import { useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Figures, figuresOf, typedIn } from './figures.ts';
import type { Grid } from './grid.graphql.ts';
import { MoveChannel, MoveCriteria, MoveStep, UpdateChannels, UpdateCriteria, UpdateStep } from './outline.graphql.ts';
import { stepped, steppedAfter } from './places.ts';
import { type Filters, noFilters, type Row, rowsOf } from './rows.ts';
import type { Editor } from './useEditor.ts';
import { isWeight } from './WeightCell.tsx';

/** What people ask of a line that needs a dialog or a panel. */
export type Asked =
  | { readonly what: 'open' | 'remove' | 'rename' | 'add' | 'move'; readonly row: Row }
  | { readonly what: 'menu'; readonly row: Row; readonly anchor: HTMLElement };

/** The tree in hand: what is shown, where the focus is, what is chosen, and what can be done from there. */
export interface Tree {
  readonly rows: readonly Row[];
  readonly figures: Figures;
  /** The largest share of each level, which its bars are drawn against. */
  readonly most: Readonly<Record<Row['kind'], number>>;
  readonly editable: boolean;
  readonly active: string;
  readonly chosen: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
  readonly typed: ReadonlyMap<string, string>;
  readonly filters: Filters;
  t(key: string, more?: object): string;
  filter(filters: Filters): void;
  focus(id: string, move?: boolean): void;
  choose(id: string, upTo?: boolean): void;
  chooseAll(ids: readonly string[]): void;
  fold(id: string, to?: boolean): void;
  foldAll(to: boolean): void;
  type(id: string, typed: string | undefined): void;
  weigh(row: Row, weight: string): void;
  leave(id: string, to: 'row' | 'next' | 'previous'): void;
  shift(row: Row, down: boolean): void;
  open(row: Row): void;
  menu(row: Row, anchor: HTMLElement): void;
  ask(asked: Asked): void;
}

export const nameOf = (row: Row): string =>
  row.kind === 'channel' ? row.channel.label : row.kind === 'step' ? row.step.label : row.criterion.label;

const rowAt = (id: string): HTMLElement | null => document.querySelector(`[data-row="${id}"]`);

/** Lines take the focus once they have been drawn where they now stand. */
const soon = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act));

export function useTree(grid: Grid, editable: boolean, editor: Editor, ask: (asked: Asked) => void): Tree {
  const t = useTranslate();
  const [filters, setFilters] = useState(noFilters);
  const [active, setActive] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const anchor = useRef<string | null>(null);
  const rows = useMemo(() => rowsOf(grid, folded, filters), [grid, folded, filters]);
  const figures = useMemo(
    () => figuresOf(typedIn(grid, new Map([...typed].filter(([, weight]) => isWeight(weight))))),
    [grid, typed],
  );
  const most = useMemo(() => mostOf(grid, figures), [grid, figures]);
  const here = rows.some(({ id }) => id === active) ? active : (rows[0]?.id ?? '');
  const known = useMemo(() => {
    const all = new Set(grid.channels.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
    return new Set([...chosen].filter((id) => all.has(id)));
  }, [grid, chosen]);

  const focus = (id: string, move = false) => {
    setActive(id);
    if (move) soon(() => rowAt(id)?.focus());
  };
  const type = (id: string, text: string | undefined) =>
    setTyped((all) => {
      const next = new Map(all);
      if (text === undefined) next.delete(id);
      else next.set(id, text);
      return next;
    });
  const choose = (id: string, upTo = false) => {
    const criteria = rows.flatMap((row) => (row.kind === 'criterion' ? [row.id] : []));
    const [from, to] = [criteria.indexOf(anchor.current ?? id), criteria.indexOf(id)];
    const range = upTo && from !== -1 ? criteria.slice(Math.min(from, to), Math.max(from, to) + 1) : null;
    if (!range) anchor.current = id;
    setChosen((all) => {
      const next = new Set(all);
      if (range) for (const each of range) next.add(each);
      else if (!next.delete(id)) next.add(id);
      return next;
    });
    setActive(id);
  };
  const fold = (id: string, to?: boolean) =>
    setFolded((all) => {
      const next = new Set(all);
      if (to ?? !next.has(id)) next.add(id);
      else next.delete(id);
      return next;
    });

  return {
    ...{ rows, figures, most, editable, active: here, chosen: known, folded, typed, filters, t },
    ...{ filter: setFilters, focus, choose, fold, type, ask },
    chooseAll: (ids) => setChosen(new Set(ids)),
    foldAll: (to) => setFolded(new Set(to ? grid.channels.map(({ id }) => id) : [])),
    open: (row) => ask({ what: row.kind === 'criterion' ? 'open' : 'rename', row }),
    menu: (row, anchor) => ask({ what: 'menu', row, anchor }),
    async weigh(row, weight) {
      const id = row.kind === 'step' ? row.step.id : row.id;
      const kept = await weighed(editor, row, weight, t('room.editor.saidWeight', { label: nameOf(row) }));
      // What was refused stays as it was typed, beside its refusal.
      if (kept) setTyped((all) => (all.get(id) === weight ? new Map([...all].filter(([key]) => key !== id)) : all));
    },
    leave(id, to) {
      const weighing = rows.filter((row) => row.kind !== 'step' || row.step.weight !== null);
      const at = weighing.findIndex((row) => row.id === id) + (to === 'next' ? 1 : to === 'previous' ? -1 : 0);
      const next = weighing[at];
      if (!next || to === 'row') return focus(id, true);
      setActive(next.id);
      soon(() => rowAt(next.id)?.querySelector<HTMLElement>('[data-weight]')?.focus());
    },
    async shift(row, down) {
      const moved = known.has(row.id) ? known : new Set([row.id]);
      const left = await shifted(grid, editor, row, moved, down, t);
      if (left) focus(row.kind === 'step' ? row.id : row.id, true);
    },
  };
}

/** Keeps the weight of a line. */
function weighed(editor: Editor, row: Row, weight: string, said: string): Promise<Grid | null> {
  const input = { weight };
  if (row.kind === 'channel') return editor.apply(said, UpdateChannels, { channels: [asRead(row.channel)], input });
  if (row.kind === 'step') return editor.apply(said, UpdateStep, { step: asRead(row.step), input });
  return editor.apply(said, UpdateCriteria, { criteria: [asRead(row.criterion)], input });
}

/** Moves a line one place, with those that are chosen along with it, and says where it now stands. */
async function shifted(
  grid: Grid,
  editor: Editor,
  row: Row,
  moved: ReadonlySet<string>,
  down: boolean,
  t: Tree['t'],
): Promise<Grid | null> {
  const label = nameOf(row);
  if (row.kind === 'criterion') {
    const place = stepped(grid, moved, down);
    if (!place) {
      editor.say(t('room.editor.nowhere'));
      return null;
    }
    const channel = grid.channels.find(({ id }) => id === place.channelId)?.label ?? '';
    const step = grid.steps.find(({ id }) => id === place.stepId)?.label ?? '';
    const said = t('room.editor.saidMoved', { label, smart_count: moved.size, where: `${channel}, ${step}` });
    return editor.apply(said, MoveCriteria, { criteria: readOf(grid, moved), place });
  }
  const said = t('room.editor.saidShifted', { label });
  const all: readonly { id: string }[] = row.kind === 'channel' ? grid.channels : grid.steps;
  const own = row.kind === 'channel' ? row.channel : row.step;
  const afterId = steppedAfter(
    all.map(({ id }) => id),
    own.id,
    down,
  );
  if (afterId === undefined) {
    editor.say(t('room.editor.nowhere'));
    return null;
  }
  return row.kind === 'channel'
    ? editor.apply(said, MoveChannel, { channel: asRead(row.channel), afterId })
    : editor.apply(said, MoveStep, { step: asRead(row.step), afterId });
}

/** A record as it was read. */
export const asRead = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });

/** Criteria as they were read, in the order of the grid. */
export const readOf = (grid: Grid, ids: ReadonlySet<string>) =>
  grid.channels.flatMap(({ criteria }) => criteria.filter(({ id }) => ids.has(id)).map(asRead));

function mostOf(grid: Grid, { units }: Figures): Tree['most'] {
  const largest = (ids: readonly string[]) => Math.max(1, ...ids.map((id) => units.get(id) ?? 0));
  return {
    channel: largest(grid.channels.map(({ id }) => id)),
    step: largest(grid.channels.flatMap(({ id }) => grid.steps.map((step) => `${id} ${step.id}`))),
    criterion: largest(grid.channels.flatMap(({ criteria }) => criteria.map(({ id }) => id))),
  };
}
