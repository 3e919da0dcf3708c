import { useTranslate } from 'react-admin';
import type { BallotDraft } from './draft.ts';
import { Options } from './Options.tsx';

/** For or against the motion. */
export const RatifyBallot = ({
  draft,
  onChange,
}: {
  readonly draft: BallotDraft;
  readonly onChange: (draft: BallotDraft) => void;
}) => {
  const translate = useTranslate();
  return (
    <Options
      legend={translate('ballot.onMotion')}
      name="opinion"
      value={draft.opinion}
      options={(['FOR', 'AGAINST'] as const).map((value) => ({
        value,
        label: translate(`ballot.opinion.${value}`),
        more: translate(`ballot.opinionMore.${value}`),
      }))}
      onChange={(opinion) => onChange({ ...draft, opinion: opinion as BallotDraft['opinion'] })}
    />
  );
};
