import { Box, Button } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Chip } from '../kernel/chips.tsx';
import { lookedAtTogether } from '../kernel/jury.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { PanelSheet, Progress } from './panel.graphql.ts';

const STATES = ['TO_CONFIRM', 'CERTAIN', 'DECLARED', 'DISMISSED'] as const;

/** How many conflicts stand, by state, and the way to the page where they are looked at. */
export const ConflictSummary = ({
  panel,
  progress,
}: {
  readonly panel: PanelSheet;
  readonly progress: Progress | undefined;
}) => {
  const translate = useTranslate();
  const basename = useBasename();
  if (!progress) return null;
  const { conflicts } = progress;
  const unchecked = panel.jurors.filter(({ state, tiesCheckedAt }) => state === 'ACCEPTED' && !tiesCheckedAt).length;
  return (
    <Section
      title={translate('room.conflict.title')}
      aside={
        <Button size="small" component={Link} to={`${basename}/conflict?panel=${panel.id}`}>
          {translate('room.conflict.open')}
        </Button>
      }
    >
      {conflicts.length === 0 && <p style={{ margin: 0 }}>{translate('room.conflict.noneFound')}</p>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 2 }}>
        {STATES.map((state) => ({
          state,
          count: lookedAtTogether(conflicts.filter((one) => one.state === state)).length,
        }))
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <Box key={state} component="span" sx={{ display: 'inline-flex', gap: 2, alignItems: 'center' }}>
              <strong>{count}</strong> <Chip of="ConflictState" value={state} />
            </Box>
          ))}
      </Box>
      {unchecked > 0 && (
        <Box sx={{ mt: 3, color: 'warning.main', fontSize: '0.875rem' }}>
          {translate('room.conflict.unchecked', { smart_count: unchecked })}
        </Box>
      )}
    </Section>
  );
};
