import type { Answer } from '../../../server/collect/content.rules.ts';
import type { Question, Test } from '../net/field.graphql.ts';
import { useField } from '../store/state.ts';
import type { Words } from '../words/fr.ts';
import { useWords } from '../words/useWords.ts';

/** What was answered to a question of a test, as this device remembers it; nothing when it does not. */
export const Told = ({ test, code }: { readonly test: Test; readonly code: string }) => {
  const words = useWords();
  const answer = useField(({ drafts }) => drafts[test.id]?.content.answers[code]);
  const form = useField(({ work }) => work?.forms.find(({ id }) => id === test.formId));
  const question = form?.questions.find((each) => each.code === code);
  if (!answer || !question) return null;
  return <p>{words.question.told(inWords(answer, question, words))}</p>;
};

function inWords(answer: Answer, { kind, scale, unit }: Question, words: Words): string {
  if ('absence' in answer) return words.absence[answer.absence];
  if (kind === 'YES_NO') return answer.value === '1' ? words.form.yes : words.form.no;
  if (scale.type === 'CHOICE') return scale.choices.find(({ code }) => code === answer.value)?.label ?? answer.value;
  return unit ? `${answer.value} ${words.unit[unit as keyof Words['unit']]}` : answer.value;
}
