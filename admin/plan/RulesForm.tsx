import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading } from '../kernel/states.tsx';
import { useAct } from '../kernel/useAct.ts';
import { PlanRulesNow, type Rules, SavePlanRules } from './plan.graphql.ts';

interface RulesFormProps {
  readonly edition: EditionInForce;
  readonly open: boolean;
}

/** The rules of the plan, as a form. */
export const RulesForm = ({ edition, open }: RulesFormProps) => {
  const { data } = useQuery({
    queryKey: ['plan', 'rules', edition.id],
    queryFn: ({ signal }) => run(PlanRulesNow, { editionId: edition.id }, signal),
  });
  if (!data) return <Loading />;
  return <Form key={data.planRules.version} edition={edition} open={open} rules={data.planRules} />;
};

const NUMBERS = [
  'weekMost',
  'structureShare',
  'structureGap',
  'auditorLockOut',
  'scenarioLockOut',
  'personaLockOut',
  'weekExcess',
] as const;

const Form = ({ edition, open, rules }: RulesFormProps & { readonly rules: Rules }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [said, setSaid] = useState(rules);
  const { act, pending, refusal } = useAct(['plan']);
  const save = async () => {
    const { version, ...input } = { ...said, closedDays: said.closedDays.filter(Boolean) };
    if (await act(SavePlanRules, { editionId: edition.id, version, input }))
      notify('room.planning.saved', { type: 'success' });
  };
  const own = said.targets.filter(({ categoryCode }) => categoryCode === null);
  return (
    <Section title={translate('room.planning.rules')}>
      <Typography sx={{ maxWidth: 720, mb: 4 }}>{translate('room.planning.rulesMore')}</Typography>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {refusal}
        </Alert>
      )}
      <Typography component="h3" variant="h4" sx={{ mb: 3 }}>
        {translate('room.planning.targets')}
      </Typography>
      <Box sx={grid}>
        {own.map(({ channel, tests }) => (
          <TextField
            key={channel}
            type="number"
            label={translate(`enum.ChannelCode.${channel}`)}
            value={tests}
            disabled={!open}
            onChange={({ target }) =>
              setSaid({
                ...said,
                targets: said.targets.map((each) =>
                  each.channel === channel && each.categoryCode === null
                    ? { ...each, tests: Number(target.value) }
                    : each,
                ),
              })
            }
            slotProps={{ htmlInput: { min: 0, max: 20 } }}
          />
        ))}
      </Box>
      <Typography component="h3" variant="h4" sx={{ mt: 5, mb: 3 }}>
        {translate('room.planning.limits')}
      </Typography>
      <Box sx={grid}>
        {NUMBERS.map((field) => (
          <TextField
            key={field}
            type="number"
            label={translate(`room.planning.field.${field}`)}
            helperText={translate(`room.planning.help.${field}`)}
            value={said[field] ?? ''}
            disabled={!open}
            onChange={({ target }) =>
              setSaid({ ...said, [field]: target.value === '' && field === 'weekExcess' ? null : Number(target.value) })
            }
            slotProps={{ htmlInput: { min: 0 } }}
          />
        ))}
      </Box>
      <TextField
        fullWidth
        label={translate('room.planning.field.closedDays')}
        helperText={translate('room.planning.help.closedDays')}
        value={said.closedDays.join(', ')}
        disabled={!open}
        onChange={({ target }) =>
          setSaid({
            ...said,
            closedDays: target.value
              .split(',')
              .map((day) => day.trim())
              .filter((day, i, all) => day !== '' || i === all.length - 1),
          })
        }
        sx={{ mt: 4 }}
      />
      {open && (
        <Button variant="contained" disabled={pending || said === rules} onClick={() => void save()} sx={{ mt: 4 }}>
          {translate('room.planning.save')}
        </Button>
      )}
    </Section>
  );
};

const grid = { display: 'grid', gap: 4, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' };
