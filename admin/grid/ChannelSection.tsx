import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { ChannelDialog } from './ChannelDialog.tsx';
import { CriterionRow } from './CriterionRow.tsx';
import type { Channel, Criterion, Grid } from './grid.graphql.ts';
import { useInForce } from './inForce.ts';
import { sharesOf } from './weights.ts';

interface ChannelSectionProps {
  readonly channel: Channel;
  readonly steps: Grid['steps'];
  readonly editable: boolean;
  readonly onOpen: (criterion: Criterion) => void;
}

/** One channel: its criteria under the steps of the journey, each with what it is worth within the channel. */
export const ChannelSection = ({ channel, steps, editable, onOpen }: ChannelSectionProps) => {
  const shares = sharesOf(channel.criteria, steps);
  const most = Math.max(...shares.values());
  const used = steps.filter(({ id }) => channel.criteria.some(({ step }) => step.id === id));
  return (
    <Box id={`channel-${channel.id}`}>
      <Section title={channel.label} flush aside={<Settings channel={channel} editable={editable} />}>
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
                    siblings={channel.criteria}
                    share={shares.get(criterion.id) ?? 0}
                    most={most}
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

/** What is particular to the channel, in words, and the door to change it. */
const Settings = ({ channel, editable }: Pick<ChannelSectionProps, 'channel' | 'editable'>) => {
  const translate = useTranslate();
  const { ofChannel } = useInForce();
  const [open, setOpen] = useState(false);
  const apart = channel.compared ? 'room.settings.inOverall' : 'room.grid.optional';
  return (
    <>
      {channel.optional && <Tag label={translate(apart)} />}
      {ofChannel(channel).map((words) => (
        <Tag key={words} label={words} />
      ))}
      {editable && (
        <Button
          variant="outlined"
          size="small"
          aria-label={translate('room.settings.channelEditOf', { channel: channel.label })}
          onClick={() => setOpen(true)}
        >
          {translate('room.settings.channelEdit')}
        </Button>
      )}
      {open && <ChannelDialog channel={channel} onClose={() => setOpen(false)} />}
    </>
  );
};
