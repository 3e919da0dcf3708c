import { useTranslate } from 'react-admin';
import type { DelayRule } from '../../server/delay/delay.rules.ts';
import type { Condition } from '../../server/score/condition.rules.ts';
import type { Scale } from '../../server/score/scale.rules.ts';
import { useFormat } from './format.ts';

/** A criterion that a condition may speak of: without it, its code and the codes of its answers stand for the words. */
export interface Subject {
  readonly code: string;
  readonly label: string;
  readonly scale: Scale;
}

/** Says the settings of a grid as people do. */
export interface SettingsInWords {
  /** "« Mis en relation » : oui et « Sonneries » : moins de 4"; empty without conditions. */
  conditions(conditions: readonly Condition[], subjects?: readonly Subject[]): string;
  /** "de l’envoi à la réponse, en jours ouvrés". */
  delay(rule: DelayRule): string;
  /** What an absence counts: "Compte 20 sur 100", or the name of the policy. */
  policy(policy: string, floor: string | null): string;
}

export function useSettingsInWords(): SettingsInWords {
  const translate = useTranslate();
  const format = useFormat();
  const say = (key: string, more: object = {}) => translate(`room.settings.${key}`, more);
  const joined = (words: readonly string[], by: 'and' | 'or') =>
    words.slice(1).reduce((one, other) => say(by, { one, other }), words[0] ?? '');
  const answer = (code: string, subject: Subject | undefined) => {
    if (subject?.scale.type === 'CHOICE')
      return subject.scale.choices.find((each) => each.code === code)?.label ?? code;
    return code === '1' ? say('yes') : code === '0' ? say('no') : code;
  };
  const condition = (each: Condition, subjects: readonly Subject[]) => {
    const subject = subjects.find(({ code }) => code === each.criterion);
    const criterion = subject?.label ?? each.criterion;
    if ('in' in each) {
      const answers = each.in.map((code) => answer(code, subject));
      return say('answer', { criterion, answer: joined(answers, 'or') });
    }
    const [from, below] = [format.number(each.from), format.number(each.below)];
    const key = each.from == null ? 'below' : each.below == null ? 'from' : 'between';
    return say(key, { criterion, from, below });
  };
  return {
    conditions: (conditions, subjects = []) =>
      joined(
        conditions.map((each) => condition(each, subjects)),
        'and',
      ),
    delay: ({ from, to, count }) =>
      say('delay', {
        from: say(`since.${from}`),
        to: say(`until.${to}`),
        count: translate(`enum.DelayCount.${count}`),
      }),
    policy: (policy, floor) =>
      policy !== 'FLOOR'
        ? translate(`enum.AbsencePolicy.${policy}`)
        : floor === null
          ? say('countsUnsaid')
          : say('counts', { floor: format.number(floor) }),
  };
}
