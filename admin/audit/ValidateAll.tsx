import { Button } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { DecideDialog } from './DecideDialog.tsx';

/** Validates at once all the tests still to be decided: what a controller does once the doubtful ones are rejected. */
export const ValidateAll = () => {
  const translate = useTranslate();
  const format = useFormat();
  const edition = useEdition();
  const [asking, setAsking] = useState(false);
  const { total = 0 } = useGetList('audit', {
    pagination: { page: 1, perPage: 1 },
    filter: { editionId: edition?.id, state: 'SUBMITTED' },
  });
  if (total === 0) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setAsking(true)}>
        {translate('room.audit.validateAll', { count: format.number(total) })}
      </Button>
      <DecideDialog verdict={asking ? 'VALIDATED' : null} ids={null} count={total} onClose={() => setAsking(false)} />
    </>
  );
};
