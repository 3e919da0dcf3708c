import { Alert, Box } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Empty } from '../kernel/states.tsx';
import { type AgendaMandate, ArrangeAgenda, type Meeting, type Verdict } from './agenda.graphql.ts';
import { departuresIn, fewestDepartures, recusedFrom } from './departures.ts';
import { ItemRow } from './ItemRow.tsx';
import { useDeparturesInWords } from './useDeparturesInWords.ts';

interface AgendaProps {
  readonly meeting: Meeting;
  readonly mandates: readonly AgendaMandate[];
  readonly verdicts: readonly Verdict[];
}

/** The agenda in its order: who leaves for each item, its quorum, and where it stands. */
export const Agenda = ({ meeting, mandates, verdicts }: AgendaProps) => {
  const translate = useTranslate();
  const { move, pending } = useMove(meeting);
  const { items, closedAt } = meeting;
  const waiting = items.filter(({ state, round }) => state === 'PENDING' && round === 1);
  return (
    <Section title={translate('room.agenda.agenda')} flush>
      {items.length === 0 && (
        <Empty
          title={translate('room.agenda.noItem')}
          more={translate(mandates.length > 0 ? 'room.agenda.noItemMore' : 'room.panel.noAwardMore')}
        />
      )}
      {waiting.length > 0 && <Why order={waiting.map(({ mandateId }) => mandateId)} verdicts={verdicts} />}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map((item, i) => (
          <ItemRow
            key={item.id}
            item={item}
            gone={recusedFrom(item, verdicts)}
            before={items[i - 1] ? recusedFrom(items[i - 1] as typeof item, verdicts) : []}
            up={closedAt || pending || !isAfter(waiting, item, 0) ? null : () => move(item.mandateId, -1)}
            down={closedAt || pending || !isBefore(waiting, item) ? null : () => move(item.mandateId, 1)}
          />
        ))}
      </Box>
    </Section>
  );
};

const placeOf = (waiting: Meeting['items'], { id }: Meeting['items'][number]): number =>
  waiting.findIndex((one) => one.id === id);

/** Whether an item that waits has others before it, which it may be taken before. */
const isAfter = (waiting: Meeting['items'], item: Meeting['items'][number], first: number): boolean =>
  placeOf(waiting, item) > first;

const isBefore = (waiting: Meeting['items'], item: Meeting['items'][number]): boolean => {
  const place = placeOf(waiting, item);
  return place >= 0 && place < waiting.length - 1;
};

/** How often someone leaves in this order, and whether another would do better. */
const Why = ({ order, verdicts }: { readonly order: readonly string[]; readonly verdicts: readonly Verdict[] }) => {
  const translate = useTranslate();
  const departuresInWords = useDeparturesInWords();
  const now = departuresIn(order, verdicts);
  const best = departuresIn(fewestDepartures(order, verdicts), verdicts);
  return (
    <Alert severity={now > best ? 'warning' : 'info'} sx={{ mx: 5, my: 3 }}>
      {departuresInWords(now)}{' '}
      {now > 0 && translate(now > best ? 'room.agenda.couldBe' : 'room.agenda.noneFewer', { smart_count: best })}
    </Alert>
  );
};

/** Takes an item before or after its neighbour. */
function useMove({ id, items }: Meeting) {
  const notify = useNotify();
  const refresh = useRefresh();
  const { mutate, isPending } = useMutation({
    mutationFn: (order: string[]) => run(ArrangeAgenda, { id, order }),
    onError: (error) => notify(`refusal.${codeIn(error)}`, { type: 'error' }),
    onSettled: () => refresh(),
  });
  const move = (mandateId: string, by: -1 | 1) => {
    const order = items.filter(({ state, round }) => state === 'PENDING' && round === 1).map((item) => item.mandateId);
    const from = order.indexOf(mandateId);
    order.splice(from, 1);
    order.splice(from + by, 0, mandateId);
    mutate(order);
  };
  return { move, pending: isPending };
}
