import Check from '@mui/icons-material/Check';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly more?: string;
}

/** One choice among a few, as large buttons: a real group of radio buttons, so that arrows move between them. */
export const Options = ({
  legend,
  name,
  value,
  options,
  onChange,
  tight = false,
}: {
  readonly legend: ReactNode;
  /** Apart from every other group of the page. */
  readonly name: string;
  readonly value: string | null | undefined;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  /** Whether many stand side by side. */
  readonly tight?: boolean;
}) => (
  <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
    <Box component="legend" sx={{ p: 0, mb: 2, fontSize: '1rem', fontWeight: 650 }}>
      {legend}
    </Box>
    <Box
      sx={{
        display: 'grid',
        gap: tight ? 1.5 : 3,
        gridTemplateColumns: tight
          ? { xs: 'repeat(auto-fit, minmax(104px, 1fr))', sm: 'repeat(auto-fit, minmax(88px, 1fr))' }
          : { xs: '1fr', sm: 'repeat(auto-fit, minmax(220px, 1fr))' },
      }}
    >
      {options.map((option) => (
        <OptionButton
          key={option.value}
          name={name}
          option={option}
          checked={value === option.value}
          tight={tight}
          onChange={onChange}
        />
      ))}
    </Box>
  </Box>
);

const OptionButton = ({
  name,
  option: { value, label, more },
  checked,
  tight,
  onChange,
}: {
  readonly name: string;
  readonly option: Option;
  readonly checked: boolean;
  readonly tight: boolean;
  readonly onChange: (value: string) => void;
}) => (
  <Box
    component="label"
    sx={({ palette: { tokens } }) => ({
      position: 'relative',
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'center',
      minHeight: tight ? 48 : 72,
      px: tight ? 1 : 5,
      py: tight ? 1 : 3,
      textAlign: tight ? 'center' : 'left',
      cursor: 'pointer',
      borderRadius: 1,
      border: `1px solid ${checked ? tokens.primary : `${tokens.muted}B3`}`,
      boxShadow: checked ? `inset 0 0 0 2px ${tokens.primary}` : 'none',
      backgroundColor: checked ? `${tokens.primary}14` : tokens.paper,
      fontSize: tight ? '0.9375rem' : '1.25rem',
      fontWeight: checked ? 700 : 600,
      lineHeight: 1.25,
      '&:focus-within': { outline: `2px solid ${tokens.primary}`, outlineOffset: 2 },
    })}
  >
    <input
      type="radio"
      name={name}
      value={value}
      checked={checked}
      onChange={() => onChange(value)}
      style={{
        position: 'absolute',
        inset: 0,
        opacity: 0,
        width: '100%',
        height: '100%',
        margin: 0,
        cursor: 'pointer',
      }}
    />
    <span>
      {checked && <Check aria-hidden sx={{ fontSize: '1.1em', verticalAlign: '-0.15em', mr: 1 }} />}
      {label}
    </span>
    {more && (
      <Box component="span" sx={{ mt: 1, fontSize: '0.875rem', fontWeight: 400, color: 'text.secondary' }}>
        {more}
      </Box>
    )}
  </Box>
);
