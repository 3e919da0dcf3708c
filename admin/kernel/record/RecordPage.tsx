import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import {
  ShowBase,
  Title,
  useEditContext,
  useGetRecordRepresentation,
  useRecordContext,
  useResourceContext,
  useShowContext,
} from 'react-admin';
import { codeIn } from '../api.ts';
import { PageActions } from '../layout/PageHead.tsx';
import { Loading, RefusedBy } from '../states.tsx';
import { HistoryAside } from './HistoryAside.tsx';
import { Removed } from './Removed.tsx';

interface RecordPageProps {
  /** What follows the name in the title: the chip of a state. */
  readonly state?: ReactNode;
  /** At most three, one of them primary. */
  readonly actions?: ReactNode;
  /** The table of the record in the history; none leaves the right side free. */
  readonly noun?: string;
  readonly children: ReactNode;
}

/**
 * The page of one record: its name and state, its actions, its sections, and at the right its history in words. What a
 * list has read of it is shown at once, but never counts as fresh: the page may ask for more than the list did.
 */
export const RecordPage = ({ state, actions, noun, children }: RecordPageProps) => (
  <ShowBase loading={<Loading />} error={<Missing />} queryOptions={{ staleTime: 0 }}>
    <RecordTitle state={state} />
    <PageActions>{actions}</PageActions>
    <WithHistory noun={noun}>{children}</WithHistory>
  </ShowBase>
);

/** A page and, where there is room, the history of its record at its right; below it otherwise. */
export const WithHistory = ({
  noun,
  children,
}: {
  readonly noun: string | undefined;
  readonly children: ReactNode;
}) => (
  <Box
    sx={{
      display: 'grid',
      gap: { xs: 0, lg: 6 },
      alignItems: 'start',
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: noun ? 'minmax(0, 1fr) 300px' : 'minmax(0, 1fr)' },
    }}
  >
    <Box sx={{ minWidth: 0 }}>{children}</Box>
    {noun && <HistoryAside noun={noun} />}
  </Box>
);

/** The name of the record in context, never its identifier, then its state. */
export const RecordTitle = ({ state }: { readonly state?: ReactNode }) => {
  const record = useRecordContext();
  const nameOf = useGetRecordRepresentation(useResourceContext());
  if (!record) return null;
  return (
    <Title
      preferenceKey={false}
      title={
        <TitleLine>
          {nameOf(record)} {state}
        </TitleLine>
      }
    />
  );
};

/** A title and what stands beside it. */
export const TitleLine = ({ children }: { readonly children: ReactNode }) => (
  <Box
    component="span"
    sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1 }}
  >
    {children}
  </Box>
);

/** The page of a record that could not be read. */
export const Missing = () => {
  const { error, refetch } = useShowContext();
  return <Unread error={error} refetch={() => void refetch()} />;
};

/** The form of one. */
export const MissingForm = () => {
  const { error, refetch } = useEditContext();
  return <Unread error={error} refetch={() => void refetch()} />;
};

/** A record that could not be read: removed, refused, or the server was away. */
const Unread = ({ error, refetch }: { readonly error: unknown; readonly refetch: () => void }) => {
  const gone = codeIn(error) === 'NOT_FOUND';
  const why = (
    <>
      <Title title={gone ? 'state.notFound' : 'state.failed'} preferenceKey={false} />
      <RefusedBy error={error} retry={refetch} />
    </>
  );
  return gone ? <Removed otherwise={why} onRestored={refetch} /> : why;
};
