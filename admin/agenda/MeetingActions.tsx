import { Button } from '@mui/material';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { DownloadButton } from '../kernel/DownloadButton.tsx';
import { ArrangeDialog } from './ArrangeDialog.tsx';
import type { AgendaMandate, Meeting, Verdict } from './agenda.graphql.ts';
import { CorrectDialog } from './CorrectDialog.tsx';

interface MeetingActionsProps {
  readonly meeting: Meeting;
  readonly mandates: readonly AgendaMandate[];
  readonly verdicts: readonly Verdict[];
}

/** Correct what was announced, draw up the agenda, look into the room, take the minutes. */
export const MeetingActions = ({ meeting, mandates, verdicts }: MeetingActionsProps) => {
  const translate = useTranslate();
  const basename = useBasename();
  const [deed, setDeed] = useState<'correct' | 'arrange' | null>(null);
  const { id, openedAt, closedAt, items } = meeting;
  const toArrange = items.length === 0;
  return (
    <>
      {!openedAt && (
        <Button variant="outlined" onClick={() => setDeed('correct')}>
          {translate('ra.action.edit')}
        </Button>
      )}
      {!closedAt && (
        <Button
          variant={toArrange ? 'contained' : 'outlined'}
          disabled={mandates.length === 0}
          onClick={() => setDeed('arrange')}
        >
          {translate(toArrange ? 'room.agenda.arrange' : 'room.agenda.rearrange')}
        </Button>
      )}
      {closedAt && <DownloadButton path={`minutes/${id}`} label={translate('room.agenda.minutes')} />}
      {!toArrange && (
        <Button variant={closedAt ? 'outlined' : 'contained'} component={Link} to={`${basename}/meeting/${id}`}>
          {translate('room.agenda.toRoom')}
        </Button>
      )}
      {deed === 'correct' && <CorrectDialog meeting={meeting} onClose={() => setDeed(null)} />}
      {deed === 'arrange' && (
        <ArrangeDialog meeting={meeting} mandates={mandates} verdicts={verdicts} onClose={() => setDeed(null)} />
      )}
    </>
  );
};
