import { Box, FormControl, FormControlLabel, Radio, RadioGroup, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { INSTEAD } from '../../server/privacy/instead.rules.ts';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import type { Passage } from './import.graphql.ts';
import type { SaidOne } from './passage.rules.ts';

interface PassageLineProps {
  readonly passage: Passage;
  readonly said: SaidOne | undefined;
  readonly onSay: (said: SaidOne) => void;
}

/** One passage where it stands, and what becomes of it: something else in its place, or itself for a reason. */
export const PassageLine = ({ passage, said, onSay }: PassageLineProps) => {
  const translate = useTranslate();
  const { text, kind, treatment, decidedBy } = passage;
  const words = (key: string, more: object = {}) => translate(`room.import.passages.${key}`, { text, ...more });
  const choice = said?.treatment ?? '';
  return (
    <Box component="li" sx={{ py: 3, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'baseline' }}>
        <Tag label={translate(`enum.PassageKind.${kind}`)} />
        <Box component="span" sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
          <Where passage={passage} />
          {treatment && decidedBy && ` · ${words('decidedBy', { name: decidedBy })}`}
        </Box>
      </Box>
      <Excerpt passage={passage} />
      <FormControl>
        <RadioGroup
          row
          aria-label={words('what')}
          value={choice}
          onChange={(_, value) => onSay({ motive: said?.motive ?? '', treatment: value as SaidOne['treatment'] })}
        >
          <FormControlLabel value="MASK" control={<Radio />} label={words('mask', { with: INSTEAD[kind] })} />
          <FormControlLabel value="KEEP" control={<Radio />} label={words('keep')} />
        </RadioGroup>
      </FormControl>
      {choice === 'KEEP' && (
        <TextField
          size="small"
          fullWidth
          required
          label={words('motive')}
          value={said?.motive ?? ''}
          onChange={({ target }) => onSay({ treatment: 'KEEP', motive: target.value })}
          sx={{ mt: 1, maxWidth: 560 }}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      )}
    </Box>
  );
};

const Where = ({ passage: { count, lines } }: { readonly passage: Passage }) => {
  const translate = useTranslate();
  const format = useFormat();
  const shown = lines.map((line) => format.number(line)).join(', ') + (count > lines.length ? '…' : '');
  return translate('room.import.passages.lines', { smart_count: count, count: format.number(count), lines: shown });
};

/** The text around the passage, with the passage marked in it. */
const Excerpt = ({ passage: { text, excerpt } }: { readonly passage: Passage }) => {
  const at = excerpt.indexOf(text);
  return (
    <Box component="blockquote" sx={{ m: 0, my: 1, overflowWrap: 'anywhere' }}>
      {at < 0 ? excerpt : excerpt.slice(0, at)}
      {at >= 0 && (
        <Box component="mark" sx={{ bgcolor: 'warning.main', color: 'background.paper', px: 0.5, borderRadius: 0.5 }}>
          {text}
        </Box>
      )}
      {at >= 0 && excerpt.slice(at + text.length)}
    </Box>
  );
};
