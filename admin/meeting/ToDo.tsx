import type { SvgIconComponent } from '@mui/icons-material';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import HowToVoteOutlined from '@mui/icons-material/HowToVoteOutlined';
import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import MeetingRoomOutlined from '@mui/icons-material/MeetingRoomOutlined';
import RecordVoiceOverOutlined from '@mui/icons-material/RecordVoiceOverOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAct } from '../kernel/useAct.ts';
import type { Duty } from './item.ts';
import { type Item, MarkPresence, type Meeting } from './meeting.graphql.ts';

type Tone = 'primary' | 'warning' | 'success' | 'info';

const looks: Readonly<Record<Duty, readonly [Tone, SvgIconComponent]>> = {
  UNCHECKED: ['warning', LogoutOutlined],
  LEAVE_NEXT: ['warning', LogoutOutlined],
  RECUSED: ['warning', LogoutOutlined],
  BACK: ['info', MeetingRoomOutlined],
  WAIT_OPEN: ['info', HourglassEmptyOutlined],
  COME_IN: ['warning', LogoutOutlined],
  LISTEN: ['info', RecordVoiceOverOutlined],
  VOTE: ['primary', HowToVoteOutlined],
  VOTED: ['success', CheckCircleOutlined],
  KEEP: ['info', RecordVoiceOverOutlined],
  WATCH: ['info', RecordVoiceOverOutlined],
  COUNTED: ['info', HourglassEmptyOutlined],
  DECIDED: ['success', CheckCircleOutlined],
  CONTINUED: ['info', HourglassEmptyOutlined],
  VOID: ['warning', HourglassEmptyOutlined],
};

/** The one thing to do now, in large type; said aloud when it changes. */
export const ToDo = ({
  meeting,
  item,
  duty,
}: {
  readonly meeting: Meeting;
  readonly item: Item;
  readonly duty: Duty;
}) => {
  const translate = useTranslate();
  const [tone, Icon] = looks[duty];
  const { act, pending, refusal } = useAct(['meeting']);
  const told = { number: item.decisionNumber ?? '', motive: item.brokenOff ?? '' };
  const outcome = duty === 'COUNTED' ? `.${item.result?.outcome ?? 'LAUREATES'}` : '';
  return (
    <Box
      role="status"
      sx={({ palette: { tokens } }) => ({
        display: 'flex',
        alignItems: 'flex-start',
        gap: 4,
        p: { xs: 4, sm: 5 },
        borderRadius: 1,
        border: `1px solid ${tokens[tone]}66`,
        borderLeft: `6px solid ${tokens[tone]}`,
        backgroundColor: `${tokens[tone]}0F`,
      })}
    >
      <Icon aria-hidden sx={({ palette: { tokens } }) => ({ fontSize: 32, color: tokens[tone], mt: 0.5 })} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontSize: { xs: '1.125rem', sm: '1.375rem' }, fontWeight: 650, lineHeight: 1.3 }}>
          {translate(`meeting.now.${duty}${outcome}`, told)}
        </Typography>
        <Typography sx={{ mt: 1, fontSize: '1rem' }}>{translate(`meeting.nowMore.${duty}${outcome}`, told)}</Typography>
        {duty === 'COME_IN' && (
          <Button
            variant="contained"
            size="large"
            disabled={pending}
            sx={{ mt: 4, minHeight: 48 }}
            onClick={() => void act(MarkPresence, { id: meeting.id, here: true, jurorId: null })}
          >
            {translate('meeting.comeIn')}
          </Button>
        )}
        {refusal && <Typography sx={{ mt: 2, color: 'error.main' }}>{refusal}</Typography>}
      </Box>
    </Box>
  );
};
