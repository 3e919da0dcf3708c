import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { type RaRecord, useBasename, useGetManyReference, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Loading } from '../kernel/states.tsx';

/** What this page reads of a test; the room of audits asks for it. */
interface Test extends RaRecord<string> {
  readonly reference: string;
  readonly performedOn: string;
  readonly state: string;
  readonly channel: { readonly code: string };
}

/** The tests the score rests on, and those that do not count. */
export const TestsOf = () => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const enrolment = useRecordContext();
  const { data, isPending } = useGetManyReference<Test>('audit', {
    target: 'enrolmentId',
    id: enrolment?.id ?? '',
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'performedOn', order: 'ASC' },
  });
  return (
    <Section flush title={translate('room.sheet.tests')}>
      {isPending && <Loading />}
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ p: 5, color: 'text.secondary' }}>
          {translate('room.sheet.noTest')}
        </Typography>
      )}
      {data && data.length > 0 && (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('field.reference')}</TableCell>
              <TableCell>{translate('field.channel')}</TableCell>
              <TableCell>{translate('field.performedOn')}</TableCell>
              <TableCell>{translate('field.state')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map(({ id, reference, channel, performedOn, state }) => (
              <TableRow key={id}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <Link to={`${basename}/audit/${id}/show`}>{reference}</Link>
                </TableCell>
                <TableCell>{translate(`enum.ChannelCode.${channel.code}`)}</TableCell>
                <TableCell>{format.shortDay(performedOn)}</TableCell>
                <TableCell>
                  <Chip of="AuditState" value={state} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
};
