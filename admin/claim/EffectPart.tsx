import { Alert, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { type Claim, EffectOf } from './claim.graphql.ts';

interface EffectPartProps {
  readonly claim: Claim;
  /** What is supposed accepted; all of it by default. */
  readonly supposed?: { readonly pointIds: string[]; readonly measurementIds: string[] };
}

/** What accepting the claim would do to the score and the rank, alone and with the other open ones. */
export const EffectPart = ({ claim }: Pick<EffectPartProps, 'claim'>) => {
  const translate = useTranslate();
  return (
    <Section title={translate('claim.effect')}>
      <Effects claim={claim} />
    </Section>
  );
};

export const Effects = ({ claim, supposed }: EffectPartProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: ['claim', 'effect', claim.id, claim.version, supposed ?? null],
    queryFn: ({ signal }) => run(EffectOf, { id: claim.id, ...supposed }, signal),
    // What was previewed stays in sight while another choice is worked out.
    placeholderData: keepPreviousData,
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { before, alone, together, others, field, moved, firstMoves } = data.claimEffect;
  const lines = [
    ['effectNow', before],
    ['effectAlone', alone],
    ...(others > 0 ? [['effectTogether', together] as const] : []),
  ] as const;
  return (
    <>
      <Table
        size="small"
        sx={{ maxWidth: 560, '& tr:last-of-type th': { borderBottom: 0 }, '& thead th': { borderBottom: 1 } }}
      >
        <TableHead>
          <TableRow>
            <TableCell />
            <TableCell align="right">{translate('claim.effectScore')}</TableCell>
            <TableCell align="right">{translate('claim.effectRank', { field })}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(([name, { score, rank }]) => (
            <TableRow key={name}>
              <TableCell component="th" scope="row">
                {translate(`claim.${name}`)}
              </TableCell>
              <TableCell align="right">{format.number(score, 2)}</TableCell>
              <TableCell align="right">{format.number(rank)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Typography variant="body2" sx={{ mt: 3 }}>
        {moved === 0 ? translate('claim.effectStill') : translate('claim.effectMoved', { smart_count: moved })}
      </Typography>
      {firstMoves && (
        <Alert severity="warning" sx={{ mt: 3 }}>
          {translate('claim.effectFirst')}
        </Alert>
      )}
      <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
        {translate('claim.effectWhat')}
      </Typography>
    </>
  );
};
