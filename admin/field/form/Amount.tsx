import { useId, useState } from 'react';
import { isRight } from '../../kernel/form/form.ts';
import { useWords } from '../words/useWords.ts';
import type { ValueFieldProps } from './ValueField.tsx';

interface AmountProps extends ValueFieldProps {
  readonly low: number;
  readonly high: number;
}

/** A number: a count goes up and down under the thumb, a share is typed in per cent. */
export const Amount = ({ question, value, counted, low, high, onChange }: AmountProps) => {
  const words = useWords();
  const id = useId();
  const share = question.kind === 'SHARE';
  const count = question.kind === 'COUNT';
  const [typed, setTyped] = useState((share && value !== '' ? String(Number(value) * 100) : value).replace('.', ','));
  const unit = share ? '%' : (words.unit[question.unit as keyof typeof words.unit] ?? '');
  const wrong = value !== '' && !isRight(question, value);
  const put = (text: string) => {
    setTyped(text);
    const plain = text.replace(',', '.').replace(/\s/g, '');
    onChange(share && /^\d+(\.\d+)?$/.test(plain) ? String(Number(plain) / 100) : plain);
  };
  const step = (by: number) => put(String(Math.max(0, Number(value || 0) + by)));
  return (
    <>
      <div className="amount">
        {count ? (
          <button type="button" className="secondary" aria-label={words.form.less} onClick={() => step(-1)}>
            −
          </button>
        ) : null}
        <input
          value={typed}
          inputMode="decimal"
          aria-label={question.label}
          aria-invalid={wrong}
          aria-describedby={wrong ? id : undefined}
          onChange={({ target }) => put(target.value)}
        />
        {unit ? <span className="muted">{unit}</span> : null}
        {count ? (
          <button type="button" className="secondary" aria-label={words.form.more} onClick={() => step(1)}>
            +
          </button>
        ) : null}
      </div>
      {counted > 0 && value === '' ? (
        <button type="button" className="secondary" onClick={() => put(String(counted))}>
          {words.form.take(counted)}
        </button>
      ) : null}
      {wrong ? (
        <p id={id} className="wrong">
          {question.kind === 'SCALE' ? words.form.between(`${low}`, `${high}`) : words.form.wrong}
        </p>
      ) : null}
    </>
  );
};
