import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNamesOf, Who } from '../../kernel/count/Who.tsx';
import { useFormat } from '../../kernel/format.ts';
import { standing } from '../item.ts';
import type { Item, Paper } from '../meeting.graphql.ts';
import { type BallotDraft, markKey, markOf } from './draft.ts';
import { placesIn } from './ranking.ts';

interface WrittenProps {
  readonly item: Item;
  readonly paper: Paper;
  readonly draft: BallotDraft;
}

/** What stands on a ballot, as it will be counted. */
export const Written = (props: WrittenProps) => {
  const translate = useTranslate();
  const { paper, draft } = props;
  if (paper.mode === 'RATIFY')
    return (
      <Typography sx={{ fontSize: '1.25rem', fontWeight: 650 }}>
        {translate(`ballot.opinion.${draft.opinion ?? 'FOR'}`)}
      </Typography>
    );
  if (paper.mode === 'RANK') return <WrittenRanking {...props} />;
  return paper.mode === 'SCORE' ? <WrittenMarks {...props} /> : <WrittenGrades {...props} />;
};

const WrittenRanking = ({ item, draft: { ranking } }: WrittenProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const namesOf = useNamesOf();
  const places = placesIn(ranking);
  const out = standing(item).filter(({ code }) => !places.has(code));
  return (
    <>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, fontSize: '1rem' }}>
        {ranking.map((equals) => (
          <li key={equals[0]}>
            <strong>{format.ordinal(places.get(equals[0] ?? '') ?? 1)}</strong>{' '}
            {format.list(namesOf(item.candidates, equals))}
          </li>
        ))}
      </Box>
      {out.length > 0 && (
        <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
          {translate('ballot.leftOut', {
            names: format.list(
              namesOf(
                item.candidates,
                out.map(({ code }) => code),
              ),
            ),
          })}
        </Typography>
      )}
    </>
  );
};

const WrittenGrades = ({ item, draft: { grades } }: WrittenProps) => {
  const translate = useTranslate();
  return (
    <Table size="small">
      <TableBody>
        {standing(item).map((candidate) => (
          <TableRow key={candidate.code}>
            <TableCell component="th" scope="row">
              <Who of={candidate} />
            </TableCell>
            <TableCell>
              {grades[candidate.code] ? translate(`enum.Grade.${grades[candidate.code]}`) : translate('ballot.noGrade')}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

const WrittenMarks = ({ item, paper: { criteria, scale }, draft: { marks } }: WrittenProps) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('meeting.candidate')}</TableCell>
            {criteria.map(({ code, label }) => (
              <TableCell key={code} align="right">
                {label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {standing(item).map((candidate) => (
            <TableRow key={candidate.code}>
              <TableCell component="th" scope="row">
                <Who of={candidate} />
              </TableCell>
              {criteria.map(({ code }) => (
                <TableCell key={code} align="right">
                  {format.number(markOf(marks[markKey(candidate.code, code)] ?? ''))} / {scale}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
