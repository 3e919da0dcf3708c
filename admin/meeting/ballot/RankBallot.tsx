import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import AddOutlined from '@mui/icons-material/AddOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Who } from '../../kernel/count/Who.tsx';
import { Hidden } from '../../kernel/Hidden.tsx';
import type { Candidate } from '../meeting.graphql.ts';
import type { BallotDraft } from './draft.ts';
import { RankRow } from './RankRow.tsx';
import { dropped, joined, moved, movedTo, placed, placesIn, type Ranking } from './ranking.ts';

/** An order of preference: touched one after the other, then moved by thumb, mouse or keys. */
export const RankBallot = ({
  candidates,
  mayOmit,
  draft,
  onChange,
}: {
  readonly candidates: readonly Candidate[];
  readonly mayOmit: boolean;
  readonly draft: BallotDraft;
  readonly onChange: (draft: BallotDraft) => void;
}) => {
  const translate = useTranslate();
  const [told, setTold] = useState('');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 6 } }),
  );
  const { ranking } = draft;
  const places = placesIn(ranking);
  const ranked = ranking.flat().flatMap((code) => candidates.find((each) => each.code === code) ?? []);
  const left = candidates.filter(({ code }) => !places.has(code));
  const change = (next: Ranking, code: string) => {
    const place = placesIn(next).get(code);
    setTold(place ? translate('ballot.rankTold', { code, place }) : translate('ballot.rankOut', { code }));
    onChange({ ...draft, ranking: next });
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over) change(movedTo(ranking, String(active.id), String(over.id)), String(active.id));
  };
  return (
    <>
      <Typography sx={{ mb: 3 }}>{translate('ballot.rankHow')}</Typography>
      <DndContext
        sensors={sensors}
        collisionDetection={pointerWithin}
        onDragEnd={drop}
        // Keys move lines by their own buttons, told below: these words would only be for pointers.
        accessibility={{ screenReaderInstructions: { draggable: translate('ballot.rankKeys') } }}
      >
        <Box component="ol" aria-label={translate('ballot.myRanking')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {ranked.map((candidate, i) => (
            <RankRow
              key={candidate.code}
              candidate={candidate}
              place={places.get(candidate.code) ?? 0}
              equal={i > 0 && places.get(ranked[i - 1]?.code ?? '') === places.get(candidate.code)}
              first={i === 0}
              last={i === ranked.length - 1}
              onMove={(by) => change(moved(ranking, candidate.code, by), candidate.code)}
              onJoin={() => change(joined(ranking, candidate.code), candidate.code)}
              onDrop={() => change(dropped(ranking, candidate.code), candidate.code)}
            />
          ))}
        </Box>
      </DndContext>
      {left.length > 0 && (
        <Box component="section" aria-labelledby="unranked" sx={{ mt: ranked.length > 0 ? 5 : 0 }}>
          <Typography component="h3" variant="h3" id="unranked" sx={{ mb: 2 }}>
            {translate('ballot.unranked')}
          </Typography>
          <Typography variant="body2" sx={{ mb: 3, color: 'text.secondary' }}>
            {translate(mayOmit ? 'ballot.mayOmit' : 'ballot.mayNotOmit')}
          </Typography>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
            {left.map((candidate) => (
              <Button
                key={candidate.code}
                variant="outlined"
                startIcon={<AddOutlined />}
                onClick={() => change(placed(ranking, candidate.code), candidate.code)}
                sx={{ minHeight: 56, justifyContent: 'flex-start', textAlign: 'left', fontSize: '1rem' }}
              >
                <Hidden>{translate('ballot.rank')} </Hidden>
                <Who of={candidate} />
                <Hidden> {translate('ballot.atPlace', { place: ranked.length + 1 })}</Hidden>
              </Button>
            ))}
          </Box>
        </Box>
      )}
      <div role="status">
        <Hidden>{told}</Hidden>
      </div>
    </>
  );
};
