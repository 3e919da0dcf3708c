import EventOutlined from '@mui/icons-material/EventOutlined';
import { Card } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DownloadButton } from '../kernel/DownloadButton.tsx';
import { useFormat } from '../kernel/format.ts';
import { Empty } from '../kernel/states.tsx';
import { keepsMeeting } from './item.ts';
import type { Meeting } from './meeting.graphql.ts';

/** Before the meeting, or after it: when, and what to do. */
export const Outside = ({ meeting }: { readonly meeting: Meeting }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { id, openedAt, closedAt, startsAt, mayReadMinutes } = meeting;
  const after = mayReadMinutes ? 'meeting.closedRead' : 'meeting.closedMore';
  const more = closedAt
    ? translate(after, { when: format.instant(closedAt) })
    : translate(keepsMeeting(meeting) ? 'meeting.waitKeep' : 'meeting.waitMore', { when: format.instant(startsAt) });
  return (
    <Card role="status">
      <Empty
        icon={EventOutlined}
        title={translate(closedAt ? 'meeting.closed' : openedAt ? 'meeting.one' : 'meeting.notOpen')}
        more={more}
      >
        {mayReadMinutes && <DownloadButton path={`minutes/${id}`} label={translate('meeting.minutes')} />}
      </Empty>
    </Card>
  );
};
