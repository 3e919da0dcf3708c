import type { SvgIconComponent } from '@mui/icons-material';
import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import AssignmentOutlined from '@mui/icons-material/AssignmentOutlined';
import AutoAwesomeOutlined from '@mui/icons-material/AutoAwesomeOutlined';
import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import BalanceOutlined from '@mui/icons-material/BalanceOutlined';
import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined';
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import CompareArrowsOutlined from '@mui/icons-material/CompareArrowsOutlined';
import DatasetOutlined from '@mui/icons-material/DatasetOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EmojiEventsOutlined from '@mui/icons-material/EmojiEventsOutlined';
import EventNoteOutlined from '@mui/icons-material/EventNoteOutlined';
import EventRepeatOutlined from '@mui/icons-material/EventRepeatOutlined';
import EventSeatOutlined from '@mui/icons-material/EventSeatOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import FolderOpenOutlined from '@mui/icons-material/FolderOpenOutlined';
import ForwardToInboxOutlined from '@mui/icons-material/ForwardToInboxOutlined';
import GavelOutlined from '@mui/icons-material/GavelOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import HistoryEduOutlined from '@mui/icons-material/HistoryEduOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import HowToVoteOutlined from '@mui/icons-material/HowToVoteOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import LabelOutlined from '@mui/icons-material/LabelOutlined';
import LeaderboardOutlined from '@mui/icons-material/LeaderboardOutlined';
import LockClockOutlined from '@mui/icons-material/LockClockOutlined';
import MailOutlined from '@mui/icons-material/MailOutlined';
import MapOutlined from '@mui/icons-material/MapOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import MilitaryTechOutlined from '@mui/icons-material/MilitaryTechOutlined';
import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined';
import PhonelinkRingOutlined from '@mui/icons-material/PhonelinkRingOutlined';
import PsychologyAltOutlined from '@mui/icons-material/PsychologyAltOutlined';
import QueryStatsOutlined from '@mui/icons-material/QueryStatsOutlined';
import RateReviewOutlined from '@mui/icons-material/RateReviewOutlined';
import RuleOutlined from '@mui/icons-material/RuleOutlined';
import SettingsSuggestOutlined from '@mui/icons-material/SettingsSuggestOutlined';
import SlideshowOutlined from '@mui/icons-material/SlideshowOutlined';
import SpeedOutlined from '@mui/icons-material/SpeedOutlined';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import TheaterComedyOutlined from '@mui/icons-material/TheaterComedyOutlined';
import TimerOutlined from '@mui/icons-material/TimerOutlined';
import TopicOutlined from '@mui/icons-material/TopicOutlined';
import TuneOutlined from '@mui/icons-material/TuneOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined';

import type { Role } from '../access.ts';

/** One line of the rail: a list, or another page of the same journey. */
export interface Stop {
  /** The resource whose door decides whether it is shown. */
  readonly resource: string;
  /** A key of the dictionary; by default the plural of the resource. */
  readonly label?: string;
  /** By default the list of the resource. `:edition` stands for the identifier of the edition in force. */
  readonly to?: string;
  /** Whether only this very address is meant, not those under it. */
  readonly exact?: boolean;
  /** The only role that is shown it, where its door opens to others too. */
  readonly only?: Role;
  /** The role that is not: a juror has two words, and the mark above them leads home. */
  readonly except?: Role;
  readonly icon: SvgIconComponent;
}

/** The rail, in the order an edition is lived. A stage nobody may open is not shown. */
export const journey: readonly { readonly stage: string; readonly stops: readonly Stop[] }[] = [
  { stage: '', stops: [{ resource: '', label: 'journey.home', to: '/', except: 'JUROR', icon: HomeOutlined }] },
  {
    stage: 'journey.edition',
    stops: [
      { resource: 'edition', label: 'room.overview.one', to: '/edition/:edition/show', icon: EventNoteOutlined },
      { resource: 'edition', exact: true, icon: EventRepeatOutlined },
      { resource: 'grid', label: 'room.grid.one', icon: RuleOutlined },
      { resource: 'category', icon: LabelOutlined },
      { resource: 'configuration', label: 'room.configuration.one', icon: SettingsSuggestOutlined },
      { resource: 'special_prize', icon: MilitaryTechOutlined },
      { resource: 'rehearsal', label: 'room.rehearsal.one', icon: TheaterComedyOutlined },
    ],
  },
  {
    stage: 'journey.structure',
    stops: [
      { resource: 'structure', label: 'journey.register', icon: AccountBalanceOutlined },
      { resource: 'enrolment', icon: HowToRegOutlined },
      {
        resource: 'invitation',
        to: '/invitations',
        label: 'registration.staff.invitations',
        icon: ForwardToInboxOutlined,
      },
      { resource: 'turnout', label: 'room.turnout.one', icon: MapOutlined },
    ],
  },
  {
    stage: 'journey.field',
    stops: [
      { resource: 'plan', label: 'room.planning.one', icon: CalendarMonthOutlined },
      { resource: 'assignment', icon: AssignmentOutlined },
      { resource: 'scenario', icon: TheaterComedyOutlined },
      { resource: 'persona', icon: BadgeOutlined },
      { resource: 'auditor', icon: PersonSearchOutlined },
      { resource: 'briefing', label: 'room.briefing.one', to: '/briefing', icon: MenuBookOutlined },
      { resource: 'cockpit', label: 'room.cockpit.one', to: '/fieldwork', icon: SpeedOutlined },
      { resource: 'audit', icon: FactCheckOutlined },
      { resource: 'submission', icon: PhonelinkRingOutlined },
      { resource: 'control', label: 'room.control.title', to: '/control', icon: TaskAltOutlined },
      { resource: 'effect', label: 'room.effect.title', to: '/effect', icon: PsychologyAltOutlined },
      { resource: 'claim', to: '/claims', label: 'claim.one', icon: RateReviewOutlined },
      { resource: 'upload', label: 'room.import.one', to: '/import', icon: UploadFileOutlined },
    ],
  },
  {
    stage: 'journey.results',
    stops: [
      { resource: 'ranking', label: 'room.ranking.one', icon: LeaderboardOutlined },
      { resource: 'comparison', label: 'room.comparison.one', icon: CompareArrowsOutlined },
      { resource: 'indicator', label: 'room.indicator.one', to: '/indicators', icon: InsightsOutlined },
      { resource: 'delay', label: 'room.delay.one', to: '/delays', icon: TimerOutlined },
      { resource: 'workshop', label: 'room.workshop.one', icon: TuneOutlined },
    ],
  },
  {
    stage: 'journey.jury',
    stops: [
      { resource: 'panel', icon: GroupsOutlined },
      { resource: 'conflict', label: 'room.conflict.one', icon: BalanceOutlined },
      { resource: 'agenda', label: 'room.agenda.one', icon: EventSeatOutlined },
      { resource: 'decision', icon: GavelOutlined },
      { resource: 'point', label: 'room.point.one', icon: AutoAwesomeOutlined },
      { resource: 'dossier', label: 'journey.files', only: 'JUROR', icon: FolderOpenOutlined },
      { resource: 'meeting', label: 'journey.room', only: 'JUROR', icon: HowToVoteOutlined },
      { resource: 'award', label: 'room.award.one', icon: WorkspacePremiumOutlined },
      { resource: 'trophy', icon: EmojiEventsOutlined },
      { resource: 'ceremony', label: 'ceremony.one', icon: SlideshowOutlined },
      { resource: 'laureate', icon: HandshakeOutlined },
      { resource: 'licence', icon: VerifiedOutlined },
    ],
  },
  {
    stage: 'journey.publication',
    stops: [
      { resource: 'publication', label: 'room.publication.one', icon: CampaignOutlined },
      { resource: 'embargo', label: 'room.embargo.one', icon: LockClockOutlined },
      { resource: 'dataset', icon: DatasetOutlined },
      { resource: 'synthesis', label: 'room.synthesis.one', icon: HistoryEduOutlined },
      { resource: 'individual', label: 'room.individual.one', to: '/reports', icon: TopicOutlined },
    ],
  },
  {
    stage: 'journey.partner',
    stops: [
      { resource: 'partner_access', icon: KeyOutlined },
      { resource: 'partner_access', to: '/usage', label: 'journey.usage', icon: QueryStatsOutlined },
    ],
  },
  {
    stage: 'journey.administration',
    stops: [
      { resource: 'account', icon: PeopleOutlined },
      { resource: 'change', label: 'journey.journal', icon: HistoryOutlined },
      { resource: 'trash', label: 'journey.trash', icon: DeleteOutlined },
      { resource: 'mail', icon: MailOutlined },
    ],
  },
];
