import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { readContent } from '../../server/collect/content.rules.ts';
import { useFormat } from '../kernel/format.ts';
import type { Submission } from './submission.graphql.ts';

/** A test as it was sent: what was answered, what happened on both clocks, what was said, what cannot stand. */
export const SentContent = ({ submission }: { readonly submission: Submission }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { content } = readContent(submission.content);
  const faults = new Map(submission.faults.map(({ place, reason }) => [place, reason]));
  const places = [...new Set([...Object.keys(content.answers), ...faults.keys()])];
  const said = (place: string) => {
    const answer = content.answers[place];
    if (!answer) return '–';
    return 'absence' in answer ? translate(`enum.Absence.${answer.absence}`) : answer.value;
  };
  return (
    <>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('field.criterion')}</TableCell>
            <TableCell>{translate('field.value')}</TableCell>
            <TableCell>{translate('room.submission.fault')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {places.map((place) => (
            <TableRow key={place}>
              <TableCell>{place}</TableCell>
              <TableCell>{said(place)}</TableCell>
              <TableCell>{faults.has(place) ? translate(`enum.FaultReason.${faults.get(place)}`) : ''}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {submission.events.length > 0 && (
        <Box component="ul" sx={{ m: 0 }}>
          {submission.events.map(({ kind, at, deviceAt, motive }) => (
            <li key={`${kind} ${at}`}>
              {translate(`enum.EventKind.${kind}`)} : {format.instant(at)}
              {at !== deviceAt && ` (${translate('room.submission.device', { at: format.instant(deviceAt) })})`}
              {motive && ` ${motive}`}
            </li>
          ))}
        </Box>
      )}
      {Object.entries(content.verbatims).map(([place, text]) => (
        <Typography key={place} variant="body2" sx={{ whiteSpace: 'pre-wrap' }}>
          {place && <strong>{place} : </strong>}
          {text}
        </Typography>
      ))}
      {submission.flagged.length > 0 && (
        <Typography variant="body2" sx={{ color: 'warning.main' }}>
          {translate('room.submission.flagged', { texts: submission.flagged.map(({ text }) => text).join(', ') })}
        </Typography>
      )}
    </>
  );
};
