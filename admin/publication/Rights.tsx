import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Audiences } from './publication.graphql.ts';
import { Sign } from './Sign.tsx';

/** Who may do more, and less, once the edition is published. Nothing when it is already. */
export const Rights = ({ shifts }: Pick<Audiences, 'shifts'>) => {
  const translate = useTranslate();
  const format = useFormat();
  if (shifts.length === 0) return null;
  const named = (rights: readonly string[]) =>
    format.list(rights.map((right) => translate(`room.passage.right.${right}`, { _: right })));
  const lines = shifts.flatMap(({ audience, opens, closes }) => [
    ...(opens.length > 0 ? [{ audience, sign: 'added' as const, rights: named(opens) }] : []),
    ...(closes.length > 0 ? [{ audience, sign: 'removed' as const, rights: named(closes) }] : []),
  ]);
  return (
    <Section title={translate('room.publication.rightsTitle')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {lines.map(({ audience, sign, rights }) => (
          <Box component="li" key={`${audience}${sign}`} sx={{ display: 'flex', gap: 2 }}>
            <Sign kind={sign} />
            <span>
              <strong>{translate(`enum.Audience.${audience}`)}</strong> : {rights}
            </span>
          </Box>
        ))}
      </Box>
    </Section>
  );
};
