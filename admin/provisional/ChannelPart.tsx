import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Channel, Criterion } from './provisional.graphql.ts';

interface ChannelPartProps {
  readonly channel: Channel;
  /** The codes of what is contested already. */
  readonly contested: ReadonlySet<string>;
  /** Null when nothing can be contested any more. */
  readonly onContest: ((criterion: Criterion) => void) | null;
}

/** One channel: what was observed on each criterion, what it earns, and the way to contest it. */
export const ChannelPart = ({ channel, contested, onContest }: ChannelPartProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const points = usePoints();
  const { label, score, part, criteria } = channel;
  return (
    <Section title={translate('provisional.channel', { label, score: format.score(score) })}>
      {part && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
          {translate('provisional.channelPart', { points: points(part) })}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {criteria.map((criterion) => (
          <Line
            key={criterion.code}
            criterion={criterion}
            contested={contested.has(criterion.code)}
            onContest={onContest && (() => onContest(criterion))}
          />
        ))}
      </Box>
    </Section>
  );
};

interface LineProps {
  readonly criterion: Criterion;
  readonly contested: boolean;
  readonly onContest: (() => void) | null;
}

const Line = ({ criterion, contested, onContest }: LineProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const points = usePoints();
  const { label, score, part, missing, observations } = criterion;
  const seen = observations.map(({ said, count }) =>
    count === 1 ? said : translate('provisional.times', { said, smart_count: count }),
  );
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'grid', columnGap: 4, rowGap: 1, py: 3, borderTop: 1, borderColor: 'divider' },
        gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 1fr) 72px 132px' },
        alignItems: 'center',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{label}</Typography>
        <Typography variant="body2">
          {translate('provisional.observed')} : {seen.join(' · ')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {part && `${translate('provisional.part')} ${points(part)}`}
          {missing && Number(missing) > 0 && ` · ${translate('provisional.missing')} ${points(missing)}`}
        </Typography>
      </Box>
      <Typography
        sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}
        aria-label={`${translate('provisional.criterionScore')} ${format.score(score)}`}
      >
        {format.score(score)}
      </Typography>
      <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, textAlign: { sm: 'right' } }}>
        {contested ? (
          <Tag label={translate('provisional.contested')} />
        ) : (
          onContest && (
            <Button
              variant="outlined"
              sx={{ minHeight: 44 }}
              aria-label={translate('provisional.contestOf', { label })}
              onClick={onContest}
            >
              {translate('provisional.contest')}
            </Button>
          )
        )}
      </Box>
    </Box>
  );
};

/** "12,5 points": two decimals at most, the plural from two. */
function usePoints(): (value: string) => string {
  const translate = useTranslate();
  const format = useFormat();
  return (value) =>
    translate('provisional.points', { smart_count: Math.floor(Number(value)), value: format.number(Number(value)) });
}
