import { type Absence, absences } from '../../kernel/form/form.ts';
import { useWords } from '../words/useWords.ts';

interface AbsenceFieldProps {
  readonly name: string;
  readonly absence: Absence | null;
  readonly onChoose: (absence: Absence) => void;
  /** There is a value after all. */
  readonly onValue: () => void;
}

/** Why a question has no value: one of four reasons, each said in a line. */
export const AbsenceField = ({ name, absence, onChoose, onValue }: AbsenceFieldProps) => {
  const words = useWords();
  return (
    <div role="radiogroup" aria-label={words.form.why}>
      <p className="muted">{words.form.why}</p>
      {absences.map((each) => (
        <label key={each} className={`choice ${absence === each ? 'on' : ''}`}>
          <input type="radio" name={`${name}-absence`} checked={absence === each} onChange={() => onChoose(each)} />
          <span>
            {words.absence[each]}
            <span className="muted">{words.absenceHelp[each]}</span>
          </span>
        </label>
      ))}
      <button type="button" className="plain" onClick={onValue}>
        {words.form.hasValue}
      </button>
    </div>
  );
};
