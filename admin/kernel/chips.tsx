import type { SvgIconComponent } from '@mui/icons-material';
import Block from '@mui/icons-material/Block';
import CheckCircle from '@mui/icons-material/CheckCircle';
import CircleOutlined from '@mui/icons-material/CircleOutlined';
import Contrast from '@mui/icons-material/Contrast';
import EmojiEvents from '@mui/icons-material/EmojiEvents';
import Inventory2 from '@mui/icons-material/Inventory2';
import Lock from '@mui/icons-material/Lock';
import RadioButtonChecked from '@mui/icons-material/RadioButtonChecked';
import Science from '@mui/icons-material/Science';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';

type Tone = 'muted' | 'primary' | 'gold' | 'success' | 'warning' | 'error' | 'info';

/** The shape and colour of each state: the shape and the word carry the meaning, the colour only helps. */
const looks: Readonly<Record<string, readonly [Tone, SvgIconComponent]>> = {
  'EditionPhase.PREPARATION': ['muted', CircleOutlined],
  'EditionPhase.REGISTRATION': ['info', RadioButtonChecked],
  'EditionPhase.FIELDWORK': ['info', Contrast],
  'EditionPhase.CONTROL': ['info', Contrast],
  'EditionPhase.CONTRADICTORY': ['info', Contrast],
  'EditionPhase.DELIBERATION': ['warning', Contrast],
  'EditionPhase.EMBARGO': ['warning', Lock],
  'EditionPhase.PUBLISHED': ['success', CheckCircle],
  'EditionPhase.ARCHIVED': ['muted', Inventory2],
  'Provenance.SIMULATED': ['warning', Science],
  'EnrolmentState.INVITED': ['muted', CircleOutlined],
  'EnrolmentState.DRAFT': ['info', Contrast],
  'EnrolmentState.SUBMITTED': ['warning', RadioButtonChecked],
  'EnrolmentState.CONFIRMED': ['success', CheckCircle],
  'EnrolmentState.WITHDRAWN': ['error', Block],
  'AccessState.REQUESTED': ['warning', RadioButtonChecked],
  'AccessState.GRANTED': ['success', CheckCircle],
  'AccessState.REFUSED': ['error', Block],
  'AccessState.REVOKED': ['muted', Block],
  'AssignmentState.PLANNED': ['warning', CircleOutlined],
  'AssignmentState.ASSIGNED': ['info', RadioButtonChecked],
  'AssignmentState.UNDER_WAY': ['info', Contrast],
  'AssignmentState.SUBMITTED': ['success', CheckCircle],
  'AssignmentState.WITHDRAWN': ['muted', Block],
  'DrawState.DRAWING': ['info', Contrast],
  'DrawState.DRAWN': ['warning', RadioButtonChecked],
  'DrawState.CLASHING': ['error', Block],
  'DrawState.UNDECIDED': ['warning', Block],
  'DrawState.STOPPED': ['muted', Block],
  'DrawState.APPLIED': ['success', CheckCircle],
  'AuditState.SUBMITTED': ['warning', RadioButtonChecked],
  'AuditState.IN_CONTROL': ['info', RadioButtonChecked],
  'AuditState.VALIDATED': ['success', CheckCircle],
  'AuditState.REJECTED': ['error', Block],
  'AuditState.TO_REDO': ['warning', Block],
  'SubmissionOutcome.RECEIVED': ['info', Contrast],
  'SubmissionOutcome.ACCEPTED': ['success', CheckCircle],
  'SubmissionOutcome.REPEATED': ['muted', CheckCircle],
  'SubmissionOutcome.HELD': ['warning', RadioButtonChecked],
  'SubmissionOutcome.REFUSED': ['error', Block],
  'QuestionState.OPEN': ['warning', RadioButtonChecked],
  'QuestionState.ANSWERED': ['info', Contrast],
  'QuestionState.CLOSED': ['success', CheckCircle],
  'EvidenceState.PENDING': ['warning', RadioButtonChecked],
  'EvidenceState.INFECTED': ['error', Block],
  'EvidenceState.PURGED': ['muted', Block],
  'ClaimState.DRAFT': ['muted', CircleOutlined],
  'ClaimState.SUBMITTED': ['warning', RadioButtonChecked],
  'ClaimState.WITHDRAWN': ['muted', Block],
  'ClaimState.DECIDED': ['success', CheckCircle],
  'ClaimOutcome.ACCEPTED': ['success', CheckCircle],
  'ClaimOutcome.PARTLY': ['info', Contrast],
  'ClaimOutcome.REFUSED': ['muted', Block],
  'ClaimVerdict.ACCEPTED': ['success', CheckCircle],
  'ClaimVerdict.PARTLY': ['info', Contrast],
  'ClaimVerdict.REFUSED': ['muted', Block],
  'ProvisionalDelivery.UNREACHABLE': ['error', Block],
  'ProvisionalDelivery.SENT': ['info', RadioButtonChecked],
  'ProvisionalDelivery.OPENED': ['success', CheckCircle],
  'ImportState.EXAMINING': ['info', Contrast],
  'ImportState.EXAMINED': ['warning', RadioButtonChecked],
  'ImportState.IMPORTING': ['info', Contrast],
  'ImportState.IMPORTED': ['success', CheckCircle],
  'ImportState.FAILED': ['error', Block],
  'ImportOutcome.NEW': ['success', CheckCircle],
  'ImportOutcome.CHANGED': ['info', Contrast],
  'ImportOutcome.REFUSED': ['error', Block],
  'ColumnConfidence.EXACT': ['success', CheckCircle],
  'ColumnConfidence.LIKELY': ['warning', RadioButtonChecked],
  'ColumnConfidence.NONE': ['error', Block],
  'Absence.REFUSED': ['error', Block],
  'Award.TROPHY': ['gold', EmojiEvents],
  'PanelState.FORMING': ['muted', CircleOutlined],
  'PanelState.SEATED': ['success', CheckCircle],
  'PanelState.DELIBERATING': ['warning', Contrast],
  'SeatState.INVITED': ['info', RadioButtonChecked],
  'SeatState.EXPIRED': ['warning', CircleOutlined],
  'SeatState.DECLINED': ['error', Block],
  'SeatState.ACCEPTED': ['success', CheckCircle],
  'SeatState.LEFT': ['muted', CircleOutlined],
  'ConflictState.TO_CONFIRM': ['warning', CircleOutlined],
  'ConflictState.CERTAIN': ['error', Block],
  'ConflictState.DECLARED': ['info', RadioButtonChecked],
  'ConflictState.DISMISSED': ['muted', CheckCircle],
  'MeetingState.PLANNED': ['info', CircleOutlined],
  'MeetingState.OPEN': ['warning', Contrast],
  'MeetingState.CLOSED': ['success', CheckCircle],
  'ItemState.PENDING': ['muted', CircleOutlined],
  'ItemState.OPEN': ['warning', Contrast],
  'ItemState.COUNTED': ['warning', RadioButtonChecked],
  'ItemState.DECIDED': ['success', CheckCircle],
  'ItemState.CONTINUED': ['info', Contrast],
  'ItemState.VOID': ['error', Block],
  'ReportState.MAKING': ['info', Contrast],
  'ReportState.MADE': ['success', CheckCircle],
  'ReportState.STOPPED': ['warning', CircleOutlined],
  'PointState.MISSING': ['warning', CircleOutlined],
  'PointState.WRITTEN': ['warning', RadioButtonChecked],
  'PointState.APPROVED': ['info', Contrast],
  'PointState.READY': ['success', CheckCircle],
  'PointState.REFUSED': ['error', Block],
  'ReleaseState.REQUESTED': ['warning', RadioButtonChecked],
  'ReleaseState.SCHEDULED': ['info', Contrast],
  'ReleaseState.RELEASED': ['success', CheckCircle],
  'ReleaseState.STOPPED': ['muted', Block],
  'ReleaseState.HALTED': ['error', Block],
  'Confidence.LOW': ['warning', CircleOutlined],
};

/** One word of an enumeration, with its shape: `<Chip of="AuditState" value={audit.state} />`. */
export const Chip = ({ of, value }: { readonly of: string; readonly value: string | null | undefined }) => {
  const translate = useTranslate();
  if (!value) return null;
  const [tone, Icon] = looks[`${of}.${value}`] ?? ['muted' as const, null];
  return <Tag tone={tone} icon={Icon} label={translate(`enum.${of}.${value}`)} />;
};

/** A small framed word. */
export const Tag = ({
  label,
  tone = 'muted',
  icon: Icon = null,
}: {
  readonly label: string;
  readonly tone?: Tone;
  readonly icon?: SvgIconComponent | null;
}) => (
  <Box
    component="span"
    sx={({ palette: { tokens } }) => ({
      display: 'inline-flex',
      alignItems: 'center',
      gap: 1,
      height: 24,
      px: 1.5,
      border: `1px solid ${tone === 'muted' ? tokens.line : `${tokens[tone]}66`}`,
      borderRadius: 1,
      color: tokens[tone],
      fontSize: '0.75rem',
      fontWeight: 600,
      letterSpacing: 0,
      lineHeight: 1,
      whiteSpace: 'nowrap',
    })}
  >
    {Icon && <Icon aria-hidden sx={{ fontSize: 14 }} />}
    {label}
  </Box>
);
