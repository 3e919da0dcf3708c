import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { useGetList } from 'react-admin';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import type { graphql } from './graphql.ts';
import { wordOf, yearIn } from './stage.ts';

/** What every page knows of an edition. */
export interface EditionInForce {
  readonly id: string;
  readonly year: number;
  readonly ordinal: number;
  readonly label: string;
  readonly phase: Phase;
  readonly provenance: ReturnType<typeof graphql.scalar<'Provenance'>>;
  /** What its phase lets people do: CONFIGURE, ENROL, IMPORT, CONTROL, SCORE, AWARD, PUBLISH. */
  readonly rights: readonly string[];
}
export type Phase = ReturnType<typeof graphql.scalar<'EditionPhase'>>;

interface Editions {
  readonly edition: EditionInForce | null;
  readonly editions: readonly EditionInForce[];
  readonly pending: boolean;
}

const EditionContext = createContext<Editions>({ edition: null, editions: [], pending: true });

/** The edition of the address, and all those one may switch to. */
export const useEditions = (): Editions => useContext(EditionContext);

/** The edition every page is within: the year at the head of the address. Null until known, and when there is none. */
export const useEdition = (): EditionInForce | null => useEditions().edition;

const LAST_YEAR = 'barometre.year';

/** The year of the edition last looked at; before the first visit, this year, which `EditionProvider` then corrects. */
export const lastYear = (): string => localStorage.getItem(LAST_YEAR) ?? String(new Date().getFullYear());

/** Reads the edition in the address. A year without an edition leads to the latest one, on the same page. */
export function EditionProvider({ children }: { readonly children: ReactNode }) {
  const { year } = useParams();
  const switchTo = useSwitchEdition();
  const { data, isPending } = useGetList<EditionInForce & { id: string }>('edition', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'year', order: 'DESC' },
  });
  const editions = useMemo(() => data ?? [], [data]);
  const edition = editions.find((one) => String(one.year) === yearIn(year ?? '')) ?? null;
  const fallback = edition ? undefined : editions[0]?.year;
  useEffect(() => {
    if (edition) localStorage.setItem(LAST_YEAR, String(edition.year));
    else if (fallback !== undefined) switchTo(fallback, true);
  }, [edition, fallback, switchTo]);
  const value = useMemo(() => ({ edition, editions, pending: isPending }), [edition, editions, isPending]);
  return <EditionContext.Provider value={value}>{children}</EditionContext.Provider>;
}

/** Goes to another edition: the same list there, or the home page from the page of one record. */
export function useSwitchEdition(): (year: number, replace?: boolean) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return useMemo(
    () =>
      (year, replace = false) => {
        const [, , room = '', ...rest] = pathname.split('/');
        const page = room && (replace || rest.length === 0) ? `/${[room, ...rest].join('/')}` : '/';
        navigate(`/${wordOf(year)}${page}`, { replace });
      },
    [navigate, pathname],
  );
}
