import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { categoriesIn, rankMoves, scoreMoves } from './changes.ts';
import type { Preview } from './ranking.graphql.ts';
import { useChangesExport } from './useChangesExport.ts';

interface PreviewDialogProps {
  readonly preview: Preview;
  readonly year: number;
  /** Whether what would change is no longer what was first read. */
  readonly moved: boolean;
  readonly pending: boolean;
  readonly refusal: string | null;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** Every score and rank that a run would change, before it does; then the verb that starts it. */
export const PreviewDialog = ({ preview, year, moved, pending, refusal, ...on }: PreviewDialogProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const save = useChangesExport(year);
  const [category, setCategory] = useState('');
  const { changes, runNumber, auditCount, structureCount } = preview;
  const categories = categoriesIn(changes);
  const shown = changes.filter(({ enrolment }) => !category || enrolment.category.code === category);
  const before = runNumber ?? 0;
  const base = { audits: format.number(auditCount), structures: format.number(structureCount) };
  return (
    <ConfirmDialog
      open
      wide
      title={useHeadline(preview)}
      action={translate('room.preview.confirm', { number: before + 1 })}
      pending={pending}
      refusal={refusal && translate(`refusal.${refusal}`)}
      {...on}
    >
      {moved && (
        <Alert severity="warning" role="alert" sx={{ mb: 3 }}>
          {translate('room.preview.moved')}
        </Alert>
      )}
      <Typography sx={{ fontSize: '0.875rem' }}>
        {translate('room.preview.inForce', { number: before + 1, before })} {translate('room.preview.base', base)}
      </Typography>
      <Box sx={{ my: 4, display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'end' }}>
        {categories.length > 1 && (
          <TextField
            select
            label={translate('room.preview.category')}
            value={categories.some(({ code }) => code === category) ? category : ''}
            onChange={({ target }) => setCategory(target.value)}
            slotProps={{ select: { displayEmpty: true } }}
            sx={{ flex: '1 1 240px', maxWidth: 460 }}
          >
            <MenuItem value="">{translate('room.preview.all', { count: format.number(changes.length) })}</MenuItem>
            {categories.map(({ code, label, count }) => (
              <MenuItem key={code} value={code} sx={{ whiteSpace: 'normal' }}>
                {translate('room.preview.some', { category: label, count: format.number(count) })}
              </MenuItem>
            ))}
          </TextField>
        )}
        <Box sx={{ flex: 1 }} />
        <Button variant="outlined" color="inherit" startIcon={<FileDownloadOutlined />} onClick={() => save(shown)}>
          {translate('list.export')}
        </Button>
      </Box>
      <ChangesTable changes={shown} />
    </ConfirmDialog>
  );
};

/** "12 notes et 7 rangs changeraient". */
function useHeadline({ changes }: Preview): string {
  const translate = useTranslate();
  const [scores, ranks] = [changes.filter(scoreMoves).length, changes.filter(rankMoves).length];
  const said = {
    scores: translate('room.preview.scores', { smart_count: scores }),
    ranks: translate('room.preview.ranks', { smart_count: ranks }),
  };
  if (scores > 0 && ranks > 0) return translate('room.preview.both', said);
  if (scores === 0 && ranks === 0) return translate('room.preview.nothing');
  return translate('room.preview.one', {
    ...{ what: scores > 0 ? said.scores : said.ranks, smart_count: scores + ranks },
  });
}
