import type { RefObject } from 'react';
import { useCanAccess, useResourceContext, useResourceDefinition } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useKeys } from '../keys/keys.ts';

const ROWS = 'tbody > tr, li[data-row]';

/** The keys of a list: / searches, j and k (or the arrows, once on a row) walk its rows, x ticks one, e corrects it. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  const navigate = useNavigate();
  const resource = useResourceContext() ?? '';
  const { hasEdit } = useResourceDefinition({ resource });
  const { canAccess } = useCanAccess({ resource, action: 'edit' });
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>(ROWS) ?? [])];
  const place = () => rows().findIndex((row) => row.contains(document.activeElement));
  const walk = (step: number, event: KeyboardEvent, onlyFromARow = false) => {
    const all = rows();
    const here = place();
    if (all.length === 0 || (onlyFromARow && here === -1)) return;
    event.preventDefault();
    const next = here === -1 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + step, 0), all.length - 1);
    focusOn(all[next]);
  };
  useKeys({
    '/': (event) => {
      const search = list.current?.querySelector<HTMLInputElement>('input[type=search]');
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select();
    },
    j: (event) => walk(1, event),
    k: (event) => walk(-1, event),
    arrowdown: (event) => walk(1, event, true),
    arrowup: (event) => walk(-1, event, true),
    x: (event) => {
      const box = rows()[place()]?.querySelector<HTMLInputElement>('input[type=checkbox]');
      if (!box) return;
      event.preventDefault();
      box.click();
    },
    e: (event) => {
      const path = rows()[place()]?.querySelector<HTMLAnchorElement>('a[href]')?.pathname;
      if (!path || !hasEdit || !canAccess) return;
      event.preventDefault();
      navigate(path.replace(/\/show$/, ''));
    },
  });
}

/** The name of a row is its link; a row that leads nowhere is walked on all the same. */
function focusOn(row: HTMLElement | undefined): void {
  const link = row?.querySelector<HTMLElement>('a[href]');
  if (row && !link) row.tabIndex = -1;
  (link ?? row)?.focus();
}
