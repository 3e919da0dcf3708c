import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { useQuorumInWords } from '../kernel/jury.ts';
import type { Deliberation, Member, Round } from './record.ts';
import { Votes } from './Votes.tsx';

/** What a panel's decision rests on: its meeting, its rules, then each ballot held, with who was there. */
export const Basis = ({ deliberation }: { readonly deliberation: Deliberation }) => {
  const translate = useTranslate();
  const format = useFormat();
  const quorumInWords = useQuorumInWords();
  const { panel, meeting, rules, rounds } = deliberation;
  const { share, strictly, fewest } = rules.quorum;
  const quorum = quorumInWords({ quorumShare: share, quorumStrictly: strictly, quorumFewest: fewest });
  return (
    <>
      <p style={{ margin: 0 }}>
        {[`${panel}, ${meeting.label}`, format.instant(meeting.openedAt), meeting.place].filter(Boolean).join(' · ')}
      </p>
      <p style={{ margin: '4px 0 0' }}>
        <strong>{translate(`enum.VotingMode.${rules.mode}`)}</strong>
        {' · '}
        {translate('room.mandate.quorumIs', { quorum })}
      </p>
      {rounds.map((round) => (
        <Box key={round.round} sx={{ mt: 4 }}>
          {rounds.length > 1 && (
            <Typography component="h3" variant="h4" sx={{ mb: 1 }}>
              {translate('room.agenda.round', { round: round.round })}
            </Typography>
          )}
          <People round={round} />
          <Votes round={round} candidates={deliberation.candidates} />
        </Box>
      ))}
    </>
  );
};

const ATTENDANCES = ['PRESENT', 'RECUSED', 'ABSENT'] as const;

/** Who was there, who was recused and why, who was absent; who presided, who kept the minutes. */
const People = ({ round }: { readonly round: Round }) => {
  const translate = useTranslate();
  const format = useFormat();
  const said = ({ name, quality, motive, replaces }: Member) =>
    [
      quality ? `${name} (${quality})` : name,
      ...(motive ? [motive] : []),
      ...(replaces ? [translate('room.panel.replaces', { name: replaces })] : []),
    ].join(', ');
  const { entitled, present, needed } = round.quorum;
  return (
    <Box component="ul" sx={{ m: 0, pl: 5 }}>
      {ATTENDANCES.map((state) => ({ state, all: round.members.filter(({ attendance }) => attendance === state) }))
        .filter(({ all }) => all.length > 0)
        .map(({ state, all }) => (
          <li key={state}>
            {translate(`room.decision.attendance.${state}`, { smart_count: all.length })} {all.map(said).join(' ; ')}
          </li>
        ))}
      <li>{translate('room.decision.quorum', { entitled, present, needed })}</li>
      <li>{translate('room.decision.presided', { name: round.presiding })}</li>
      {round.secretaries.length > 0 && (
        <li>{translate('room.decision.kept', { names: format.list(round.secretaries) })}</li>
      )}
    </Box>
  );
};
