import { Box } from '@mui/material';
import { DataTable, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Mail } from './mail.graphql.ts';

const Column = DataTable.Col<Mail>;

const columns: readonly CsvColumn<Mail>[] = [
  { label: 'field.recipient', value: ({ recipient }) => recipient },
  { label: 'field.subject', value: ({ subject }) => subject },
  { label: 'field.createdAt', value: ({ createdAt }) => createdAt, as: 'instant' },
  { label: 'field.sentAt', value: ({ sentAt }) => sentAt, as: 'instant' },
];

/** The mails that left, and those that wait because no SMTP server is configured: each opens to its text. */
export const MailList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const sent = ({ sentAt }: Mail) =>
    sentAt ? format.instant(sentAt) : <Tag tone="warning" label={translate('room.mail.waiting')} />;
  return (
    <ListPage<Mail>
      sort={{ field: 'createdAt', order: 'DESC' }}
      columns={columns}
      empty={{ title: 'room.mail.empty', more: 'room.mail.emptyMore' }}
      phone={(mail) => ({ name: mail.subject, more: <Text mail={mail} />, side: sent(mail) })}
    >
      <Table<Mail> rowClick={false}>
        <Column source="subject" disableSort render={(mail) => <Letter mail={mail} />} />
        <Column source="recipient" />
        <Column source="createdAt" render={({ createdAt }) => format.instant(createdAt)} />
        <Column source="sentAt" render={sent} />
      </Table>
    </ListPage>
  );
};

/** Its subject, which opens to its text. */
const Letter = ({ mail }: { readonly mail: Mail }) => (
  <Box component="details">
    <Box component="summary" sx={{ cursor: 'pointer', minHeight: 32, lineHeight: '32px' }}>
      {mail.subject}
    </Box>
    <Text mail={mail} />
  </Box>
);

/** The text as it was written, its links alive: in the demonstration this is where an invitation is opened. */
const Text = ({ mail }: { readonly mail: Mail }) => (
  <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: 720, py: 2, fontWeight: 400 }}>
    {mail.body.split(/(https?:\/\/\S+)/).map((part, i) =>
      i % 2 === 1 ? (
        <a key={part} href={part}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </Box>
);
