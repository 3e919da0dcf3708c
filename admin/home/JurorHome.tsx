import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import { Box, Card, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { type OwnSeat, useSeats } from '../kernel/seats.ts';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { type Task, Todo } from './Todo.tsx';

/** What waits for a juror, panel by panel, and what they accepted. */
export const JurorHome = () => {
  const translate = useTranslate();
  const { all, seats, error, refetch } = useSeats();
  if (!all || !seats) return error ? <RefusedBy error={error} retry={refetch} /> : <Loading />;
  const elsewhere = [...new Set(all.filter((seat) => !seats.includes(seat)).map(({ year }) => year))];
  return (
    <>
      {seats.length === 0 && (
        <Card>
          <Empty title={translate('juror.noSeat')} more={translate('juror.noSeatMore')} />
        </Card>
      )}
      {seats.map((seat) => (
        <SeatTodo key={seat.jurorId} seat={seat} />
      ))}
      {elsewhere.map((year) => (
        <Typography key={year} sx={{ mt: 2 }}>
          <Link component={RouterLink} to={`/${year}/`}>
            {translate('juror.elsewhere', { year })}
          </Link>
        </Typography>
      ))}
    </>
  );
};

const SeatTodo = ({ seat }: { readonly seat: OwnSeat }) => {
  const translate = useTranslate();
  const format = useFormat();
  const tasks = useTasks(seat);
  const recused = seat.awards.filter((award) => award.recused).map(({ label }) => label);
  return (
    <>
      <Section title={seat.panel} flush>
        {tasks.length === 0 && (
          <Empty icon={TaskAltOutlined} title={translate('juror.ready')} more={translate('juror.readyMore')} />
        )}
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {tasks.map((task) => (
            <Todo key={task.title} task={task} />
          ))}
        </ul>
      </Section>
      {!seat.open && !seat.left.includes('SECOND_FACTOR') && (
        <Typography sx={{ mb: 4, color: 'text.secondary' }}>{translate('juror.notOpen')}</Typography>
      )}
      {recused.length > 0 && (
        <Typography sx={{ mb: 4 }}>
          {seat.tiesChecked
            ? translate('juror.recused', { awards: format.list(recused) })
            : translate('juror.unchecked')}
        </Typography>
      )}
      <Box component="details" sx={{ mb: 6 }}>
        <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600, minHeight: 44, py: 2 }}>
          {translate('juror.terms')}
        </Box>
        <Typography sx={{ whiteSpace: 'pre-line', maxWidth: 720 }}>{seat.terms}</Typography>
      </Box>
    </>
  );
};

function useTasks({ left, awards, meetings }: OwnSeat): Task[] {
  const translate = useTranslate();
  const format = useFormat();
  const open = awards.filter(({ recused }) => !recused);
  const toRead = open.reduce((sum, award) => sum + (award.filesDue ?? 0) - (award.opinionsGiven ?? 0), 0);
  const task = (name: string, to: string, count: number | null = null, urgent = false): Task => ({
    ...{ count, to, urgent },
    title: translate(`juror.todo.${name}`, { smart_count: count ?? 1 }),
    more: translate(`juror.todo.${name}More`),
  });
  return [
    ...(left.includes('SECOND_FACTOR') ? [task('second', '/profile', null, true)] : []),
    ...(left.includes('TIES') ? [task('ties', '/ties', null, true)] : []),
    ...(toRead > 0 ? [task('files', '/dossier', toRead)] : []),
    ...meetings
      .filter(({ closedAt }) => !closedAt)
      .map(({ id, label, startsAt, openedAt }) => ({
        ...{ count: null, to: `/meeting/${id}`, urgent: openedAt !== null },
        title: translate(openedAt ? 'juror.todo.held' : 'juror.todo.meeting', { label }),
        more: openedAt ? translate('juror.todo.heldMore') : format.instant(startsAt),
      })),
  ];
}
