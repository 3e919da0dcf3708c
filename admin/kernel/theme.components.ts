import type { RaThemeOptions } from 'react-admin';
import { tableOf } from './theme.table.ts';
import type { Tokens } from './tokens.ts';

const focusRing = (tokens: Tokens) => ({ outline: `2px solid ${tokens.primary}`, outlineOffset: '2px' });

/** How each piece of MUI and react-admin looks here: flat, ruled by lines, labels above fields, focus always visible. */
export const componentsOf = (tokens: Tokens): NonNullable<RaThemeOptions['components']> => ({
  MuiCssBaseline: {
    styleOverrides: {
      html: { scrollPaddingTop: 64, WebkitTextSizeAdjust: '100%' },
      'main a:not([class])': { color: tokens.primary, textUnderlineOffset: '0.2em' },
      code: { fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace', fontSize: '0.92em' },
      body: { fontSize: '0.875rem', lineHeight: 1.45, WebkitFontSmoothing: 'antialiased' },
      'a, button, [tabindex], input, select, textarea, summary': { '&:focus-visible': focusRing(tokens) },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          animationIterationCount: '1 !important',
          transitionDuration: '0.01ms !important',
          scrollBehavior: 'auto !important',
        },
      },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { fontFamily: 'inherit', '&.Mui-focusVisible': focusRing(tokens) } },
  },
  // MUI's own grey falls short of 4.5:1 on the ground of a page.
  MuiToggleButton: { styleOverrides: { root: { color: tokens.ink } } },
  MuiButton: {
    defaultProps: { disableElevation: true, size: 'small' },
    styleOverrides: {
      root: { minHeight: 36, paddingInline: 12, '@media (pointer: coarse)': { minHeight: 44 } },
      outlined: { borderColor: tokens.line, '&:hover': { borderColor: tokens.primary } },
    },
  },
  MuiIconButton: {
    styleOverrides: { root: { borderRadius: 6, '@media (pointer: coarse)': { minWidth: 44, minHeight: 44 } } },
  },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' } },
  },
  MuiCard: { styleOverrides: { root: { border: `1px solid ${tokens.line}` } } },
  MuiAppBar: { defaultProps: { elevation: 0 } },
  MuiMenu: { styleOverrides: { paper: { border: `1px solid ${tokens.line}`, minWidth: 200 } } },
  MuiDialog: { styleOverrides: { paper: { border: `1px solid ${tokens.line}` } } },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.25rem', fontWeight: 650, padding: '20px 24px 8px' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px' } } },
  MuiTooltip: {
    defaultProps: { enterDelay: 300 },
    styleOverrides: { tooltip: { backgroundColor: tokens.ink, color: tokens.paper, fontSize: '0.75rem' } },
  },
  MuiCheckbox: {
    defaultProps: {
      // The name belongs on the input: on the span around it, which has no role, screen readers pass it by.
      slotProps: {
        root: { 'aria-label': undefined },
        input: (state: object) => ('aria-label' in state ? { 'aria-label': String(state['aria-label']) } : {}),
      },
    },
  },
  MuiChip: { styleOverrides: { root: { borderRadius: 6, height: 24, fontSize: '0.75rem', fontWeight: 600 } } },
  MuiTextField: {
    defaultProps: { variant: 'outlined', margin: 'none', size: 'small', fullWidth: true },
  },
  MuiFormControl: {
    defaultProps: { variant: 'outlined', margin: 'none', size: 'small', fullWidth: true },
    styleOverrides: { marginDense: { marginTop: 0, marginBottom: 0 } },
  },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: {
        position: 'static',
        transform: 'none',
        marginBottom: 4,
        fontSize: '0.8125rem',
        lineHeight: 1.45,
        fontWeight: 600,
        color: tokens.ink,
        maxWidth: '100%',
        whiteSpace: 'normal',
        pointerEvents: 'auto',
        '&.Mui-focused': { color: tokens.primary },
        '&.Mui-error': { color: tokens.error },
      },
      asterisk: { color: tokens.error },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        backgroundColor: tokens.paper,
        fontSize: '0.875rem',
        minHeight: 38,
        '@media (pointer: coarse)': { minHeight: 44 },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 2 },
      },
      notchedOutline: { top: 0, borderColor: `${tokens.muted}B3`, '& legend': { display: 'none' } },
    },
  },
  MuiInputAdornment: { styleOverrides: { root: { margin: 0 } } },
  MuiFormHelperText: {
    styleOverrides: {
      root: {
        marginInline: 0,
        fontSize: '0.75rem',
        '&:empty': { margin: 0 },
        '&.Mui-disabled': { color: tokens.muted },
      },
    },
  },
  MuiAlert: {
    styleOverrides: {
      root: {
        border: `1px solid ${tokens.line}`,
        backgroundColor: tokens.paper,
        color: tokens.ink,
        '&.MuiAlert-colorError': { borderColor: tokens.error },
        '&.MuiAlert-colorWarning': { borderColor: tokens.warning },
        '&.MuiAlert-colorInfo': { borderColor: tokens.info },
        '&.MuiAlert-colorSuccess': { borderColor: tokens.success },
      },
    },
  },
  MuiLink: { defaultProps: { underline: 'hover' } },
  RaToolbar: {
    styleOverrides: {
      root: {
        backgroundColor: 'transparent',
        borderTop: `1px solid ${tokens.line}`,
        paddingInline: 20,
        '&.RaToolbar-mobileToolbar': { backgroundColor: tokens.paper, zIndex: 3 },
      },
    },
  },
  ...tableOf(tokens),
});
