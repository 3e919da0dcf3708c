import { Button } from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate, useUnselectAll } from 'react-admin';
import { DecideDialog, type Verdict } from './DecideDialog.tsx';

/** Decides the tests that are ticked. */
export const DecideSelected = () => {
  const translate = useTranslate();
  const { selectedIds, resource } = useListContext();
  const unselect = useUnselectAll(resource);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  return (
    <>
      <Button variant="contained" onClick={() => setVerdict('VALIDATED')}>
        {translate('room.audit.validate')}
      </Button>
      <Button color="error" onClick={() => setVerdict('REJECTED')}>
        {translate('room.audit.reject')}
      </Button>
      <DecideDialog
        verdict={verdict}
        ids={selectedIds.map(String)}
        count={selectedIds.length}
        onClose={() => setVerdict(null)}
        onDone={() => unselect()}
      />
    </>
  );
};
