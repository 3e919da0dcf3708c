import { Link } from '@mui/material';
import { useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { Table } from '../kernel/list/Table.tsx';
import { SettleDialog } from './SettleDialog.tsx';
import type { Submission } from './submission.graphql.ts';

const Column = DataTable.Col<Submission>;

const columns: readonly CsvColumn<Submission>[] = [
  { label: 'field.reference', value: ({ assignment }) => assignment?.reference ?? null },
  { label: 'field.structure', value: ({ assignment }) => assignment?.enrolment.structure.name ?? null },
  { label: 'field.receivedAt', value: ({ receivedAt }) => receivedAt, as: 'instant' },
  { label: 'field.outcome', value: ({ outcome }) => outcome, of: 'SubmissionOutcome' },
  { label: 'field.reason', value: ({ reason }) => reason, of: 'HeldReason' },
  { label: 'field.motive', value: ({ settledMotive }) => settledMotive },
];

/** What phones sent: first what waits for someone to say what becomes of it. Nothing of it is ever lost. */
export const SubmissionList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const [chosen, setChosen] = useState<Submission | null>(null);
  const nameOf = ({ assignment, key }: Submission) => assignment?.enrolment.structure.name ?? key;
  const why = ({ reason }: Submission) => (reason ? translate(`enum.HeldReason.${reason}`) : '');
  return (
    <>
      <ListPage<Submission>
        scoped
        sort={{ field: 'receivedAt', order: 'DESC' }}
        columns={columns}
        views={[
          { label: 'room.submission.held', filter: { outcome: 'HELD' } },
          { label: 'room.submission.all', filter: {} },
        ]}
        empty={{ title: 'room.submission.empty', more: 'room.submission.emptyMore' }}
        phone={(submission) => ({
          name: nameOf(submission),
          more: why(submission),
          side: <Chip of="SubmissionOutcome" value={submission.outcome} />,
        })}
      >
        <Table<Submission> rowClick={false}>
          <Column
            source="assignment.reference"
            label="field.structure"
            render={(submission) => (
              <Link component="button" type="button" onClick={() => setChosen(submission)} sx={{ minHeight: 32 }}>
                {nameOf(submission)}
              </Link>
            )}
          />
          <Column source="reference" disableSort render={({ assignment }) => assignment?.reference ?? ''} />
          <Column source="receivedAt" render={({ receivedAt }) => format.instant(receivedAt)} />
          <Column source="outcome" render={({ outcome }) => <Chip of="SubmissionOutcome" value={outcome} />} />
          <Column source="reason" disableSort render={why} />
        </Table>
      </ListPage>
      {chosen && <SettleDialog key={chosen.id} submission={chosen} onClose={() => setChosen(null)} />}
    </>
  );
};
