import { Alert, Button, Link } from '@mui/material';
import { useState } from 'react';
import { useBasename, useCanAccess, useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { doing } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { RecordPage } from '../kernel/record/RecordPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { type Assignment, WithdrawAssignment } from './assignment.graphql.ts';
import { GiveDialog } from './GiveDialog.tsx';
import { mayGive, mayRestore, mayWithdraw, restored } from './moves.tsx';

/** One planned test: whom, how, when, by whom, and what staff do with it. */
export const AssignmentShow = () => (
  <RecordPage noun="assignment" state={<State />} actions={<Actions />}>
    <Body />
  </RecordPage>
);

const State = () => {
  const test = useRecordContext<Assignment>();
  return test ? <Chip of="AssignmentState" value={test.state} /> : null;
};

const Actions = () => {
  const translate = useTranslate();
  const test = useRecordContext<Assignment>();
  const { canAccess } = useCanAccess({ resource: 'assignment', action: 'edit' });
  const [asked, setAsked] = useState<'give' | 'withdraw' | 'restore' | null>(null);
  if (!test || !canAccess) return null;
  const close = () => setAsked(null);
  const { id, reference } = test;
  return (
    <>
      {mayGive(test) && (
        <Button variant="contained" onClick={() => setAsked('give')}>
          {translate(test.auditorCode ? 'room.assignment.giveElse' : 'room.assignment.give.button')}
        </Button>
      )}
      {mayWithdraw(test) && (
        <Button color="error" onClick={() => setAsked('withdraw')}>
          {translate('room.assignment.withdraw.button')}
        </Button>
      )}
      {mayRestore(test) && (
        <Button variant="contained" onClick={() => setAsked('restore')}>
          {translate('room.assignment.restore.button')}
        </Button>
      )}
      {asked === 'give' && <GiveDialog test={test} onClose={close} />}
      {asked === 'withdraw' && (
        <ActDialog
          title={translate('room.assignment.withdrawOne', { reference })}
          action={translate('room.assignment.withdraw.button')}
          done="room.assignment.isWithdrawn"
          destructive
          motive={{ label: translate('field.reason'), help: translate('room.assignment.reasonHelp') }}
          act={(reason) => doing(WithdrawAssignment, { id, reason })}
          onClose={close}
        >
          {translate('room.assignment.withdrawMore')}
        </ActDialog>
      )}
      {asked === 'restore' && (
        <ActDialog
          title={translate('room.assignment.restoreOne', { reference })}
          action={translate('room.assignment.restore.button')}
          done="room.assignment.restored"
          act={() => restored(test)}
          onClose={close}
        >
          {translate('room.assignment.restoreMore')}
        </ActDialog>
      )}
    </>
  );
};

const Body = () => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const test = useRecordContext<Assignment>();
  if (!test) return null;
  const { enrolment, channel, onDay, fromTime, toTime, scenario, auditorCode, attempt, stateReason, handReason } = test;
  return (
    <>
      {stateReason && (
        <Alert severity="info" sx={{ mb: 4 }}>
          {translate('room.assignment.withdrawnFor', { reason: stateReason })}
        </Alert>
      )}
      {handReason && (
        <Alert severity="warning" sx={{ mb: 4 }}>
          {translate('room.assignment.byHand', { reason: handReason })}
        </Alert>
      )}
      <Section title={translate('room.assignment.one')}>
        <Facts>
          <Fact source="structure">
            <Link component={RouterLink} to={`${basename}/enrolment/${enrolment.id}/show`}>
              {enrolment.structure.name}
            </Link>
          </Fact>
          <Fact source="category">{enrolment.category.label}</Fact>
          <Fact source="channel">{translate(`enum.ChannelCode.${channel}`)}</Fact>
          <Fact source="onDay">{format.day(onDay)}</Fact>
          <Fact source="fromTime">{translate('room.assignment.hours', { from: fromTime, to: toTime })}</Fact>
          <Fact source="scenario">{scenario.label}</Fact>
          <Fact source="auditor">{auditorCode}</Fact>
          <Fact source="attempt">{format.number(attempt)}</Fact>
        </Facts>
      </Section>
    </>
  );
};
