import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import Search from '@mui/icons-material/Search';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import {
  Box,
  Button,
  Card,
  FormControlLabel,
  InputAdornment,
  Switch,
  TextField,
  Tooltip,
  Typography,
} from '@mui/material';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { axesOf } from './axes.ts';
import { Headline } from './Headline.tsx';
import { RankingTable } from './RankingTable.tsx';
import type { CategoryRanking } from './ranking.graphql.ts';
import { UncertaintyLegend } from './UncertaintyLegend.tsx';
import { useRankingExport } from './useRankingExport.ts';

interface RankingOfProps {
  readonly ranking: CategoryRanking;
  readonly year: number;
  /** Where the certificates of its run are to be had; null when they are not, since scores have moved. */
  readonly certificates: string | null;
}

/** The ranking of one category: what it says in its title, then a search, then the table. */
export const RankingOf = ({ ranking, year, certificates }: RankingOfProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const save = useRankingExport(ranking, year);
  const [words, setWords] = useState('');
  const [figures, setFigures] = useState(false);
  const [unsure, setUnsure] = useState(true);
  const { category, lines, mean, structureCount } = ranking;
  const studied = lines.some(({ robustness }) => robustness !== null);
  const axes = useMemo(() => axesOf(lines), [lines]);
  const shown = lines.filter(({ enrolment }) => plain(enrolment.structure.name).includes(plain(words)));
  return (
    <Card component="section" aria-label={category.label} sx={{ mb: 4 }}>
      <Box sx={{ px: 5, pt: 4, pb: 4 }}>
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', fontWeight: 600 }}>
          {category.label}
        </Typography>
        <Typography component="h2" variant="h2" sx={{ maxWidth: '72ch' }}>
          <Headline ranking={ranking} />
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('room.ranking.base', { smart_count: structureCount, mean: format.number(mean, 2) })}.{' '}
          {translate('room.ranking.legend')} {!studied && structureCount > 0 && translate('room.robustness.unstudied')}
        </Typography>
        <Box sx={{ mt: 4, display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
          <SearchField words={words} onChange={setWords} />
          <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
            {words && translate('room.ranking.found', { count: shown.length, total: lines.length })}
          </Typography>
          <Box sx={{ flex: { sm: 1 } }} />
          {studied && <Toggle label="room.robustness.switch" checked={unsure} onChange={setUnsure} />}
          <Toggle label="room.ranking.figures" checked={figures} onChange={setFigures} />
          <Button variant="outlined" color="inherit" startIcon={<FileDownloadOutlined />} onClick={() => save(shown)}>
            {translate('list.export')}
          </Button>
          <Button
            variant="outlined"
            color="inherit"
            startIcon={<PictureAsPdfOutlined />}
            href={`/admin/reports/ranking/${category.id}`}
            download
          >
            PDF
          </Button>
          {certificates && structureCount > 0 && (
            <Tooltip title={translate('room.ranking.certificatesMore')}>
              <Button
                variant="outlined"
                color="inherit"
                startIcon={<VerifiedOutlined />}
                href={`${certificates}?category=${category.id}`}
                download
              >
                {translate('room.ranking.certificates')}
              </Button>
            </Tooltip>
          )}
        </Box>
        {studied && unsure && <UncertaintyLegend lines={lines} />}
      </Box>
      {shown.length === 0 ? (
        <Typography variant="body2" sx={{ px: 5, pb: 5, color: 'text.secondary' }}>
          {translate(lines.length === 0 ? 'room.ranking.headlineNone' : 'room.ranking.nothing')}
        </Typography>
      ) : (
        <RankingTable
          {...{ figures, lines: shown, label: category.label }}
          axes={studied && unsure ? axes : null}
          first={lines.find(({ rank }) => rank === 1)}
        />
      )}
    </Card>
  );
};

const SearchField = ({ words, onChange }: { readonly words: string; readonly onChange: (words: string) => void }) => {
  const translate = useTranslate();
  return (
    <TextField
      type="search"
      value={words}
      onChange={({ target }) => onChange(target.value)}
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
  );
};

interface ToggleProps {
  /** A key of the dictionary. */
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

const Toggle = ({ label, checked, onChange }: ToggleProps) => {
  const translate = useTranslate();
  return (
    <FormControlLabel
      control={<Switch size="small" checked={checked} onChange={(_, on) => onChange(on)} />}
      label={translate(label)}
      sx={{ mr: 0, ml: 0, gap: 1, '& .MuiFormControlLabel-label': { fontSize: '0.875rem' } }}
    />
  );
};

/** "Évreux" is found by "evreux". */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
