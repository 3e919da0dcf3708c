import { Box, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Loading } from '../kernel/states.tsx';
import { FindDialog } from './FindDialog.tsx';
import { type AudienceChange, ReadChanges } from './publication.graphql.ts';
import { Sign } from './Sign.tsx';
import { useChangeInWords } from './useChangeInWords.ts';

interface ChangesDialogProps extends Pick<AudienceChange, 'readership'> {
  readonly editionId: string;
  readonly table: string;
  readonly onClose: () => void;
}

/** Each change of one table, for some who read, in words. */
export const ChangesDialog = ({ editionId, readership, table, onClose }: ChangesDialogProps) => {
  const translate = useTranslate();
  const inWords = useChangeInWords();
  const [{ page, q }, setAsked] = useState({ page: 1, q: '' });
  const { data } = useQuery({
    queryKey: ['publication', editionId, 'changes', readership, table, page, q],
    queryFn: ({ signal }) => run(ReadChanges, { editionId, readership, table, page, q: q.trim() || null }, signal),
    placeholderData: keepPreviousData,
  });
  const total = data?.seenChanges.total ?? 0;
  const of = translate(`enum.Readership.${readership}`);
  return (
    <FindDialog
      title={translate('room.publication.changesOf', { of })}
      find={translate('room.publication.find')}
      perPage={20}
      {...{ page, q, total, setAsked, onClose }}
    >
      {!data && <Loading />}
      {data && total === 0 && <Typography>{translate('room.publication.noneFound')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.seenChanges.items.map((change) => (
          <Box
            component="li"
            key={`${change.key}/${change.field}`}
            sx={{ display: 'flex', gap: 2, py: 2, borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}
          >
            <Sign kind={change.field !== null ? 'changed' : change.before === null ? 'added' : 'removed'} />
            <span>{inWords(change)}</span>
          </Box>
        ))}
      </Box>
    </FindDialog>
  );
};
