import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { useSettingsInWords } from '../kernel/settingsInWords.ts';
import type { Channel, Criterion } from './grid.graphql.ts';

/** The settings of a grid that depart from the usual, each in a few words. */
export function useInForce() {
  const translate = useTranslate();
  const format = useFormat();
  const words = useSettingsInWords();
  const say = (key: string, more: object = {}) => translate(`room.settings.${key}`, more);
  const minimum = (value: string | null) => (value === null ? [] : [say('minimum', { minimum: format.number(value) })]);
  return {
    /** Of one criterion: bonus, knock-out, what a floor counts, when it is asked, how its delay is worked out. */
    ofCriterion(criterion: Criterion, subjects: readonly Criterion[]): string[] {
      const { bonus, conditions, delay, floor } = criterion;
      const absences = (['whenNotOffered', 'whenNotObserved', 'whenRefused'] as const).flatMap((field) => {
        const policy = criterion[field];
        if (policy !== 'FLOOR' && policy !== 'EXCLUDE') return [];
        const what = words.policy(policy, floor).toLowerCase();
        return [say('absent', { when: translate(`field.${field}`).toLowerCase(), what })];
      });
      return [
        ...(bonus ? [say('bonus')] : []),
        ...minimum(criterion.minimum),
        ...absences,
        ...(conditions.length > 0 ? [say('askedIf', { conditions: words.conditions(conditions, subjects) })] : []),
        ...(delay ? [say('delayed', { delay: words.delay(delay) })] : []),
      ];
    },
    /** Of one channel: knock-out, what it counts without a score, how much its bonuses may add. */
    ofChannel({ whenAbsent, floor, minimum: least, bonusCap }: Channel): string[] {
      const absent = words.policy(whenAbsent, floor).toLowerCase();
      return [
        ...minimum(least),
        ...(whenAbsent === 'RENORMALISE' ? [] : [say('noScore', { what: absent })]),
        ...(bonusCap === null
          ? []
          : [say('bonusCap', { cap: format.number(bonusCap), smart_count: Number(bonusCap) })]),
      ];
    },
  };
}
