import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Search from '@mui/icons-material/Search';
import { Box, Button, Card, FormControlLabel, InputAdornment, Switch, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { RankingTable } from './RankingTable.tsx';
import type { CategoryRanking } from './ranking.graphql.ts';
import { useRankingExport } from './useRankingExport.ts';

/** The ranking of one category: what it says in its title, then a search, then the table. */
export const RankingOf = ({ ranking, year }: { readonly ranking: CategoryRanking; readonly year: number }) => {
  const translate = useTranslate();
  const format = useFormat();
  const save = useRankingExport(ranking, year);
  const [words, setWords] = useState('');
  const [figures, setFigures] = useState(false);
  const { category, lines, mean, structureCount } = ranking;
  const shown = lines.filter(({ enrolment }) => plain(enrolment.structure.name).includes(plain(words)));
  return (
    <Card component="section" aria-label={category.label}>
      <Box sx={{ px: 5, pt: 4, pb: 3 }}>
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', fontWeight: 600 }}>
          {category.label}
        </Typography>
        <Typography component="h2" variant="h2">
          <Headline ranking={ranking} />
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('room.ranking.base', { smart_count: structureCount, mean: format.number(mean, 2) })}.{' '}
          {translate('room.ranking.legend')}
        </Typography>
        <Box sx={{ mt: 4, display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
          <TextField
            type="search"
            value={words}
            onChange={({ target }) => setWords(target.value)}
            placeholder={translate('room.ranking.search')}
            sx={{ flex: '1 1 220px', maxWidth: { sm: 320 } }}
            slotProps={{
              htmlInput: { 'aria-label': translate('room.ranking.search') },
              input: {
                startAdornment: (
                  <InputAdornment position="start">
                    <Search fontSize="small" sx={{ mr: 1.5, color: 'text.secondary' }} />
                  </InputAdornment>
                ),
              },
            }}
          />
          <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
            {words && translate('room.ranking.found', { count: shown.length, total: lines.length })}
          </Typography>
          <Box sx={{ flex: { sm: 1 } }} />
          <FormControlLabel
            control={<Switch size="small" checked={figures} onChange={(_, on) => setFigures(on)} />}
            label={translate('room.ranking.figures')}
            sx={{ mr: 0, ml: 0, gap: 1, '& .MuiFormControlLabel-label': { fontSize: '0.875rem' } }}
          />
          <Button variant="outlined" color="inherit" startIcon={<FileDownloadOutlined />} onClick={() => save(shown)}>
            {translate('list.export')}
          </Button>
        </Box>
      </Box>
      {shown.length === 0 ? (
        <Typography variant="body2" sx={{ px: 5, pb: 5, color: 'text.secondary' }}>
          {translate(lines.length === 0 ? 'room.ranking.headlineNone' : 'room.ranking.nothing')}
        </Typography>
      ) : (
        <RankingTable lines={shown} figures={figures} label={category.label} />
      )}
    </Card>
  );
};

/** The message of the chart, as a newspaper would put it. */
const Headline = ({ ranking }: { readonly ranking: CategoryRanking }) => {
  const translate = useTranslate();
  const format = useFormat();
  const first = ranking.lines.filter(({ rank }) => rank === 1);
  const names = first.map(({ enrolment }) => enrolment.structure.name);
  if (names.length === 0) return translate('room.ranking.headlineNone');
  const score = format.number(first[0]?.score, 2);
  return names.length === 1
    ? translate('room.ranking.headline', { name: names[0], score })
    : translate('room.ranking.headlineTied', { names: format.list(names), score });
};

/** "Évreux" is found by "evreux". */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
