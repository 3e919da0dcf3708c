import { useId, useState } from 'react';
import type { Answer } from '../../../server/collect/content.rules.ts';
import type { Question, Test } from '../net/field.graphql.ts';
import { draftOf, typeInto } from '../store/drafts.ts';
import { useWords } from '../words/useWords.ts';
import { AbsenceField } from './AbsenceField.tsx';
import { begins } from './asked.ts';
import { Exhibits } from './Exhibits.tsx';
import { ValueField } from './ValueField.tsx';
import { Verbatim } from './Verbatim.tsx';

interface QuestionCardProps {
  readonly test: Test;
  readonly question: Question;
}

/** One question: what is asked, its value or why there is none, a remark, what shows it. */
export const QuestionCard = ({ test, question }: QuestionCardProps) => {
  const words = useWords();
  const id = useId();
  const { content } = draftOf(test);
  const answer = content.answers[question.code] ?? null;
  const [remarked, setRemarked] = useState(Boolean(content.verbatims[question.code]));
  const onAnswer = (given: Answer | null) => {
    const { [question.code]: _, ...others } = draftOf(test).content.answers;
    void typeInto(test, { answers: given ? { ...others, [question.code]: given } : others });
  };
  return (
    <fieldset className="card question" aria-describedby={question.guidance ? id : undefined}>
      <legend>
        {question.label}
        {question.bonus ? <span className="chip">{words.form.bonus}</span> : null}
      </legend>
      {question.guidance ? (
        <p id={id} className="muted">
          {question.guidance}
        </p>
      ) : null}
      <Answering test={test} question={question} answer={answer} onAnswer={onAnswer} />
      {remarked ? (
        <Verbatim test={test} place={question.code} label={words.form.remarkOf} />
      ) : (
        <button type="button" className="plain" onClick={() => setRemarked(true)}>
          {words.form.remark}
        </button>
      )}
      <Exhibits test={test} criterion={question.code} />
    </fieldset>
  );
};

interface AnsweringProps extends QuestionCardProps {
  readonly answer: Answer | null;
  readonly onAnswer: (answer: Answer | null) => void;
}

/** The value, and the way to say that there is none. */
const Answering = ({ test, question, answer, onAnswer }: AnsweringProps) => {
  const words = useWords();
  const { events } = draftOf(test).content;
  const absence = answer && 'absence' in answer ? answer.absence : null;
  const [excused, setExcused] = useState(absence !== null);
  const reclaim = () => {
    setExcused(false);
    if (absence) onAnswer(null);
  };
  if (excused)
    return (
      <AbsenceField
        name={question.id}
        absence={absence}
        onChoose={(absence) => onAnswer({ absence })}
        onValue={reclaim}
      />
    );
  return (
    <>
      {question.delay ? (
        <p className="note">{begins(question, events) ? words.form.derived : words.form.derivedMissing}</p>
      ) : (
        <ValueField
          question={question}
          value={answer && 'value' in answer ? answer.value : ''}
          counted={question.unit === 'RINGS' ? events.filter(({ kind }) => kind === 'RANG').length : 0}
          onChange={(value) => onAnswer(value === '' ? null : { value })}
        />
      )}
      <button type="button" className="plain" onClick={() => setExcused(true)}>
        {words.form.noValue}
      </button>
    </>
  );
};
