import { Box, ButtonBase } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Criterion } from './grid.graphql.ts';
import { useInForce } from './inForce.ts';
import { useScaleInWords } from './scaleInWords.ts';

/** One criterion on one line: the question, how it is marked, its weight, and its share of the channel as a bar. */
export const CriterionRow = ({
  criterion,
  siblings,
  share,
  most,
  onOpen,
}: {
  readonly criterion: Criterion;
  /** The criteria of its channel, of which its conditions may speak. */
  readonly siblings: readonly Criterion[];
  /** Its share of the channel, and the largest of all: 0 to 1. */
  readonly share: number;
  readonly most: number;
  readonly onOpen: () => void;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const inWords = useScaleInWords();
  const settings = useInForce().ofCriterion(criterion, siblings);
  return (
    <Box component="li">
      <ButtonBase
        onClick={onOpen}
        sx={{
          width: '100%',
          minHeight: 40,
          px: 5,
          py: 1.5,
          display: 'grid',
          alignItems: 'center',
          textAlign: 'left',
          columnGap: 4,
          fontSize: '0.875rem',
          gridTemplateColumns: { xs: 'minmax(0, 1fr) 56px', md: 'minmax(0, 5fr) minmax(0, 4fr) 44px 120px 56px' },
          '&:hover': { bgcolor: 'background.default' },
          '@media (pointer: coarse)': { minHeight: 44 },
        }}
      >
        <span>
          {criterion.label}
          {settings.length > 0 && (
            <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: '0.8125rem' }}>
              {settings.join(' · ')}
            </Box>
          )}
        </span>
        <Box
          component="span"
          sx={{
            display: { xs: 'none', md: 'block' },
            color: 'text.secondary',
            fontSize: '0.8125rem',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {inWords(criterion)}
        </Box>
        <Box
          component="span"
          sx={{ display: { xs: 'none', md: 'block' }, textAlign: 'right' }}
          title={translate('field.weight')}
        >
          {format.number(criterion.weight)}
        </Box>
        <Box
          component="span"
          aria-hidden
          sx={{ display: { xs: 'none', md: 'block' }, bgcolor: 'background.default', borderRadius: '3px', height: 8 }}
        >
          <Box
            sx={{
              width: most === 0 ? 0 : `${(share / most) * 100}%`,
              height: '100%',
              borderRadius: '3px',
              bgcolor: 'primary.main',
            }}
          />
        </Box>
        <Box component="span" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>
          {criterion.bonus
            ? translate('room.settings.bonusShare', { share: format.percent(share, 1) })
            : format.percent(share, 1)}
        </Box>
      </ButtonBase>
    </Box>
  );
};
