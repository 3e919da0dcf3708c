import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Empty } from '../kernel/states.tsx';
import { itemBefore } from './item.ts';
import type { Item, Meeting } from './meeting.graphql.ts';

const tones = {
  PENDING: 'muted',
  OPEN: 'primary',
  COUNTED: 'info',
  DECIDED: 'success',
  CONTINUED: 'muted',
  VOID: 'warning',
} as const;

/** The agenda, in its order; where one leaves the room is said beforehand. */
export const Agenda = ({ meeting }: { readonly meeting: Meeting }) => {
  const translate = useTranslate();
  const before = itemBefore(meeting);
  const { items } = meeting;
  return (
    <Section title={translate('meeting.agenda')}>
      {items.length === 0 && <Empty more={translate('meeting.agendaEmpty')} />}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map((item) => (
          <Line key={item.id} item={item} current={item.id === before?.id} checked={meeting.tiesChecked !== false} />
        ))}
      </Box>
    </Section>
  );
};

interface LineProps {
  readonly item: Item;
  readonly current: boolean;
  /** Whether staff checked the ties of whoever looks: until then nothing is open to them. */
  readonly checked: boolean;
}

const Line = ({ item, current, checked }: LineProps) => {
  const translate = useTranslate();
  const { label, position, round, state, recused } = item;
  return (
    <Box
      component="li"
      {...(current ? { 'aria-current': 'step' as const } : {})}
      sx={{ display: 'flex', gap: 2.5, py: 2, '& + &': { borderTop: 1, borderColor: 'divider' } }}
    >
      <Box sx={{ minWidth: 20, fontWeight: 700, fontVariantNumeric: 'tabular-nums' }}>{position}</Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: current ? 700 : 400 }}>{label}</Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          <Tag tone={tones[state]} label={translate(`enum.ItemState.${state}`)} />
          {round > 1 && <Tag label={translate('meeting.round', { round })} />}
          {recused && state !== 'DECIDED' && (
            <Tag tone="warning" label={translate(checked ? 'meeting.youLeave' : 'meeting.youWait')} />
          )}
        </Box>
      </Box>
    </Box>
  );
};
