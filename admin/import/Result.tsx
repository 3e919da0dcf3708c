import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Box, Button } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run as ask, codeIn } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { UndoAct } from '../kernel/undo.graphql.ts';
import type { Run } from './import.graphql.ts';
import { kindOf, listOf } from './kinds.ts';
import { useResultFile } from './useResultFile.ts';
import { Verdicts } from './Verdicts.tsx';

/** What an import did, the file that says it row by row, and the way to take it back. */
export const Result = ({ run }: { readonly run: Run }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const { save, pending } = useResultFile(run);
  const kind = kindOf(run);
  return (
    <>
      <Alert severity={run.undoneAt ? 'info' : 'success'} role="status" sx={{ mb: 4 }}>
        {run.undoneAt
          ? translate('room.import.doneUndone', { instant: format.instant(run.undoneAt) })
          : translate('room.import.done')}
      </Alert>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 4 }}>
        <Button variant="contained" component={Link} to={`${basename}/${listOf[kind]}`}>
          {translate(`room.import.doneMore.${kind}`)}
        </Button>
        {(['xlsx', 'csv'] as const).map((as) => (
          <Button
            key={as}
            variant="outlined"
            color="inherit"
            disabled={pending}
            startIcon={<FileDownloadOutlined />}
            onClick={() => void save(as)}
          >
            {translate('room.import.resultFile', { kind: as.toUpperCase() })}
          </Button>
        ))}
        {run.act && !run.undoneAt && <Undo run={run} act={run.act} />}
      </Box>
      <Verdicts run={run} />
    </>
  );
};

const Undo = ({ run, act }: { readonly run: Run; readonly act: string }) => {
  const translate = useTranslate();
  const format = useFormat();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const undo = useMutation({
    mutationFn: () => ask(UndoAct, { act }),
    onSuccess: () => {
      setAsking(false);
      return client.invalidateQueries();
    },
  });
  const action = translate('room.import.undo');
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
        {action}
      </Button>
      <ConfirmDialog
        open={asking}
        destructive
        title={translate('room.import.undoAsk', { name: run.upload.name })}
        action={action}
        pending={undo.isPending}
        refusal={undo.error ? translate(`refusal.${codeIn(undo.error)}`, { _: translate('refusal.INTERNAL') }) : null}
        onCancel={() => setAsking(false)}
        onConfirm={() => undo.mutate()}
      >
        {translate('room.import.undoMore', {
          created: format.number(run.created),
          changed: format.number(run.changed),
        })}
      </ConfirmDialog>
    </>
  );
};
