import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';
import { type Count, inOrder } from './count.ts';
import { Gauge } from './Gauge.tsx';
import { type Candidates, Who, whoOf } from './Who.tsx';

const SEVEN = ['EXCELLENT', 'VERY_GOOD', 'GOOD', 'FAIRLY_GOOD', 'PASSABLE', 'INSUFFICIENT', 'REJECT'];

/** The majority grade of each candidate, and how many gave each grade. */
export const Grades = ({
  candidates,
  count,
}: {
  readonly candidates: Candidates;
  readonly count: Extract<Count, { mode: 'MAJORITY_JUDGMENT' }>;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const scale = SEVEN.slice(SEVEN.length - (count.merits[0]?.profile.length ?? SEVEN.length));
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('result.grades')}>
      <Table
        size="small"
        sx={{ '& tbody tr:last-of-type > *': { borderBottom: 0 }, '& td': { fontVariantNumeric: 'tabular-nums' } }}
      >
        <caption style={{ captionSide: 'top', paddingTop: 0 }}>{translate('result.grades')}</caption>
        <TableHead>
          <TableRow>
            <TableCell>{translate('result.place')}</TableCell>
            <TableCell>{translate('meeting.candidate')}</TableCell>
            <TableCell>{translate('result.majorityGrade')}</TableCell>
            <TableCell>{translate('result.gauge')}</TableCell>
            {scale.map((grade) => (
              <TableCell key={grade} align="center">
                {translate(`enum.Grade.${grade}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {inOrder(count.places).map(({ candidate, place }) => {
            const merit = count.merits.find((each) => each.candidate === candidate);
            return (
              <TableRow key={candidate}>
                <TableCell>{format.ordinal(place)}</TableCell>
                <TableCell component="th" scope="row" sx={{ minWidth: 140 }}>
                  <Who of={whoOf(candidates, candidate)} />
                </TableCell>
                <TableCell sx={{ fontWeight: 700 }}>
                  {merit?.majorityGrade ? translate(`enum.Grade.${merit.majorityGrade}`) : '—'}
                </TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  {merit && <Gauge profile={merit.profile} />}
                  {merit && translate('result.gaugeOf', { better: merit.better, worse: merit.worse })}
                </TableCell>
                {scale.map((grade, i) => (
                  <TableCell
                    key={grade}
                    align="center"
                    sx={grade === merit?.majorityGrade ? { fontWeight: 700, bgcolor: 'action.selected' } : {}}
                  >
                    {merit?.profile[i] ?? 0}
                  </TableCell>
                ))}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Box>
  );
};
