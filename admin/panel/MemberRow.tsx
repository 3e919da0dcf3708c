import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip, Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { MemberMenu } from './MemberMenu.tsx';
import type { Juror, JurorProgress, PanelSheet } from './panel.graphql.ts';

interface MemberRowProps {
  readonly panel: PanelSheet;
  readonly juror: Juror;
  readonly progress: JurorProgress | undefined;
}

/** One member: who they are, where their seat stands, what is done and what is left, and what staff can do. */
export const MemberRow = ({ panel, juror, progress }: MemberRowProps) => {
  const translate = useTranslate();
  const seated = juror.state === 'ACCEPTED';
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        columnGap: 4,
        rowGap: 2,
        px: 5,
        py: 3,
        alignItems: 'start',
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr) auto',
          md: 'minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1.2fr) auto',
        },
      }}
    >
      <Box sx={{ gridColumn: 1, gridRow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
          <strong>{juror.name}</strong>
          {juror.office !== 'MEMBER' && <Tag tone="primary" label={translate(`enum.Office.${juror.office}`)} />}
        </Box>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {[juror.quality, juror.email].filter(Boolean).join(' · ')}
          {juror.replaces && <div>{translate('room.panel.replaces', { name: juror.replaces.name })}</div>}
        </Typography>
      </Box>
      <Box sx={{ gridColumn: { xs: 2, md: 4 }, gridRow: 1 }}>
        <MemberMenu panel={panel} juror={juror} />
      </Box>
      <Box sx={{ gridColumn: { xs: '1 / -1', md: seated ? 2 : '2 / span 2' }, gridRow: { md: 1 } }}>
        <Seat juror={juror} />
      </Box>
      {seated && (
        <Box sx={{ gridColumn: { xs: '1 / -1', md: 3 }, gridRow: { md: 1 } }}>
          <Steps panel={panel} juror={juror} progress={progress} />
        </Box>
      )}
    </Box>
  );
};

/** Where the seat stands, and since when or until when. */
const Seat = ({ juror }: { readonly juror: Juror }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { state, motive, acceptedAt, expiresAt, remindedOn, reminders } = juror;
  return (
    <>
      <Chip of="SeatState" value={state} />
      <Typography variant="caption" component="div" sx={{ mt: 1, color: 'text.secondary' }}>
        {state === 'INVITED' && translate('room.panel.until', { day: format.day(expiresAt) })}
        {state === 'EXPIRED' && translate('room.panel.expired', { day: format.day(expiresAt) })}
        {state === 'ACCEPTED' && translate('room.panel.acceptedOn', { day: format.day(acceptedAt) })}
        {state === 'DECLINED' && motive && `« ${motive} »`}
        {remindedOn && (
          <div>{translate('room.panel.remindedOn', { day: format.day(remindedOn), smart_count: reminders })}</div>
        )}
      </Typography>
    </>
  );
};

/** What a member has done and has left to do before the meeting. */
const Steps = ({ panel, juror, progress }: MemberRowProps) => {
  const translate = useTranslate();
  const due = progress?.filesDue ?? 0;
  const given = progress?.opinionsGiven ?? 0;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.8125rem' }}>
      {panel.secondFactor && <Step done={juror.twoFactorEnabled} label={translate('room.panel.step.factor')} />}
      <Step done={juror.tiesDeclaredAt !== null} label={translate('room.panel.step.ties')} />
      <Step done={juror.tiesCheckedAt !== null} label={translate('room.panel.step.checked')} />
      {juror.office !== 'SECRETARY' && progress && (
        <Step
          done={due > 0 && given === due}
          label={translate(due === 0 ? 'room.panel.step.noFile' : 'room.panel.step.files', { given, smart_count: due })}
        />
      )}
    </Box>
  );
};

const Step = ({ done, label }: { readonly done: boolean; readonly label: string }) => {
  const translate = useTranslate();
  const Icon = done ? CheckCircleOutlined : RadioButtonUnchecked;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
      <Icon
        titleAccess={translate(done ? 'room.panel.step.done' : 'room.panel.step.left')}
        sx={{ fontSize: 16, color: done ? 'success.main' : 'text.secondary' }}
      />
      <span>{label}</span>
    </Box>
  );
};
