import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { BENDABLE } from './bends.ts';
import { CountField } from './CountField.tsx';
import { GRID, type PartProps } from './RulesForm.tsx';

/** What it costs to bend each rule by a step: when rules clash, the cheapest way out is looked for. */
export const BendsFields = ({ said, open, say }: PartProps) => {
  const translate = useTranslate();
  return (
    <Box sx={{ ...GRID, '& label::first-letter': { textTransform: 'uppercase' } }}>
      {BENDABLE.map((rule) => (
        <CountField
          key={rule}
          label={translate(`room.planning.name.${rule}`)}
          help={translate(`room.planning.step.${rule}`)}
          hint={translate('room.planning.never')}
          value={said.costs.find((line) => line.rule === rule)?.cost ?? null}
          most={1000}
          disabled={!open}
          onSay={(cost) => {
            const others = said.costs.filter((line) => line.rule !== rule);
            say({ costs: cost ? [...others, { rule, cost }] : others });
          }}
        />
      ))}
    </Box>
  );
};
