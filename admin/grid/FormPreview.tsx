import Close from '@mui/icons-material/Close';
import {
  Box,
  Button,
  Dialog,
  DialogContent,
  DialogTitle,
  IconButton,
  MenuItem,
  TextField,
  useMediaQuery,
} from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { AuditForm } from '../kernel/form/AuditForm.tsx';
import type { Answers } from '../kernel/form/form.ts';
import type { Grid } from './grid.graphql.ts';

interface FormPreviewProps {
  readonly grid: Grid;
  /** The channel that is shown first. */
  readonly channelId: string | undefined;
  readonly onClose: () => void;
}

/** The form of the auditor as the grid makes it, as wide as a phone: it answers, and nothing is kept. */
export const FormPreview = ({ grid, channelId, onClose }: FormPreviewProps) => {
  const translate = useTranslate();
  const id = useId();
  const small = useMediaQuery('(max-width: 600px)');
  const [chosen, setChosen] = useState(channelId ?? grid.channels[0]?.id ?? '');
  const [answers, setAnswers] = useState<Answers>({});
  const channel = grid.channels.find((each) => each.id === chosen) ?? grid.channels[0];
  const stepLabel = (stepId: string) => grid.steps.find((step) => step.id === stepId)?.label ?? '';
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullScreen={small} maxWidth={false}>
      <DialogTitle id={id} sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box sx={{ flex: 1 }}>{translate('room.editor.preview')}</Box>
        <IconButton aria-label={translate('ra.action.close')} onClick={onClose}>
          <Close />
        </IconButton>
      </DialogTitle>
      <DialogContent sx={{ width: { xs: 'auto', sm: 438 }, display: 'flex', flexDirection: 'column', gap: 3, pt: 1 }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'end', pt: 2 }}>
          <TextField
            select
            fullWidth
            label={translate('field.channel')}
            value={channel?.id ?? ''}
            onChange={({ target }) => setChosen(target.value)}
          >
            {grid.channels.map(({ id, label }) => (
              <MenuItem key={id} value={id}>
                {label}
              </MenuItem>
            ))}
          </TextField>
          <Button sx={{ whiteSpace: 'nowrap' }} onClick={() => setAnswers({})}>
            {translate('room.editor.previewClear')}
          </Button>
        </Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{translate('room.editor.previewMore')}</Box>
        {channel && (
          <Box sx={{ width: '100%', maxWidth: 390, mx: 'auto' }}>
            <AuditForm
              key={channel.id}
              questions={channel.criteria.map((each) => ({ ...each, stepLabel: stepLabel(each.step.id) }))}
              answers={answers}
              onAnswer={(code, answer) =>
                setAnswers(({ [code]: _, ...rest }) => (answer ? { ...rest, [code]: answer } : rest))
              }
            />
          </Box>
        )}
      </DialogContent>
    </Dialog>
  );
};
