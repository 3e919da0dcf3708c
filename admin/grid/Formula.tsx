import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Channel, Criterion, Grid } from './grid.graphql.ts';
import { plainly } from './WeightCell.tsx';

/** What a criterion is worth, in words: its weight in its step, that of the step in its channel, that of the channel. */
export const Formula = (props: {
  readonly grid: Grid;
  readonly channel: Channel;
  readonly criterion: Criterion;
  /** Its share of the overall score, in hundredths of a per cent; undefined for what stays out of it. */
  readonly units: number | undefined;
}) => {
  const { grid, channel, criterion, units } = props;
  const translate = useTranslate();
  const format = useFormat();
  const say = (key: string, more: object = {}) => translate(`room.editor.formula.${key}`, more);
  const number = (value: number | string) => format.number(typeof value === 'string' ? plainly(value) : value);
  const possible = channel.criteria.filter(({ bonus }) => !bonus);
  const total = (all: readonly { weight: string | null }[]) =>
    number(all.reduce((sum, { weight }) => sum + Math.round(Number(weight) * 10_000), 0) / 10_000);
  const weighing = grid.steps.filter(
    ({ id, weight }) => weight !== null && possible.some(({ step, weight }) => step.id === id && Number(weight) > 0),
  );
  const step = weighing.find(({ id }) => id === criterion.step.id);
  const counted = grid.channels.filter(({ optional, compared }) => !optional || compared);
  if (criterion.bonus) return <Line>{say('bonus', { weight: number(criterion.weight), total: total(possible) })}</Line>;
  const siblings = step ? possible.filter((each) => each.step.id === step.id) : possible;
  const parts = [
    say(step ? 'ofStep' : 'ofChannel', { weight: number(criterion.weight), total: total(siblings) }),
    ...(step ? [say('step', { weight: number(step.weight ?? '0'), total: total(weighing), step: step.label })] : []),
    ...(counted.includes(channel)
      ? [say('channel', { weight: number(channel.weight), total: total(counted), channel: channel.label })]
      : []),
  ];
  const share = units === undefined ? say('apart') : say('whole', { share: format.percent(units / 10_000, 2) });
  return (
    <Line>
      {parts.join(' × ')} = <strong>{share}</strong>
    </Line>
  );
};

const Line = ({ children }: { readonly children: React.ReactNode }) => (
  <Box
    sx={{
      bgcolor: 'background.default',
      borderRadius: 1,
      p: 3,
      fontSize: '0.875rem',
      fontVariantNumeric: 'tabular-nums',
    }}
  >
    {children}
  </Box>
);
