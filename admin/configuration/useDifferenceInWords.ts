import { useTranslate } from 'react-admin';
import { useValueInWords } from '../kernel/record/valueInWords.ts';
import type { Difference } from './configuration.graphql.ts';

/** Where a difference is, from the outside in, and what it is: "poids : de 3 à 4". */
export function useDifferenceInWords(): (difference: Difference) => { where: string; what: string } {
  const translate = useTranslate();
  const words = useValueInWords();
  const nothing = translate('room.configuration.nothing');
  return ({ kind, path, subject, field, before, after }) => {
    const [root = ''] = path;
    const whole = translate(`room.configuration.whole.${root}`, { _: translate('noun.edition', { smart_count: 1 }) });
    const where = subject.length > 0 ? subject.join(' › ') : whole;
    if (kind === 'REORDERED') return { where, what: translate('room.configuration.order') };
    if (field === null) return { where, what: '' };
    const name = translate(`field.${field}`, { _: translate(`enum.Absence.${field}`, { _: field }) });
    const say = (value: unknown) => said(words(nouns[root] ?? root, field, value), value) ?? nothing;
    return { where, what: translate('room.configuration.changed', { name, before: say(before), after: say(after) }) };
  };
}

/** The record whose words the fields of a part are said in. */
const nouns: Readonly<Record<string, string>> = {
  ...{ edition: 'edition', categories: 'category', prizes: 'special_prize', licences: 'licence', grid: 'criterion' },
};

/** What the journal has no words for is shown as the file has it. */
const said = (words: string | null, value: unknown): string | null =>
  words === '…' || words?.includes('[object') ? shortened(JSON.stringify(value)) : words;

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);
