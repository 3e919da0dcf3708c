import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import {
  Box,
  Button,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
  useTheme,
} from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { csvOf, download } from '../kernel/csv.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Hidden } from '../kernel/Hidden.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { Fieldwork } from './cockpit.graphql.ts';

type Week = Fieldwork['weeks'][number];

interface WeeksProps {
  readonly edition: EditionInForce;
  readonly weeks: readonly Week[];
}

/** How much of the main colour each shade has, in per cent: its figures stay readable on the last, light or dark. */
const heat = [0, 12, 24, 36] as const;

const channels = ['PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL', 'RECEPTION'] as const;

/** A channel a line, a week a column: what was done of what was planned, the darker the fuller. A real table. */
export const Weeks = ({ edition, weeks }: WeeksProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const mondays = [...new Set(weeks.map(({ monday }) => monday))].sort();
  const shown = channels.filter((channel) => weeks.some((week) => week.channel === channel));
  const at = (channel: string, monday: string) =>
    weeks.find((week) => week.channel === channel && week.monday === monday) ?? null;
  const save = () => {
    const columns = [
      { label: translate('room.cockpit.week'), value: ({ monday }: Week) => monday },
      {
        label: translate('room.cockpit.channel'),
        value: ({ channel }: Week) => translate(`enum.ChannelCode.${channel}`),
      },
      ...(['planned', 'done', 'validated', 'late'] as const).map((each) => ({
        label: translate(`room.cockpit.head.${each}`),
        value: (week: Week) => week[each],
      })),
    ];
    download(
      csvOf(weeks, columns, (label) => label),
      `barometre-${edition.year}-terrain-semaines.csv`,
    );
  };
  return (
    <Section
      flush
      title={translate('room.cockpit.byWeek')}
      aside={
        <Button color="inherit" variant="outlined" startIcon={<FileDownloadOutlined />} onClick={save}>
          {translate('list.export')}
        </Button>
      }
    >
      <Table size="small" sx={{ '& td, & th': { fontVariantNumeric: 'tabular-nums' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.cockpit.channel')}</TableCell>
            {mondays.map((monday) => (
              <TableCell key={monday} align="center" sx={{ whiteSpace: 'nowrap' }}>
                {format.shortDay(monday)}
              </TableCell>
            ))}
            <TableCell align="right">{translate('room.cockpit.total')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((channel) => (
            <TableRow key={channel}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {translate(`enum.ChannelCode.${channel}`)}
              </TableCell>
              {mondays.map((monday) => (
                <Cell key={monday} week={at(channel, monday)} channel={channel} monday={monday} />
              ))}
              <TableCell align="right" sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
                <Ratio {...totalOf(weeks.filter((week) => week.channel === channel))} />
              </TableCell>
            </TableRow>
          ))}
          <TableRow>
            <TableCell component="th" scope="row">
              {translate('room.cockpit.total')}
            </TableCell>
            {mondays.map((monday) => (
              <TableCell key={monday} align="center" sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
                <Ratio {...totalOf(weeks.filter((week) => week.monday === monday))} />
              </TableCell>
            ))}
            <TableCell align="right" sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
              <Ratio {...totalOf(weeks)} />
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
      <Typography variant="body2" sx={{ color: 'text.secondary', px: 5, py: 3 }}>
        {translate('room.cockpit.legend')}
      </Typography>
    </Section>
  );
};

const totalOf = (weeks: readonly Week[]) => ({
  done: weeks.reduce((sum, { done }) => sum + done, 0),
  planned: weeks.reduce((sum, { planned }) => sum + planned, 0),
});

interface CellProps {
  readonly week: Week | null;
  readonly channel: string;
  readonly monday: string;
}

/** What was done of what was planned, and the way to the tests of that week. */
const Cell = ({ week, channel, monday }: CellProps) => {
  const translate = useTranslate();
  const basename = useBasename();
  const { palette } = useTheme();
  if (!week) return <TableCell align="center" />;
  const { done, planned, late } = week;
  const share = planned === 0 ? 1 : Math.min(1, done / planned);
  const shade = done === 0 ? 0 : Math.max(1, Math.ceil(share * 3));
  const sunday = new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10);
  const filter = encodeURIComponent(JSON.stringify({ channel, from: monday, to: sunday }));
  return (
    <TableCell
      align="center"
      sx={{
        bgcolor: `color-mix(in srgb, ${palette.tokens.primary} ${heat[shade] ?? 0}%, transparent)`,
        ...(late > 0 ? { boxShadow: `inset 0 -3px 0 ${palette.warning.main}` } : {}),
      }}
    >
      <Link
        component={RouterLink}
        to={`${basename}/${done > 0 || planned === 0 ? 'audit' : 'assignment'}?filter=${filter}`}
        color="inherit"
        underline="hover"
        // What is hidden stays within the table that scrolls.
        sx={{ position: 'relative' }}
      >
        <span aria-hidden>
          <Ratio done={done} planned={planned} />
        </span>
        <Hidden>
          {translate('room.cockpit.cell', {
            ...{ done, planned, late, smart_count: late, channel: translate(`enum.ChannelCode.${channel}`) },
          })}
        </Hidden>
      </Link>
    </TableCell>
  );
};

const Ratio = ({ done, planned }: { readonly done: number; readonly planned: number }) => {
  const format = useFormat();
  return (
    <>
      {format.number(done)}
      {planned > 0 && (
        <Box component="span" sx={{ opacity: 0.8, fontWeight: 400 }}>
          {' '}
          / {format.number(planned)}
        </Box>
      )}
    </>
  );
};
