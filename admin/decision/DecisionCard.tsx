import { Box, Card, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { DownloadButton } from '../kernel/DownloadButton.tsx';
import { useFormat } from '../kernel/format.ts';
import { Basis } from './Basis.tsx';
import type { Decision, Meeting } from './decision.graphql.ts';
import { recordIn } from './record.ts';

interface DecisionCardProps {
  readonly decision: Decision;
  /** The meetings of the edition: that of the decision has minutes once it is closed. */
  readonly meetings: readonly Meeting[];
}

/** One decision: who receives what, why, and what it rests on. It is never edited, only followed by another. */
export const DecisionCard = ({ decision, meetings }: DecisionCardProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const id = useId();
  const { award, laureates, deliberation } = recordIn(decision.record);
  const { number, motive, corrects, followsRanking } = decision;
  const held = meetings.find(({ openedAt }) => openedAt !== null && openedAt === deliberation?.meeting.openedAt);
  const names = laureates.map(({ structure, mention }) =>
    mention ? translate('room.decision.withMention', { name: structure.name, mention }) : structure.name,
  );
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: 5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center', mb: 2 }}>
        <Typography id={id} component="h2" variant="h3" sx={{ flex: '1 1 240px' }}>
          {translate('room.decision.number', { number })} · {award.label}
        </Typography>
        <Tag label={translate(`enum.DecisionOrigin.${decision.origin}`)} />
        {!followsRanking && <Tag tone="warning" label={translate('room.award.departs')} />}
      </Box>
      <Typography sx={{ fontSize: '1rem', fontWeight: 600 }}>
        {names.length > 0 ? format.list(names) : translate('room.decision.nobody')}
      </Typography>
      {motive && <Typography variant="body2" sx={{ mt: 1, fontStyle: 'italic' }}>{`« ${motive} »`}</Typography>}
      <Typography variant="caption" component="div" sx={{ mt: 1, color: 'text.secondary' }}>
        {[
          translate('room.decision.takenBy', {
            who: decision.decidedByName ?? translate('room.award.someone'),
            at: format.instant(decision.decidedAt),
          }),
          translate('room.award.onRun', { number: decision.runNumber }),
          ...(corrects ? [translate('room.decision.corrects', { number: corrects.number })] : []),
        ].join(' · ')}
      </Typography>
      <Box
        component="details"
        sx={{ mt: 3, fontSize: '0.875rem', '& summary': { cursor: 'pointer', '@media (pointer: coarse)': { py: 3 } } }}
      >
        <summary>{translate('room.decision.restsOn')}</summary>
        <Box sx={{ mt: 3 }}>
          {deliberation ? (
            <>
              <Basis deliberation={deliberation} />
              {held?.closedAt && (
                <Box sx={{ mt: 3 }}>
                  <DownloadButton
                    size="small"
                    path={`minutes/${held.id}`}
                    label={translate('room.agenda.minutes')}
                    about={award.label}
                  />
                </Box>
              )}
            </>
          ) : (
            <p style={{ margin: 0 }}>{translate('room.decision.outside')}</p>
          )}
          <Box sx={{ mt: 4, fontSize: '0.75rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {translate('field.hash')} <code>{decision.hash}</code>
            <br />
            {decision.previousHash ? translate('room.decision.cites') : translate('room.decision.first')}{' '}
            <code>{decision.previousHash}</code>
          </Box>
        </Box>
      </Box>
    </Card>
  );
};
