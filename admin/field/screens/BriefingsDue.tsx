import { useField } from '../store/state.ts';
import { useWords } from '../words/useWords.ts';

/** The briefings that stand between an auditor and their tests. */
export const BriefingsDue = () => {
  const words = useWords();
  const briefings = useField(({ briefings }) => briefings);
  const due = Object.entries(briefings).filter(([, briefing]) => !briefing.passed);
  return due.map(([editionId]) => (
    <p key={editionId} className="note warning">
      <a href={`#/briefing/${editionId}`}>{words.briefing.due}</a>
    </p>
  ));
};
