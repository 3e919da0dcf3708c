import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { policies } from './settings.ts';
import type { Policy } from './simulate.ts';

interface PolicySelectProps<P extends Policy | ''> {
  /** What it is about, for those who do not see where it stands. */
  readonly label: string;
  readonly value: P;
  readonly disabled?: boolean;
  /** The words of leaving it to the grid, when that may be chosen. */
  readonly asGrid?: string;
  readonly onChange: (value: P) => void;
}

/** One of the four policies; or none, when the grid may speak for itself. */
export const PolicySelect = <P extends Policy | ''>(props: PolicySelectProps<P>) => {
  const translate = useTranslate();
  const { label, value, disabled = false, asGrid, onChange } = props;
  return (
    <TextField
      select
      value={value}
      disabled={disabled}
      onChange={({ target }) => onChange(target.value as P)}
      slotProps={{
        select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': label } },
      }}
    >
      {asGrid !== undefined && <MenuItem value="">{asGrid}</MenuItem>}
      {policies.map((policy) => (
        <MenuItem key={policy} value={policy}>
          {translate(`enum.AbsencePolicy.${policy}`)}
        </MenuItem>
      ))}
    </TextField>
  );
};
