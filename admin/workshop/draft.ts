import type { PolicyRules } from '../../server/score/policy.rules.ts';
import { numberIn } from './number.ts';
import type { Policy } from './simulate.ts';
import type { GridRules } from './workshop.graphql.ts';

/** The absences a policy speaks of: a criterion that does not apply always stays out. */
export const absences = ['NOT_OFFERED', 'NOT_OBSERVED', 'REFUSED'] as const;
type Missing = (typeof absences)[number];

/** A policy while it is being written. An empty text leaves the matter to the grid. */
export interface Draft {
  readonly channels: Readonly<Record<string, ChannelDraft>>;
  readonly absences: Readonly<Record<Missing, Policy | ''>>;
  /** What FLOOR counts for criteria, on 100, as typed. */
  readonly floor: string;
  /** In per cent, as typed. */
  readonly minimumShare: string;
}

export interface ChannelDraft {
  readonly whenAbsent: Policy | '';
  /** On 100, as typed. */
  readonly floor: string;
  readonly compared: boolean;
}

/** The usual floor, proposed when one is asked for. */
const FLOOR = '20';

/** A draft that says what a policy says: one starts from the policy in force. */
export function draftOf({ channels }: GridRules, { channels: own = [], ...rules }: PolicyRules): Draft {
  return {
    channels: Object.fromEntries(
      channels.map(({ code, compared, optional }) => {
        const said = own.find((each) => each.code === code);
        return [
          code,
          {
            ...{ whenAbsent: said?.whenAbsent ?? '', floor: said?.floor ?? FLOOR },
            compared: said?.compared ?? (!optional || compared),
          },
        ];
      }),
    ),
    absences: {
      NOT_OFFERED: rules.absences?.NOT_OFFERED ?? '',
      NOT_OBSERVED: rules.absences?.NOT_OBSERVED ?? '',
      REFUSED: rules.absences?.REFUSED ?? '',
    },
    floor: rules.floor ?? FLOOR,
    minimumShare: rules.minimumShare == null ? '' : String(Number((Number(rules.minimumShare) * 100).toFixed(6))),
  };
}

/** The policy a draft says, and nothing of what it leaves to the grid. */
export function rulesOf({ channels }: GridRules, draft: Draft): PolicyRules {
  const said = channels.flatMap(({ code, optional, compared }) => {
    const own = draft.channels[code];
    if (!own) return [];
    const rule = {
      ...(own.whenAbsent ? { whenAbsent: own.whenAbsent } : {}),
      ...(own.whenAbsent === 'FLOOR' ? { floor: pointed(own.floor) } : {}),
      ...(optional && own.compared !== compared ? { compared: own.compared } : {}),
    };
    return Object.keys(rule).length > 0 ? [{ code, ...rule }] : [];
  });
  const missing = absences.flatMap((absence) => (draft.absences[absence] ? [[absence, draft.absences[absence]]] : []));
  return {
    ...(draft.minimumShare.trim()
      ? { minimumShare: String(Number((Number(pointed(draft.minimumShare)) / 100).toFixed(8))) }
      : {}),
    ...(said.length > 0 ? { channels: said } : {}),
    ...(missing.length > 0 ? { absences: Object.fromEntries(missing) } : {}),
    ...(needsFloor(draft) ? { floor: pointed(draft.floor) } : {}),
  };
}

/** Whether a criterion would count at a floor. */
export const needsFloor = (draft: Draft): boolean => Object.values(draft.absences).includes('FLOOR');

/** Whether every number that counts is one, from 0 to 100. */
export const isReadable = (draft: Draft): boolean =>
  [
    ...Object.values(draft.channels).flatMap(({ whenAbsent, floor }) => (whenAbsent === 'FLOOR' ? [floor] : [])),
    ...(needsFloor(draft) ? [draft.floor] : []),
    ...(draft.minimumShare.trim() ? [draft.minimumShare] : []),
  ].every((typed) => numberIn(typed, 100) !== null);

const pointed = (typed: string): string => typed.trim().replace(',', '.');
