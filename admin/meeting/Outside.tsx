import EventOutlined from '@mui/icons-material/EventOutlined';
import { Card } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Empty } from '../kernel/states.tsx';
import { keepsMeeting } from './item.ts';
import type { Meeting } from './meeting.graphql.ts';

/** Before the meeting, or after it: when, and what to do. */
export const Outside = ({ meeting }: { readonly meeting: Meeting }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { openedAt, closedAt, startsAt } = meeting;
  const more = closedAt
    ? translate('meeting.closedMore', { when: format.instant(closedAt) })
    : translate(keepsMeeting(meeting) ? 'meeting.waitKeep' : 'meeting.waitMore', { when: format.instant(startsAt) });
  return (
    <Card role="status">
      <Empty
        icon={EventOutlined}
        title={translate(closedAt ? 'meeting.closed' : openedAt ? 'meeting.one' : 'meeting.notOpen')}
        more={more}
      />
    </Card>
  );
};
