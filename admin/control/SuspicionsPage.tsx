import { Box, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Chip, Tag } from '../kernel/chips.tsx';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { ControlTabs } from './ControlTabs.tsx';
import { type Suspicion, Suspicions } from './control.graphql.ts';
import { PieceOf } from './Evidences.tsx';

/** What a person should look at, side by side: the same picture, the same words, a pace that is hard to believe. */
export const SuspicionsPage = () => (
  <EditionPage resource="control" title="room.control.suspicions" tabs={false}>
    {(edition) => (
      <>
        <ControlTabs />
        <All key={edition.id} edition={edition} />
      </>
    )}
  </EditionPage>
);

const All = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['control', 'suspicions', edition.id],
    queryFn: ({ signal }) => run(Suspicions, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.suspicions.length === 0)
    return (
      <Card>
        <Empty title={translate('room.control.noSuspicion')} more={translate('room.control.noSuspicionMore')} />
      </Card>
    );
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 4, maxWidth: '80ch' }}>
        {translate('room.control.suspicionsMore')}
      </Typography>
      {data.suspicions.map((suspicion, i) => (
        <Pair key={`${suspicion.kind} ${suspicion.audit.id} ${i.toString()}`} suspicion={suspicion} />
      ))}
    </>
  );
};

const Pair = ({ suspicion }: { readonly suspicion: Suspicion }) => {
  const translate = useTranslate();
  const { kind, measure, audit, other, evidences, auditors } = suspicion;
  const both = [audit, ...(other ? [other] : [])];
  const told = translate(`room.control.suspect.${kind}`, {
    ...{
      reference: other?.reference ?? '',
      percent: Math.round(measure * 100),
      seconds: Math.abs(Math.round(measure)),
    },
  });
  return (
    <Card component="section" aria-label={told} sx={{ mb: 4, p: 5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 3 }}>
        <Tag tone="warning" label={translate(`enum.SuspicionKind.${kind}`)} />
        <span>{told}</span>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {auditors.join(', ')}
        </Box>
      </Box>
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {both.map((each, i) => (
          <One key={each.id} audit={each} piece={evidences[i]} text={kind === 'TEXT'} />
        ))}
      </Box>
    </Card>
  );
};

interface OneProps {
  readonly audit: Suspicion['audit'];
  readonly piece: Suspicion['evidences'][number] | undefined;
  readonly text: boolean;
}

const One = ({ audit, piece, text }: OneProps) => {
  const format = useFormat();
  const basename = useBasename();
  return (
    <div>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
        <Link to={`${basename}/control/${audit.id}`}>{audit.reference}</Link>
        <Chip of="AuditState" value={audit.state} />
      </Box>
      <div>{audit.enrolment.structure.name}</div>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {[audit.channel.label, format.day(audit.performedOn)].join(' · ')}
      </Typography>
      {piece && (
        <Box sx={{ mt: 3 }}>
          <PieceOf piece={piece} />
        </Box>
      )}
      {text && audit.verbatim && (
        <blockquote style={{ margin: '8px 0', whiteSpace: 'pre-line' }}>{audit.verbatim}</blockquote>
      )}
    </div>
  );
};
