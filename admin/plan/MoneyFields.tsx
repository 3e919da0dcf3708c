import { Box, InputAdornment, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { CHANNELS } from './channels.ts';
import { GRID, type PartProps } from './RulesForm.tsx';

/** What one test of each channel costs, and what all may cost. A draw does not look at it: staff do. */
export const MoneyFields = ({ said, open, say }: PartProps) => {
  const translate = useTranslate();
  return (
    <Box sx={GRID}>
      {CHANNELS.map((channel) => (
        <EurosField
          key={channel}
          label={translate('room.planning.price', { channel: translate(`enum.ChannelCode.${channel}`) })}
          cents={said.prices.find((line) => line.channel === channel)?.cents ?? null}
          disabled={!open}
          onSay={(cents) => {
            const others = said.prices.filter((line) => line.channel !== channel);
            say({ prices: cents === null ? others : [...others, { channel, cents }] });
          }}
        />
      ))}
      <EurosField
        label={translate('room.planning.budget')}
        help={translate('room.planning.budgetHelp')}
        cents={said.budget}
        disabled={!open}
        onSay={(budget) => say({ budget })}
      />
    </Box>
  );
};

interface EurosFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly cents: number | null;
  readonly disabled: boolean;
  readonly onSay: (cents: number | null) => void;
}

const EUROS = /^\d{1,7}([.,]\d{0,2})?$/;

/** An amount in euros, typed with the comma of the language; kept in cents. */
const EurosField = ({ label, help, cents, disabled, onSay }: EurosFieldProps) => {
  const [typed, setTyped] = useState(cents === null ? '' : String(cents / 100).replace('.', ','));
  const wrong = typed !== '' && !EUROS.test(typed);
  return (
    <TextField
      size="small"
      label={label}
      {...(help ? { helperText: help } : {})}
      value={typed}
      error={wrong}
      disabled={disabled}
      onChange={({ target }) => {
        const text = target.value.replace(/\s/g, '');
        setTyped(text);
        if (text === '') onSay(null);
        else if (EUROS.test(text)) onSay(Math.round(Number(text.replace(',', '.')) * 100));
      }}
      slotProps={{
        htmlInput: { inputMode: 'decimal' },
        input: { endAdornment: <InputAdornment position="end">€</InputAdornment> },
      }}
    />
  );
};
