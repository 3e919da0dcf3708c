import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Group } from '../kernel/record/Group.tsx';
import { absences, type Draft, needsFloor } from './draft.ts';
import { PolicySelect } from './PolicySelect.tsx';
import { TypedNumber } from './TypedNumber.tsx';
import type { GridRules } from './workshop.graphql.ts';

interface CriterionPoliciesProps {
  readonly grid: GridRules;
  readonly draft: Draft;
  readonly onChange: (more: Partial<Draft>) => void;
}

/** For all criteria at once, what each absence does; and how much must have been measured at all. */
export const CriterionPolicies = ({ grid, draft, onChange }: CriterionPoliciesProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const share = grid.minimumShare === null ? translate('room.policy.none') : format.percent(grid.minimumShare);
  return (
    <Group title={translate('room.policy.absences')}>
      <Typography variant="body2" sx={{ mb: 3, color: 'text.secondary' }}>
        {translate('room.policy.absencesMore')}
      </Typography>
      <Box
        sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(3, minmax(0, 1fr))' } }}
      >
        {absences.map((absence) => (
          <div key={absence}>
            <Box aria-hidden sx={{ mb: 1, fontSize: '0.8125rem', fontWeight: 600 }}>
              {translate(`enum.Absence.${absence}`)}
            </Box>
            <PolicySelect
              label={translate(`enum.Absence.${absence}`)}
              value={draft.absences[absence]}
              asGrid={translate('room.policy.asGrid')}
              onChange={(policy) => onChange({ absences: { ...draft.absences, [absence]: policy } })}
            />
          </div>
        ))}
        <TypedNumber
          name={translate('room.policy.minimumShare')}
          label={translate('room.policy.minimumShare')}
          help={translate('room.policy.minimumShareHelp', { share })}
          empty
          value={draft.minimumShare}
          onChange={(minimumShare) => onChange({ minimumShare })}
        />
        {needsFloor(draft) && (
          <TypedNumber
            name={translate('room.policy.criterionFloor')}
            label={translate('room.policy.criterionFloor')}
            value={draft.floor}
            onChange={(floor) => onChange({ floor })}
          />
        )}
      </Box>
    </Group>
  );
};
