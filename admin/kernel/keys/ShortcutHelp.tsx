import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Switch,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { useLetters } from './keys.ts';

/** Every shortcut, where it works: what the keys say is written in `keys.of` of the dictionary. */
const shortcuts = {
  list: [
    ['search', ['/']],
    ['down', ['j', '↓']],
    ['up', ['k', '↑']],
    ['open', ['Entrée']],
    ['tick', ['x']],
    ['edit', ['e']],
  ],
  form: [['save', ['Ctrl + Entrée', 'Ctrl + S']]],
  everywhere: [['help', ['?']]],
} as const;

/** Lists the shortcuts, and lets people switch off those of a single key. */
export const ShortcutHelp = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const id = useId();
  const [letters, setLetters] = useLetters();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={id} fullWidth maxWidth="xs">
      <DialogTitle id={id}>{translate('keys.title')}</DialogTitle>
      <DialogContent>
        {Object.entries(shortcuts).map(([place, keys]) => (
          <Box component="section" key={place} sx={{ mb: 4 }}>
            <Typography component="h3" variant="caption" sx={{ fontWeight: 600, color: 'text.secondary' }}>
              {translate(`keys.place.${place}`)}
            </Typography>
            <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', gap: 2, mt: 1 }}>
              {keys.map(([what, pressed]) => (
                <Box key={what} sx={{ display: 'contents' }}>
                  <dt>{translate(`keys.of.${what}`)}</dt>
                  <Box component="dd" sx={{ m: 0, display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
                    {pressed.map((key) => (
                      <Key key={key}>{key === 'Entrée' ? translate('keys.enter') : key}</Key>
                    ))}
                  </Box>
                </Box>
              ))}
            </Box>
          </Box>
        ))}
        <FormControlLabel
          control={<Switch checked={letters} onChange={(_, on) => setLetters(on)} />}
          label={translate('keys.letters')}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

const Key = ({ children }: { readonly children: string }) => (
  <Box
    component="kbd"
    sx={{
      ...{ px: 1.5, minWidth: 24, textAlign: 'center', border: 1, borderColor: 'divider', borderRadius: 1 },
      ...{ font: 'inherit', fontSize: '0.75rem', lineHeight: '22px', bgcolor: 'background.default' },
    }}
  >
    {children}
  </Box>
);
