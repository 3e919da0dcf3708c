import { useTranslate } from 'react-admin';
import type { PolicyRules } from '../../server/score/policy.rules.ts';
import { useFormat } from './format.ts';

/** How policies are said. */
interface Wording {
  /** One of the four, with what its floor counts: "Compte un plancher (20 sur 100)". */
  policy(policy: string, floor?: string | null): string;
  /** What a whole policy says, a sentence at a time; one that says nothing leaves all to the grid. */
  rules(rules: PolicyRules): string[];
}

export function useRulesInWords(): Wording {
  const translate = useTranslate();
  const format = useFormat();
  const say = (policy: string, floor: string | null | undefined) => {
    const name = translate(`enum.AbsencePolicy.${policy}`);
    return policy === 'FLOOR' && floor != null
      ? translate('room.policy.sayFloor', { policy: name, floor: format.number(floor) })
      : name;
  };
  const sayChannel = ({ code, whenAbsent, compared, floor }: NonNullable<PolicyRules['channels']>[number]) => {
    const channel = translate(`enum.ChannelCode.${code}`);
    const entered = compared ? 'room.policy.sayCompared' : 'room.policy.sayNotCompared';
    return [
      ...(compared === undefined ? [] : [translate(entered, { channel })]),
      ...(whenAbsent ? [translate('room.policy.sayChannel', { channel, policy: say(whenAbsent, floor) })] : []),
    ];
  };
  return {
    policy: say,
    rules({ channels = [], absences = {}, floor, minimumShare }) {
      const said = [
        ...channels.flatMap(sayChannel),
        ...Object.entries(absences).map(([absence, policy]) =>
          translate('room.policy.sayAbsence', {
            ...{ absence: translate(`enum.Absence.${absence}`), policy: say(policy, floor) },
          }),
        ),
        ...(minimumShare == null ? [] : [translate('room.policy.sayShare', { share: format.percent(minimumShare) })]),
      ];
      return said.length > 0 ? said : [translate('room.policy.sayGrid')];
    },
  };
}
