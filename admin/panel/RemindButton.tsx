import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { type PanelSheet, type Progress, RemindJurors } from './panel.graphql.ts';

/** Reminds everyone who has something left to do; those reminded today already are left in peace. */
export const RemindButton = ({
  panel,
  progress,
}: {
  readonly panel: PanelSheet;
  readonly progress: Progress | undefined;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const ids = progress?.jurorProgress.flatMap(({ juror, mayRemind }) => (mayRemind ? [juror.id] : [])) ?? [];
  if (ids.length === 0) return null;
  const names = panel.jurors.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('room.panel.remind', { smart_count: ids.length })}
      </Button>
      {open && (
        <ActDialog
          title={translate('room.panel.remindAsk', { smart_count: ids.length })}
          action={translate('room.panel.remindAction', { smart_count: ids.length })}
          done="room.panel.reminded"
          act={() => run(RemindJurors, { panelId: panel.id, ids })}
          onClose={() => setOpen(false)}
        >
          {translate('room.panel.remindMore', { names: format.list(names) })}
        </ActDialog>
      )}
    </>
  );
};
