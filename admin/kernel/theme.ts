import { createTheme } from '@mui/material/styles';
import { defaultLightTheme, type RaThemeOptions } from 'react-admin';
import { componentsOf } from './theme.components.ts';
import { dark, light, type Tokens } from './tokens.ts';

declare module '@mui/material/styles' {
  interface Palette {
    readonly gold: Palette['primary'];
    readonly tokens: Tokens;
  }
  interface PaletteOptions {
    readonly gold?: PaletteOptions['primary'];
    readonly tokens?: Tokens;
  }
}

const SANS = "'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif";
export const SERIF = "'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif";

/** The look of the house in one mode: 14 px text, radius 6, one shadow, steps of 4, motion under 150 ms. */
const themeOf = (mode: 'light' | 'dark', tokens: Tokens): RaThemeOptions => ({
  ...defaultLightTheme,
  palette: {
    mode,
    tokens,
    primary: { main: tokens.primary, contrastText: mode === 'light' ? '#FFFFFF' : tokens.ground },
    secondary: { main: tokens.primary, contrastText: mode === 'light' ? '#FFFFFF' : tokens.ground },
    gold: { main: tokens.gold },
    success: { main: tokens.success },
    warning: { main: tokens.warning },
    error: { main: tokens.error },
    info: { main: tokens.info },
    background: { default: tokens.ground, paper: tokens.paper },
    text: { primary: tokens.ink, secondary: tokens.muted },
    divider: tokens.line,
    action: { hover: `${tokens.primary}14`, selected: `${tokens.primary}1F` },
  },
  shape: { borderRadius: 6 },
  spacing: 4,
  typography: {
    fontFamily: SANS,
    fontSize: 14,
    htmlFontSize: 16,
    h1: { fontSize: '1.75rem', lineHeight: 1.2, fontWeight: 650, letterSpacing: '-0.01em' },
    h2: { fontSize: '1.25rem', lineHeight: 1.3, fontWeight: 650 },
    h3: { fontSize: '1rem', lineHeight: 1.4, fontWeight: 650 },
    h4: { fontSize: '0.875rem', lineHeight: 1.45, fontWeight: 650 },
    h5: { fontSize: '0.875rem', lineHeight: 1.45, fontWeight: 650 },
    h6: { fontSize: '0.875rem', lineHeight: 1.45, fontWeight: 650 },
    body1: { fontSize: '1rem', lineHeight: 1.45 },
    body2: { fontSize: '0.875rem', lineHeight: 1.45 },
    caption: { fontSize: '0.75rem', lineHeight: 1.45 },
    button: { fontSize: '0.875rem', fontWeight: 600, textTransform: 'none', letterSpacing: 0 },
  },
  transitions: {
    duration: {
      shortest: 80,
      shorter: 100,
      short: 120,
      standard: 140,
      complex: 140,
      enteringScreen: 120,
      leavingScreen: 100,
    },
  },
  shadows: shadows(mode),
  components: { ...defaultLightTheme.components, ...componentsOf(tokens) },
});

/** One shadow, for what floats; everything else lies flat on a line. */
function shadows(mode: 'light' | 'dark') {
  const floating = mode === 'light' ? '0 4px 16px rgba(23, 32, 46, 0.16)' : '0 4px 20px rgba(0, 0, 0, 0.6)';
  const all = createTheme().shadows.map((_, depth) => (depth === 0 ? 'none' : floating));
  return all as typeof all & ReturnType<typeof createTheme>['shadows'];
}

export const lightTheme = themeOf('light', light);
export const darkTheme = themeOf('dark', dark);
