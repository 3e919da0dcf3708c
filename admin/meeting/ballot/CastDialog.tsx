import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { codeIn, detailsIn } from '../../kernel/api.ts';
import { ConfirmDialog } from '../../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../../kernel/useAct.ts';
import { standing } from '../item.ts';
import { CastBallot, type Item, type Paper } from '../meeting.graphql.ts';
import { type BallotDraft, ballotOf } from './draft.ts';
import { Written } from './Written.tsx';

interface Fault {
  readonly reason: string;
  readonly candidate?: string;
  readonly criterion?: string;
}

/** The ballot read once more, and what casting it means: secret, and final. */
export const CastDialog = ({
  item,
  paper,
  draft,
  blank,
  onClose,
  onCast,
}: {
  readonly item: Item;
  readonly paper: Paper;
  readonly draft: BallotDraft;
  readonly blank: boolean;
  readonly onClose: () => void;
  readonly onCast: () => void;
}) => {
  const translate = useTranslate();
  const { act, pending, error, refusal } = useAct(['meeting']);
  const codes = standing(item).map(({ code }) => code);
  const cast = async (asItIs: boolean) => {
    const ballot = ballotOf(paper, codes, draft, blank);
    if ((await act(CastBallot, { id: item.id, ballot, asItIs })) === null) return;
    onCast();
    onClose();
  };
  const faulty = error !== null && codeIn(error) === 'BALLOT_FAULTY';
  const faults = (faulty ? detailsIn(error).faults : []) as readonly Fault[];
  return (
    <ConfirmDialog
      open
      title={translate(blank ? 'ballot.castBlank' : 'ballot.cast', { award: item.label })}
      action={translate(blank ? 'ballot.castBlankAction' : 'ballot.castAction')}
      pending={pending}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void cast(false)}
    >
      {!blank && <Written item={item} paper={paper} draft={draft} />}
      <Alert severity="info" sx={{ mt: 4 }}>
        {translate('ballot.secret')}
      </Alert>
      {faults.length > 0 && (
        <>
          <ul>
            {faults.map(({ reason, candidate = '', criterion = '' }) => (
              <li key={`${reason} ${candidate} ${criterion}`}>
                {translate(`ballot.fault.${reason}`, { candidate, criterion })}
              </li>
            ))}
          </ul>
          <Button color="inherit" disabled={pending} onClick={() => void cast(true)}>
            {translate('ballot.asItIs')}
          </Button>
        </>
      )}
    </ConfirmDialog>
  );
};
