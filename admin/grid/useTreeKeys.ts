import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Row } from './rows.ts';
import type { Editor } from './useEditor.ts';
import type { Tree } from './useTree.ts';

/** The keys of the tree, on the line that has the focus. Those of a field or of a menu are left to it. */
export function useTreeKeys(tree: Tree, editor: Editor, search: () => void): (event: KeyboardEvent) => void {
  useWide(tree, editor, search);
  return (event) => {
    if (event.target !== event.currentTarget && (event.target as HTMLElement).getAttribute('role') !== 'row') return;
    const at = tree.rows.findIndex(({ id }) => id === tree.active);
    const row = tree.rows[at];
    if (!row) return;
    const act = actOf(event, tree, row, at);
    if (!act) return;
    event.preventDefault();
    act();
  };
}

function actOf(event: KeyboardEvent, tree: Tree, row: Row, at: number): (() => void) | null {
  const { rows, editable } = tree;
  const go = (to: number) => () => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (next) tree.focus(next.id, true);
  };
  const held = event.ctrlKey || event.metaKey;
  if (event.altKey) {
    if (!editable || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return null;
    return () => tree.shift(row, event.key === 'ArrowDown');
  }
  if (held && event.key.toLowerCase() === 'a' && editable)
    return () => tree.chooseAll(rows.flatMap((each) => (each.kind === 'criterion' ? [each.id] : [])));
  if (held) return null;
  const keys = new Map<string, () => void>([
    ['ArrowDown', event.shiftKey ? extended(tree, row, rows[at + 1]) : go(at + 1)],
    ['ArrowUp', event.shiftKey ? extended(tree, row, rows[at - 1]) : go(at - 1)],
    ['Home', go(0)],
    ['End', go(rows.length - 1)],
    ['PageDown', go(at + 10)],
    ['PageUp', go(at - 10)],
    [
      'ArrowRight',
      () => (row.kind !== 'criterion' && tree.folded.has(row.id) ? tree.fold(row.id, false) : go(at + 1)()),
    ],
    [
      'ArrowLeft',
      () => (row.kind !== 'criterion' && !tree.folded.has(row.id) ? tree.fold(row.id, true) : go(parentOf(rows, at))()),
    ],
    ['Enter', () => tree.open(row)],
  ]);
  const edits = new Map<string, () => void>([
    [' ', () => row.kind === 'criterion' && tree.choose(row.id)],
    ['Delete', () => tree.ask({ what: 'remove', row })],
    ['Insert', () => tree.ask({ what: 'add', row })],
    ['n', () => tree.ask({ what: 'add', row })],
    ['Escape', () => tree.chooseAll([])],
  ]);
  if (event.key === 'F2' && editable) return () => weightOf(event.currentTarget as HTMLElement, row.id, tree);
  return keys.get(event.key) ?? (editable ? (edits.get(event.key) ?? null) : null);
}

/** The weight of a line takes the focus; a line that weighs nothing is renamed instead. */
function weightOf(tree: HTMLElement, id: string, { ask, rows }: Tree): void {
  const field = tree.querySelector<HTMLElement>(`[data-row="${id}"] [data-weight]`);
  const row = rows.find((each) => each.id === id);
  if (field) field.focus();
  else if (row) ask({ what: 'rename', row });
}

/** Chooses a line and its neighbour, and goes there. */
const extended = (tree: Tree, row: Row, next: Row | undefined) => () => {
  if (!next) return;
  for (const each of [row, next])
    if (tree.editable && each.kind === 'criterion' && !tree.chosen.has(each.id)) tree.choose(each.id);
  tree.focus(next.id, true);
};

function parentOf(rows: readonly Row[], at: number): number {
  const level = { channel: 0, step: 1, criterion: 2 };
  const own = level[rows[at]?.kind ?? 'channel'];
  const parent = rows.slice(0, at).findLastIndex(({ kind }) => level[kind] < own);
  return parent === -1 ? at : parent;
}

/** Those of the whole page: taking back, doing again, searching. */
function useWide(tree: Tree, editor: Editor, search: () => void): void {
  const latest = useRef({ tree, editor, search });
  latest.current = { tree, editor, search };
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const { tree, editor, search } = latest.current;
      if (isTaken(event.target) || event.altKey) return;
      const key = `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`;
      const act = {
        '/': search,
        'shift+/': search,
        ...(tree.editable ? { 'ctrl+z': editor.undo, 'ctrl+y': editor.redo, 'ctrl+shift+z': editor.redo } : {}),
      }[key];
      if (!act) return;
      event.preventDefault();
      void act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

const OTHERS = 'input:not([type=checkbox]), textarea, [role=dialog], [role=menu], [role=listbox], [role=combobox]';

/** Whether a key pressed there is meant for what is there: a text being typed, a dialog, a menu. */
const isTaken = (target: EventTarget | null): boolean => target instanceof Element && target.closest(OTHERS) !== null;
