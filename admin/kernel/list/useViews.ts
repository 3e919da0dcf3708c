import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useListContext, useNotify, useResourceContext, useStore, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { codeIn, doing, run } from '../api.ts';
import { useEdition } from '../edition.tsx';
import { useUndoable } from '../record/useUndo.tsx';
import { useColumns } from './tools.tsx';
import { CreateSavedView, RemoveSavedView, type SavedView, SavedViews, UpdateSavedView } from './view.graphql.ts';

/** A list seen with some filters already chosen. */
export interface View {
  /** A key of the dictionary. */
  readonly label: string;
  readonly filter: Readonly<Record<string, unknown>>;
}

/** What a person says of a view besides how the list stands. */
export interface Naming {
  readonly label: string;
  readonly shared: boolean;
}

/** The views people keep of a list, the one in hand, and all that is done with them. */
export function useViews() {
  const resource = useResourceContext() ?? '';
  const edition = useEdition();
  const client = useQueryClient();
  const now = useStanding();
  const [chosenId, setChosen] = useStore<string | null>(`${resource}.view`, null);
  const key = ['savedViews', resource];
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => run(SavedViews, { resource }),
    staleTime: 30_000,
    retry: false,
  });
  const saved = data?.savedViews.filter(({ year }) => year === null || year === edition?.year);
  // A list that stands as a view says is that view, whoever led there.
  const chosen = saved?.find(({ id }) => id === chosenId) ?? saved?.find(now.is) ?? null;
  const apply = (view: SavedView) => {
    setChosen(view.id);
    now.set(view);
  };
  useAddressed(saved, apply);
  const changed = chosen !== null && !now.is(chosen);
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const inputOf = ({ label, shared }: Naming) => ({ label, shared, ...now.input });
  const { keep, correct, remove } = useViewChanges(resource, refresh, setChosen);
  return {
    saved: saved ?? [],
    chosen,
    changed,
    apply,
    leave: () => setChosen(null),
    standing: now,
    keep: (naming: Naming) => keep.mutateAsync(inputOf(naming)),
    rename: (view: SavedView, naming: Naming) => correct.mutateAsync({ view, input: { ...naming } }),
    replace: (view: SavedView) => correct.mutateAsync({ view, input: inputOf(view) }),
    remove: (view: SavedView) => remove.mutate(view),
  };
}

/** How the list stands now, and how to make it stand as a view says. */
function useStanding() {
  const { filterValues, sort, setFilters, setSort } = useListContext();
  const { shown, show } = useColumns();
  const edition = useEdition();
  // Filters by a record of an edition mean nothing in another one.
  const year = Object.keys(filterValues).some((name) => name.endsWith('Id')) ? (edition?.year ?? null) : null;
  return {
    filterValues,
    input: { filter: filterValues, sort: sort.field, order: sort.order, columns: [...shown], year },
    is: (view: SavedView) =>
      same(view.filter as object, filterValues) &&
      (view.sort === null || (view.sort === sort.field && view.order === sort.order)) &&
      (view.columns.length === 0 || shown.length === 0 || view.columns.join() === shown.join()),
    set: (view: SavedView) => {
      setFilters({ ...(view.filter as object) }, []);
      if (view.sort) setSort({ field: view.sort, order: view.order });
      if (view.columns.length > 0) show(view.columns);
    },
  };
}

/** The view that the address asks for, once: `?view=…`, as a colleague sent it. */
function useAddressed(saved: readonly SavedView[] | undefined, apply: (view: SavedView) => void): void {
  const notify = useNotify();
  const { search, key } = useLocation();
  const [asked, setAsked] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address may be opened twice.
  useEffect(() => {
    const id = new URLSearchParams(search).get('view');
    if (id) setAsked(id);
  }, [search, key]);
  useEffect(() => {
    if (!asked || !saved) return;
    setAsked(null);
    const view = saved.find(({ id }) => id === asked);
    if (view) apply(view);
    else notify('list.view.unknown', { type: 'warning' });
  }, [asked, saved, apply, notify]);
}

function useViewChanges(resource: string, refresh: () => unknown, setChosen: (id: string | null) => void) {
  const notify = useNotify();
  const translate = useTranslate();
  const undoable = useUndoable();
  const onError = (error: unknown) => notify(`refusal.${codeIn(error)}`, { type: 'error' });
  type Input = Parameters<typeof run<unknown, { input: object }>>[1]['input'];
  const keep = useMutation({
    mutationFn: (input: Input) => run(CreateSavedView, { resource, input: input as never }),
    onSuccess: async ({ createSavedView: { id, label } }) => {
      await refresh();
      setChosen(id);
      notify('list.view.kept', { type: 'success', messageArgs: { name: label } });
    },
  });
  const correct = useMutation({
    mutationFn: ({ view, input }: { view: SavedView; input: Input }) =>
      doing(UpdateSavedView, { id: view.id, version: view.version, input: input as never }),
    onSuccess: async ({ data, acts }) => {
      await refresh();
      undoable(translate('list.view.changed', { name: data.updateSavedView.label }), acts, refresh);
    },
    onError: (error) => {
      void refresh();
      onError(error);
    },
  });
  const remove = useMutation({
    mutationFn: ({ id }: SavedView) => doing(RemoveSavedView, { id }),
    onSuccess: async ({ acts }, { label }) => {
      setChosen(null);
      await refresh();
      undoable(translate('list.view.removed', { name: label }), acts, refresh);
    },
    onError,
  });
  return { keep, correct, remove };
}

export const same = (a: object, b: object): boolean => keyOf(a) === keyOf(b);
const keyOf = (filter: object): string =>
  JSON.stringify(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .sort(),
  );
