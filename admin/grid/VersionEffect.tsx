import ArrowForward from '@mui/icons-material/ArrowForward';
import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Hidden } from '../kernel/Hidden.tsx';
import { Movement } from '../kernel/Movement.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { Effect } from './version.graphql.ts';

/** How many structures are shown: the others are counted. */
const SHOWN = 50;

/** The scores and ranks that adopting a version would move, the widest move first. */
export const VersionEffect = ({ effect: { changes } }: { readonly effect: Effect }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (changes.length === 0) return null;
  const byMove = changes.toSorted((a, b) => moveOf(b) - moveOf(a));
  return (
    <Section title={translate('room.version.scores')} flush>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('field.structure')}</TableCell>
            <TableCell align="right">{translate('room.preview.score')}</TableCell>
            <TableCell align="right">{translate('room.preview.rank')}</TableCell>
            <TableCell align="right">{translate('room.preview.shift')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {byMove.slice(0, SHOWN).map(({ enrolment, scoreBefore, scoreAfter, rankBefore, rankAfter }) => (
            <TableRow key={enrolment.id}>
              <TableCell>
                {enrolment.structure.name}
                <Typography sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
                  {enrolment.category.label}
                </Typography>
              </TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                <Became before={format.number(scoreBefore, 2)} after={format.number(scoreAfter, 2)} />
              </TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                <Became before={format.number(rankBefore)} after={format.number(rankAfter)} />
              </TableCell>
              <TableCell align="right">
                <Movement before={rankBefore} after={rankAfter} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {changes.length > SHOWN && (
        <Typography sx={{ px: 5, py: 3, fontSize: '0.8125rem', color: 'text.secondary' }}>
          {translate('room.version.others', {
            count: format.number(changes.length - SHOWN),
            smart_count: changes.length - SHOWN,
          })}
        </Typography>
      )}
    </Section>
  );
};

/** What it was, then what it becomes. */
const Became = ({ before, after }: { readonly before: string; readonly after: string }) => {
  const translate = useTranslate();
  if (before === after) return after;
  return (
    <>
      <Box component="span" sx={{ color: 'text.secondary', display: { xs: 'block', sm: 'inline' } }}>
        {before}
      </Box>
      <ArrowForward
        aria-hidden
        sx={{ mx: 1.5, fontSize: 14, verticalAlign: '-2px', display: { xs: 'none', sm: 'inline' } }}
      />
      <Hidden>{translate('room.version.becomes')}</Hidden>
      <Box component="span" sx={{ fontWeight: 600 }}>
        {after}
      </Box>
    </>
  );
};

/** How far a score moves, in points; one that appears or disappears comes first. Only to put them in order. */
const moveOf = ({ scoreBefore, scoreAfter }: Effect['changes'][number]): number =>
  scoreBefore === null || scoreAfter === null ? 1000 : Math.abs(Number(scoreAfter) - Number(scoreBefore));
