import { Checkbox, FormControl, FormControlLabel, FormGroup, FormLabel } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Part } from './configuration.graphql.ts';

interface PartChoiceProps {
  readonly open: readonly Part[];
  readonly chosen: readonly Part[];
  readonly onChange: (parts: readonly Part[]) => void;
}

/** Which parts of a configuration are taken. */
export const PartChoice = ({ open, chosen, onChange }: PartChoiceProps) => {
  const translate = useTranslate();
  return (
    <FormControl component="fieldset" sx={{ mt: 4, display: 'block' }}>
      <FormLabel component="legend">{translate('room.configuration.parts')}</FormLabel>
      <FormGroup row>
        {open.map((part) => (
          <FormControlLabel
            key={part}
            control={
              <Checkbox
                checked={chosen.includes(part)}
                onChange={(_, on) => onChange(on ? [...chosen, part] : chosen.filter((each) => each !== part))}
              />
            }
            label={translate(`enum.ConfigurationPart.${part}`)}
          />
        ))}
      </FormGroup>
    </FormControl>
  );
};
