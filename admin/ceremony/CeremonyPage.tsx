import { ThemeProvider } from '@mui/material';
import { createTheme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { CanAccess, useAuthenticated, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { EditionProvider, useEditions } from '../kernel/edition.tsx';
import { Empty, Loading, Refused, RefusedBy } from '../kernel/states.tsx';
import { darkTheme } from '../kernel/theme.ts';
import { type CeremonyAward, CeremonyAwards } from './ceremony.graphql.ts';
import { Stage } from './Stage.tsx';

/** The ceremony: full screen and dark whatever the theme, one laureate at a time. Staff alone open it. */
export const CeremonyPage = () => {
  useAuthenticated();
  const translate = useTranslate();
  const theme = useMemo(() => createTheme(darkTheme), []);
  useEffect(() => {
    document.title = `${translate('ceremony.one')} · ${translate('app.name')}`;
  }, [translate]);
  return (
    <ThemeProvider theme={theme}>
      <CanAccess resource="ceremony" action="list" accessDenied={<Refused />} loading={<Loading />}>
        <EditionProvider>
          <Awards />
        </EditionProvider>
      </CanAccess>
    </ThemeProvider>
  );
};

const Awards = () => {
  const translate = useTranslate();
  const { edition, pending } = useEditions();
  const { data, error, refetch } = useQuery({
    queryKey: ['ceremony', edition?.id],
    queryFn: ({ signal }) => run(CeremonyAwards, { editionId: edition?.id ?? '' }, signal),
    enabled: edition !== null,
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (pending || (edition && !data)) return <Loading />;
  if (!edition || !data || data.trophies.items.length === 0)
    return <Empty title={translate('ceremony.empty')} more={translate('ceremony.emptyMore')} />;
  return <Stage edition={edition} awards={inOrder(data.trophies.items)} />;
};

/** Special prizes first, then categories from the last of the palmarès to the first: the best is kept for the end. */
const inOrder = (awards: readonly CeremonyAward[]): readonly CeremonyAward[] => [
  ...awards.filter(({ prize }) => prize !== null),
  ...awards
    .filter(({ prize }) => prize === null)
    .sort((a, b) => (b.category?.position ?? 0) - (a.category?.position ?? 0)),
];
