import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { CriterionRow } from './CriterionRow.tsx';
import type { Channel, Criterion, Grid } from './grid.graphql.ts';
import { totalOf } from './weights.ts';

/** One channel: its criteria under the steps of the journey, each with what it is worth within the channel. */
export const ChannelSection = ({
  channel,
  steps,
  onOpen,
}: {
  readonly channel: Channel;
  readonly steps: Grid['steps'];
  readonly onOpen: (criterion: Criterion) => void;
}) => {
  const translate = useTranslate();
  const total = totalOf(channel.criteria);
  const heaviest = Math.max(...channel.criteria.map(({ weight }) => Number(weight)));
  const used = steps.filter(({ id }) => channel.criteria.some(({ step }) => step.id === id));
  return (
    <Box id={`channel-${channel.id}`}>
      <Section title={channel.label} flush aside={channel.optional && <Tag label={translate('room.grid.optional')} />}>
        {used.map((step) => (
          <Box key={step.id} sx={{ '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            <Typography
              component="h3"
              variant="caption"
              sx={{ px: 5, pt: 3, pb: 1, display: 'block', fontWeight: 600, color: 'text.secondary' }}
            >
              {step.label}
            </Typography>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pb: 2 }}>
              {channel.criteria
                .filter((criterion) => criterion.step.id === step.id)
                .map((criterion) => (
                  <CriterionRow
                    key={criterion.id}
                    criterion={criterion}
                    total={total}
                    heaviest={heaviest}
                    onOpen={() => onOpen(criterion)}
                  />
                ))}
            </Box>
          </Box>
        ))}
      </Section>
    </Box>
  );
};
