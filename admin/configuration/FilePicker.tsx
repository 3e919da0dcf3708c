import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';

/** A configuration of 500 criteria weighs half of it. */
const LARGEST = 1_000_000;

interface FilePickerProps {
  readonly name: string | null;
  readonly onFile: (file: { name: string; text: string } | null) => void;
}

/** Where a configuration file is dropped or chosen. */
export const FilePicker = ({ name, onFile }: FilePickerProps) => {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setTooLarge(file.size > LARGEST);
    onFile(file.size > LARGEST ? null : { name: file.name, text: await file.text() });
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
      sx={{
        ...{ mt: 3, py: 5, px: 4, textAlign: 'center', border: '2px dashed', borderRadius: 1 },
        borderColor: over ? 'primary.main' : 'divider',
        bgcolor: over ? 'action.hover' : 'background.default',
      }}
    >
      <UploadFileOutlined aria-hidden sx={{ fontSize: 32, color: 'text.secondary' }} />
      <Typography sx={{ mt: 1, mb: 3 }} role="status">
        {name ? translate('room.configuration.chosen', { name }) : translate('room.configuration.drop')}
      </Typography>
      <Button variant="outlined" onClick={() => input.current?.click()}>
        {translate('room.configuration.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="application/json,.json"
        aria-label={translate('room.configuration.choose')}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = '';
        }}
      />
      {tooLarge && (
        <Alert severity="error" role="alert" sx={{ mt: 3, textAlign: 'left' }}>
          {translate('room.configuration.tooLarge')}
        </Alert>
      )}
    </Box>
  );
};
