import type { ChannelRule } from './channel.rules.ts';
import type { Decimal } from './exact.rules.ts';
import type { AbsencePolicy, CriterionRule, Missing } from './measure.rules.ts';
import type { Rules } from './score.rules.ts';

/** What absences do in one edition, where it departs from its grid. What is left out stays as the grid has it. */
export interface PolicyRules {
  /** Least share of the weight of the grid that must rest on values, 0 to 1; null for none. */
  readonly minimumShare?: Decimal | null;
  readonly channels?: readonly ChannelPolicy[];
  /** For every criterion at once. */
  readonly absences?: Readonly<Partial<Record<Missing, AbsencePolicy>>>;
  /** What FLOOR counts for a criterion that has no floor of its own, on 100. */
  readonly floor?: Decimal | null;
}

/** What a structure without a score on one channel counts. */
export interface ChannelPolicy {
  readonly code: string;
  readonly whenAbsent?: AbsencePolicy;
  /** What FLOOR counts, on 100. */
  readonly floor?: Decimal | null;
  /** Whether an optional channel enters the overall score. */
  readonly compared?: boolean;
}

/** A grid under a policy. */
export function underPolicy(rules: Rules, { minimumShare, channels = [], absences = {}, floor }: PolicyRules): Rules {
  const of = new Map(channels.map((policy) => [policy.code, policy]));
  return {
    ...rules,
    minimumShare: minimumShare === undefined ? rules.minimumShare : minimumShare,
    channels: rules.channels.map((channel): ChannelRule => {
      const own = of.get(channel.code);
      return {
        ...channel,
        whenAbsent: own?.whenAbsent ?? channel.whenAbsent,
        floor: own?.floor === undefined ? channel.floor : own.floor,
        compared: own?.compared ?? channel.compared,
        criteria: channel.criteria.map(
          (criterion): CriterionRule => ({
            ...criterion,
            absences: { ...criterion.absences, ...absences },
            floor: criterion.floor ?? floor ?? null,
          }),
        ),
      };
    }),
  };
}

/** What is wrong with a policy for a grid, each fault in a sentence. */
export function policyFaults({ channels }: Rules, policy: PolicyRules): string[] {
  const known = new Set(channels.map(({ code }) => code));
  const own = (policy.channels ?? []).flatMap(({ code, whenAbsent, floor }) => [
    ...(known.has(code) ? [] : [`the grid has no channel ${code}`]),
    ...(whenAbsent === 'FLOOR' && floor == null ? [`${code}: the policy FLOOR needs a floor`] : []),
  ]);
  const floored = Object.values(policy.absences ?? {}).includes('FLOOR') && policy.floor == null;
  return [...own, ...(floored ? ['the policy FLOOR needs a floor'] : [])];
}
