import { useTranslate } from 'react-admin';
import type { DelayRule } from '../../../server/delay/delay.rules.ts';
import type { Condition } from '../../../server/score/condition.rules.ts';
import { useFormat } from '../format.ts';
import type { fr } from '../i18n/fr.ts';
import { usePlaces } from '../places.ts';
import { useSettingsInWords } from '../settingsInWords.ts';

/** The enumeration each field of the contract speaks in. A field that differs by record is named with it. */
const enumOf: Readonly<Record<string, keyof typeof fr.enum>> = {
  phase: 'EditionPhase',
  fromPhase: 'EditionPhase',
  toPhase: 'EditionPhase',
  deadline: 'Deadline',
  provenance: 'Provenance',
  'structure.kind': 'StructureKind',
  'criterion.kind': 'CriterionKind',
  'audit_event.kind': 'EventKind',
  'licence.scope': 'LicenceScope',
  kinds: 'StructureKind',
  channel: 'ChannelCode',
  'agenda_item.state': 'ItemState',
  'assignment.state': 'AssignmentState',
  'audit.state': 'AuditState',
  'claim.state': 'ClaimState',
  'enrolment.state': 'EnrolmentState',
  'evidence.state': 'EvidenceState',
  'import_run.state': 'ImportState',
  'partner_access.state': 'AccessState',
  'plan_draw.state': 'DrawState',
  'question.state': 'QuestionState',
  'release.state': 'ReleaseState',
  'report_run.state': 'ReportState',
  tier: 'Tier',
  origin: 'PanelOrigin',
  role: 'Role',
  award: 'Award',
  tieRule: 'TieRule',
  tieChannel: 'ChannelCode',
  territory: 'TerritoryRule',
  basis: 'PrizeBasis',
  confidence: 'Confidence',
  whenNotOffered: 'AbsencePolicy',
  whenNotObserved: 'AbsencePolicy',
  whenRefused: 'AbsencePolicy',
  whenAbsent: 'AbsencePolicy',
};

/** The resource that a column of the journal names a record of; none for a value that is itself. */
export const referredBy = (column: string): string | undefined => references[column];

const references: Readonly<Record<string, string>> = {
  ...{ category_id: 'category', structure_id: 'structure', parent_id: 'structure', edition_id: 'edition' },
  ...{ enrolment_id: 'enrolment', criterion_id: 'criterion', audit_id: 'audit', trophy_id: 'trophy' },
};

const LONGEST = 80;

/** Says a value of the journal as people do; null when there is none. */
export function useValueInWords(): (noun: string, field: string, value: unknown) => string | null {
  const translate = useTranslate();
  const format = useFormat();
  const settings = useSettingsInWords();
  const places = usePlaces();
  return (noun, field, value) => {
    if (value === null || value === undefined || value === '') return null;
    if (field === 'conditions') return settings.conditions(value as Condition[]) || null;
    if (field === 'departmentCode') return places.department(String(value));
    if (field === 'regionCode') return places.region(String(value));
    if (field === 'delay') return settings.delay(value as DelayRule);
    const words = enumOf[`${noun}.${field}`] ?? enumOf[field];
    if (Array.isArray(value))
      return format.list(value.map((one) => (words ? translate(`enum.${words}.${one}`) : String(one))));
    if (words) return translate(`enum.${words}.${String(value)}`);
    if (typeof value === 'boolean') return translate(value ? 'list.yes' : 'list.no');
    if (typeof value === 'number')
      return field === 'year' || field === 'populationYear' || field === 'censusYear'
        ? String(value)
        : format.number(value);
    if (typeof value === 'object') return '…';
    const text = String(value);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return format.day(text);
    if (/^\d{4}-\d\d-\d\dT/.test(text)) return format.instant(text);
    if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)) return '…';
    if (/^-?\d+\.\d+$/.test(text)) return format.number(text);
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  };
}
