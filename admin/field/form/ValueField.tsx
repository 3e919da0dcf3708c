import { boundsOf } from '../../../server/score/scale.rules.ts';
import type { Question } from '../net/field.graphql.ts';
import { useWords } from '../words/useWords.ts';
import { Amount } from './Amount.tsx';

export interface ValueFieldProps {
  readonly question: Question;
  /** As the rules write it; empty when nothing was answered. */
  readonly value: string;
  /** What the counter of the timeline says, where it counts the same; 0 for nothing. */
  readonly counted: number;
  readonly onChange: (value: string) => void;
}

/** Most ratings that are offered as buttons: beyond, the number is typed. */
const MOST_BUTTONS = 11;

/** The value of a question, by what suits a thumb: two buttons, a list, a rating, a number. */
export const ValueField = (props: ValueFieldProps) => {
  const words = useWords();
  const { scale, kind } = props.question;
  if (kind === 'YES_NO') {
    const answers = [
      ['1', words.form.yes],
      ['0', words.form.no],
    ] as const;
    return <Choices {...props} wide={false} choices={answers} />;
  }
  if (scale.type === 'CHOICE')
    return <Choices {...props} wide choices={scale.choices.map(({ code, label }) => [code, label])} />;
  const [low, high] = boundsOf(scale).map(Number) as [number, number];
  const whole = Number.isInteger(low) && Number.isInteger(high);
  if (kind !== 'SCALE' || !whole || high - low >= MOST_BUTTONS) return <Amount {...props} low={low} high={high} />;
  const ratings = Array.from({ length: high - low + 1 }, (_, i) => [`${low + i}`, `${low + i}`] as const);
  return <Choices {...props} wide={false} choices={ratings} />;
};

interface ChoicesProps extends ValueFieldProps {
  /** One answer a line; else beside one another. */
  readonly wide: boolean;
  readonly choices: readonly (readonly [value: string, label: string])[];
}

const Choices = ({ question, value, wide, choices, onChange }: ChoicesProps) => (
  <div className={wide ? 'choices wide' : 'choices'} role="radiogroup" aria-label={question.label}>
    {choices.map(([code, label]) => (
      <label key={code} className={`choice ${value === code ? 'on' : ''}`}>
        <input type="radio" name={question.id} checked={value === code} onChange={() => onChange(code)} />
        <span>{label}</span>
      </label>
    ))}
  </div>
);
