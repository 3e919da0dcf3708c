import { Button, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { Auditors } from './Auditors.tsx';
import { type Fieldwork, FieldworkBoard } from './cockpit.graphql.ts';
import { Figures } from './Figures.tsx';
import { Places } from './Places.tsx';
import { Weeks } from './Weeks.tsx';

/** Where fieldwork stands: what is late, what waits for a decision, week by week, place by place. */
export const CockpitPage = () => (
  <EditionPage resource="cockpit" title="room.cockpit.title" tabs={false}>
    {(edition) => <CockpitOf key={edition.id} edition={edition} />}
  </EditionPage>
);

const CockpitOf = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const { data, error, refetch } = useQuery({
    queryKey: ['cockpit', edition.id],
    queryFn: ({ signal }) => run(FieldworkBoard, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { fieldworkProgress: fieldwork } = data;
  if (fieldwork.planned === 0 && fieldwork.recorded === 0)
    return (
      <Card>
        <Empty title={translate('room.cockpit.none')} more={translate('room.cockpit.noneMore')}>
          <Button variant="outlined" component={Link} to={`${basename}/plan`}>
            {translate('room.cockpit.toPlan')}
          </Button>
        </Empty>
      </Card>
    );
  return (
    <>
      <Headline fieldwork={fieldwork} />
      <Figures fieldwork={fieldwork} />
      <Weeks edition={edition} weeks={fieldwork.weeks} />
      <Auditors edition={edition} auditors={fieldwork.auditors} />
      <Places edition={edition} places={fieldwork.places} />
    </>
  );
};

/** The state of things in two sentences: how much is done, and when the rest would be. */
const Headline = ({ fieldwork }: { readonly fieldwork: Fieldwork }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { planned, recorded, validated, remaining, recent, endsOn, plannedTo } = fieldwork;
  const counts = { validated: format.number(validated), recorded: format.number(recorded) };
  const done =
    planned > 0
      ? translate('room.cockpit.done', { ...counts, planned: format.number(planned), smart_count: validated })
      : translate('room.cockpit.doneUnplanned', { ...counts, smart_count: validated });
  const days = endsOn && plannedTo ? daysBetween(plannedTo, endsOn) : 0;
  const end = translate(endsOn ? 'room.cockpit.endsOn' : 'room.cockpit.noPace', {
    ...{ day: format.day(endsOn), remaining: format.number(remaining), smart_count: remaining },
    recent: format.number(recent),
  });
  const gap =
    endsOn &&
    translate(days > 0 ? 'room.cockpit.after' : 'room.cockpit.onTime', {
      ...{ smart_count: Math.abs(days), day: format.day(plannedTo) },
    });
  return (
    <Typography component="p" variant="h3" sx={{ mb: 4, fontWeight: 400 }}>
      {[done, remaining > 0 && end, remaining > 0 && gap].filter(Boolean).join(' ')}
    </Typography>
  );
};

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
