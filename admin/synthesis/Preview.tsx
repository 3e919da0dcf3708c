import InsertChartOutlined from '@mui/icons-material/InsertChartOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { typeset } from '../kernel/i18n/typeset.ts';
import { Section } from '../kernel/record/Section.tsx';
import { SERIF } from '../kernel/theme.ts';
import type { Build } from './synthesis.graphql.ts';

type Line = Build['lines'][number];

/** The text as it is printed: what was asked for is marked, what could not be answered stands out. */
export const Preview = ({ build }: { readonly build: Build }) => {
  const translate = useTranslate();
  return (
    <Section title={translate('room.synthesis.preview')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
        {translate('room.synthesis.previewMore')}
      </Typography>
      <Box lang="fr" sx={{ maxWidth: 680 }}>
        {build.lines.map((line) => (
          <PrintedLine key={line.number} line={line} />
        ))}
      </Box>
    </Section>
  );
};

const PrintedLine = ({ line }: { readonly line: Line }) => {
  if (line.block) return <Block block={line.block} />;
  const words = <Runs runs={line.runs} />;
  if (line.kind === 'TITLE')
    return (
      <Typography
        component="h3"
        sx={{ fontFamily: SERIF, fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.25, mb: 3 }}
      >
        {words}
      </Typography>
    );
  if (line.kind === 'HEADING')
    return (
      <Typography component="h4" sx={{ fontFamily: SERIF, fontSize: '1.125rem', fontWeight: 600, mt: 5, mb: 2 }}>
        {words}
      </Typography>
    );
  return <Typography sx={{ mb: 2, pl: line.kind === 'ITEM' ? 4 : 0 }}>{words}</Typography>;
};

const Runs = ({ runs }: { readonly runs: Line['runs'] }) => (
  <>
    {runs.map(({ text, strong, of }, i) => (
      <Box
        // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name than their place.
        key={i}
        component={of === 'FAULTY' ? 'mark' : 'span'}
        sx={{
          fontWeight: strong ? 700 : 'inherit',
          ...(of === 'QUERY' && { borderBottom: '1px dotted', borderColor: 'primary.main' }),
          ...(of === 'FAULTY' && { bgcolor: 'transparent', color: 'error.main', overflowWrap: 'anywhere' }),
        }}
      >
        {typeset(text)}
      </Box>
    ))}
  </>
);

/** A chart, a table or a list stands here in the document; its figures are those of the pages of results. */
const Block = ({ block }: { readonly block: NonNullable<Line['block']> }) => {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        my: 3,
        px: 4,
        py: 3,
        display: 'flex',
        gap: 3,
        alignItems: 'center',
        border: '1px dashed',
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <InsertChartOutlined aria-hidden sx={{ color: 'text.secondary' }} />
      <Typography variant="body2">{translate(`room.synthesis.block.${block}`)}</Typography>
    </Box>
  );
};
