import EmojiEventsOutlined from '@mui/icons-material/EmojiEventsOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { CountOf } from '../../kernel/count/CountOf.tsx';
import type { Count, Found } from '../../kernel/count/count.ts';
import { useNamesOf } from '../../kernel/count/Who.tsx';
import { useFormat } from '../../kernel/format.ts';
import { Section } from '../../kernel/record/Section.tsx';
import type { Item, Meeting, Result } from '../meeting.graphql.ts';
import { Ballots } from './Ballots.tsx';
import { Dissents } from './Dissents.tsx';

/** What came of an item: who receives the award and what made it so, then all one needs to count again. */
export const ResultOf = ({
  item,
  result,
  meeting,
}: {
  readonly item: Item;
  readonly result: Result;
  readonly meeting: Meeting;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const namesOf = useNamesOf();
  const ballots = result.ballots as readonly Found[];
  const count = result.count as Count | null;
  const casting = result.casting as { readonly by: string; readonly opinion: string | null } | null;
  const names = namesOf(item.candidates, result.among);
  const laureates = result.outcome === 'LAUREATES';
  const onMotion = result.outcome === 'CASTING_VOTE' && item.motion !== null && !casting?.opinion;
  const outcome = onMotion ? 'CASTING_MOTION' : result.outcome;
  return (
    <Section title={translate('result.one')}>
      <Box sx={{ display: 'flex', gap: 4, alignItems: 'flex-start', mb: 4 }}>
        {laureates && names.length > 0 && (
          <EmojiEventsOutlined aria-hidden sx={{ fontSize: 40, color: 'gold.main', mt: 0.5 }} />
        )}
        <Box>
          <Typography sx={{ fontSize: { xs: '1.25rem', sm: '1.75rem' }, fontWeight: 650, lineHeight: 1.2 }}>
            {laureates
              ? names.length > 0
                ? format.list(names)
                : translate('result.nobody')
              : translate(`result.outcome.${outcome}`, { names: format.list(names) })}
          </Typography>
          {result.by && (
            <Typography sx={{ mt: 1, fontSize: '1rem' }}>
              {translate(`result.by.${result.by}`, { name: casting?.by ?? '' })}
            </Typography>
          )}
        </Box>
      </Box>
      {count && <CountOf candidates={item.candidates} count={count} first={result.among} />}
      {count && <Turnout ballots={ballots} abstained={result.abstained} />}
      {ballots.length > 0 && <Ballots item={item} ballots={ballots} />}
      <Dissents item={item} result={result} meeting={meeting} />
    </Section>
  );
};

const Turnout = ({ ballots, abstained }: { readonly ballots: readonly Found[]; readonly abstained: number }) => {
  const translate = useTranslate();
  const of = (kind: Found['kind']) => ballots.filter((ballot) => ballot.kind === kind).length;
  const parts = [
    translate('result.votes', { smart_count: of('VALID') }),
    translate('result.blank', { smart_count: of('BLANK') }),
    translate('result.invalid', { smart_count: of('INVALID') }),
    translate('result.abstained', { smart_count: abstained }),
  ];
  return (
    <Typography sx={{ mt: 3 }}>
      {translate('result.cast', { smart_count: ballots.length })} {parts.join(' · ')}
    </Typography>
  );
};
