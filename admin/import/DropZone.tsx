import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Stage } from './useStart.ts';

interface DropZoneProps {
  readonly stage: Stage;
  readonly onFile: (file: File) => void;
  readonly onCancel: () => void;
}

/** Where a file is dropped or chosen, and then how far it is. */
export const DropZone = ({ stage, onFile, onCancel }: DropZoneProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  if (stage.at !== 'choose') return <Progress stage={stage} onCancel={onCancel} />;
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) onFile(file);
  };
  return (
    <>
      {stage.refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {translate(stage.refusal, { name: stage.file?.name ?? '', size: format.bytes(stage.file?.size ?? 0) })}
        </Alert>
      )}
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
        sx={{
          py: 8,
          px: 4,
          textAlign: 'center',
          border: '2px dashed',
          borderRadius: 1,
          borderColor: over ? 'primary.main' : 'divider',
          bgcolor: over ? 'action.hover' : 'background.default',
        }}
      >
        <UploadFileOutlined aria-hidden sx={{ fontSize: 36, color: 'text.secondary' }} />
        <Typography sx={{ mt: 1, mb: 3 }}>{translate('room.import.drop')}</Typography>
        <Button variant="contained" onClick={() => input.current?.click()}>
          {translate('room.import.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={translate('room.import.choose')}
          accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain"
          onChange={({ target }) => {
            take(target.files);
            target.value = '';
          }}
        />
        <Typography variant="caption" component="p" sx={{ mt: 3, color: 'text.secondary' }}>
          {translate('room.import.limits')}
        </Typography>
      </Box>
    </>
  );
};

const Progress = ({
  stage,
  onCancel,
}: {
  readonly stage: Exclude<Stage, { at: 'choose' }>;
  readonly onCancel: () => void;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const sending = stage.at === 'sending';
  const words = sending
    ? translate('room.import.sending', { name: stage.file.name, percent: format.percent(stage.share) })
    : translate('room.import.starting', { name: stage.file.name });
  return (
    <Box sx={{ py: 6 }}>
      <Typography role="status" sx={{ mb: 3 }}>
        {words}
      </Typography>
      <LinearProgress
        aria-label={words}
        {...(sending ? { variant: 'determinate', value: stage.share * 100 } : {})}
        sx={{ height: 6, borderRadius: 1 }}
      />
      {sending && (
        <Button color="inherit" onClick={onCancel} sx={{ mt: 3 }}>
          {translate('room.import.cancel')}
        </Button>
      )}
    </Box>
  );
};
