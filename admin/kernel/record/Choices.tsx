import { ToggleButton, ToggleButtonGroup } from '@mui/material';

/** A few things of which one is looked at, side by side; on a phone they wrap. */
export const Choices = <Id extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string;
  readonly choices: readonly { readonly id: Id; readonly name: string }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}) => (
  <ToggleButtonGroup
    exclusive
    size="small"
    aria-label={label}
    value={value}
    onChange={(_, id: Id | null) => id !== null && onChange(id)}
    sx={{
      mb: 4,
      gap: 1,
      flexWrap: 'wrap',
      '& .MuiToggleButton-root': { m: 0, border: 1, borderColor: 'divider', borderRadius: 1 },
    }}
  >
    {choices.map(({ id, name }) => (
      <ToggleButton
        key={id}
        value={id}
        sx={{ px: 3, textTransform: 'none', '@media (pointer: coarse)': { minHeight: 44 } }}
      >
        {name}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
