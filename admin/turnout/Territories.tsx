import { Box, ToggleButton, ToggleButtonGroup, Typography, useTheme } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EditionInForce } from '../kernel/edition.tsx';
import { FranceMap, type Shaded, strength } from '../kernel/FranceMap.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { type Measure, rangeOf, shadeOf } from './shade.ts';
import { TerritoryTable } from './TerritoryTable.tsx';
import type { Turnout } from './turnout.graphql.ts';

interface TerritoriesProps {
  readonly edition: EditionInForce;
  readonly turnout: Turnout;
}

/** The map of who takes part, with what its shades mean, and the table of départements or regions. */
export const Territories = ({ edition, turnout }: TerritoriesProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [measure, setMeasure] = useState<Measure>('enrolled');
  const byCode = new Map(turnout.departments.map((each) => [each.code, each]));
  const shaded = (code: string, name: string): Shaded => {
    const territory = byCode.get(code);
    const [enrolled, share] = [territory?.enrolled ?? 0, territory?.share ?? 0];
    const value = measure === 'share' ? format.percent(share, 1) : format.number(enrolled);
    const shade = shadeOf(measure, territory);
    const figure = measure === 'share' ? format.number(Math.round(100 * share)) : format.number(enrolled);
    return {
      ...{ shade, figure: shade === 0 ? '' : figure },
      told: translate(`room.turnout.told.${measure}`, { name, value, smart_count: enrolled }),
    };
  };
  return (
    <>
      <Section
        title={translate('room.turnout.mapTitle')}
        aside={
          <ToggleButtonGroup
            exclusive
            size="small"
            value={measure}
            aria-label={translate('room.turnout.measure')}
            onChange={(_, value: Measure | null) => value && setMeasure(value)}
          >
            {(['enrolled', 'share'] as const).map((each) => (
              <ToggleButton key={each} value={each}>
                {translate(`room.turnout.measures.${each}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        }
      >
        <FranceMap
          label={translate(`room.turnout.map.${measure}`)}
          departments={turnout.departments}
          shadeOf={shaded}
          small={measure === 'share'}
        />
        <Legend measure={measure} />
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 2 }}>
          {translate('room.turnout.source', { year: String(turnout.referenceYear) })}
          {turnout.nowhere > 0 &&
            ` ${translate('room.turnout.nowhere', { smart_count: turnout.nowhere, count: format.number(turnout.nowhere) })}`}
        </Typography>
      </Section>
      <TerritoryTable edition={edition} turnout={turnout} />
    </>
  );
};

const Legend = ({ measure }: { readonly measure: Measure }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { palette } = useTheme();
  const said = (value: number) => (measure === 'share' ? format.percent(value) : format.number(value));
  const range = (shade: number): string => {
    const [from, to] = rangeOf(measure, shade);
    if (shade === 0) return translate('room.turnout.legendNone');
    if (to === null) return translate('room.turnout.legendMore', { from: said(from) });
    return from === to ? said(from) : translate('room.turnout.legendRange', { from: said(from), to: said(to) });
  };
  return (
    <Box
      component="ul"
      aria-label={translate('room.turnout.legend')}
      sx={{ listStyle: 'none', p: 0, m: 0, mt: 4, display: 'flex', flexWrap: 'wrap', gap: 3, fontSize: '0.75rem' }}
    >
      {strength.map((percent, shade) => (
        <Box component="li" key={percent} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box
            aria-hidden
            sx={{
              ...{ width: 16, height: 16, border: 1, borderColor: 'text.secondary', borderRadius: 0.5 },
              bgcolor: `color-mix(in srgb, ${palette.tokens.primary} ${percent}%, ${palette.tokens.ground})`,
            }}
          />
          {range(shade)}
        </Box>
      ))}
    </Box>
  );
};
