import { Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Chip } from '../kernel/chips.tsx';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { PARIS } from '../kernel/paris.ts';
import { Section } from '../kernel/record/Section.tsx';
import { RefusedBy } from '../kernel/states.tsx';
import { allSent, type Sent } from './claim.graphql.ts';
import { RemindDialog } from './RemindDialog.tsx';
import { ResendDialog } from './ResendDialog.tsx';

/** Whom results were sent to and who read them; those with nobody to write to first, since they cannot answer. */
export const SentTable = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const [resending, setResending] = useState<Sent | null>(null);
  const [reminding, setReminding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['claim', 'sent', edition.id],
    queryFn: ({ signal }) => allSent(edition.id, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  const open = edition.phase === 'CONTRADICTORY';
  const order = ['UNREACHABLE', 'SENT', 'OPENED'];
  const sent = data.toSorted((a, b) => order.indexOf(a.delivery) - order.indexOf(b.delivery));
  const unread = sent.filter(({ delivery }) => delivery === 'SENT');
  return (
    <Section
      flush
      title={translate('claim.sending')}
      aside={
        open &&
        unread.length > 0 && (
          <Button variant="outlined" onClick={() => setReminding(true)}>
            {translate('claim.remind')}
          </Button>
        )
      }
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('claim.structure')}</TableCell>
            <TableCell>{translate('field.state')}</TableCell>
            <TableCell>{translate('claim.recipient')}</TableCell>
            <TableCell>{translate('claim.readings')}</TableCell>
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {sent.map((each) => (
            <Line key={each.id} sent={each} onResend={open ? () => setResending(each) : null} />
          ))}
        </TableBody>
      </Table>
      {resending && <ResendDialog edition={edition} sent={resending} onClose={() => setResending(null)} />}
      {reminding && <RemindDialog edition={edition} unread={unread} onClose={() => setReminding(false)} />}
    </Section>
  );
};

const Line = ({ sent, onResend }: { readonly sent: Sent; readonly onResend: (() => void) | null }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const { enrolment, delivery, recipient, readings } = sent;
  const { id, name } = enrolment.structure;
  const [last] = readings;
  return (
    <TableRow>
      <TableCell>
        <Link to={`${basename}/enrolment/${enrolment.id}/show`}>{name}</Link>
      </TableCell>
      <TableCell>
        <Chip of="ProvisionalDelivery" value={delivery} />
      </TableCell>
      <TableCell>
        {recipient ?? <Link to={`${basename}/structure/${id}/show`}>{translate('claim.addContact')}</Link>}
      </TableCell>
      <TableCell sx={{ minWidth: 240 }}>
        {last
          ? translate('claim.lastReading', { smart_count: readings.length, at: format.instantIn(last.at, PARIS) })
          : translate('claim.noReading')}
      </TableCell>
      <TableCell align="right">
        {onResend && (
          <Button
            size="small"
            aria-label={translate(sent.sentAt ? 'claim.resendOf' : 'claim.sendOneOf', { name })}
            onClick={onResend}
          >
            {translate(sent.sentAt ? 'claim.resend' : 'claim.sendOne')}
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
};
