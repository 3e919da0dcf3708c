import type { RaThemeOptions } from 'react-admin';
import type { Tokens } from './tokens.ts';

/** Tables: rows of 40 px, figures that line up, a quiet heading, lines instead of boxes. */
export const tableOf = (tokens: Tokens): NonNullable<RaThemeOptions['components']> => ({
  MuiTableCell: {
    styleOverrides: {
      root: {
        borderBottom: `1px solid ${tokens.line}`,
        fontSize: '0.875rem',
        lineHeight: 1.45,
        fontVariantNumeric: 'tabular-nums',
        '&.MuiTableCell-paddingCheckbox': { padding: '0 4px 0 8px', width: 44 },
      },
      sizeSmall: { padding: '4px 12px', height: 40 },
      head: { color: tokens.muted, fontSize: '0.75rem', fontWeight: 600, whiteSpace: 'nowrap', height: 36 },
    },
  },
  MuiTableRow: {
    styleOverrides: {
      root: { 'tbody > &:last-child > :is(td, th)': { borderBottom: 0 }, '&:focus-visible': { outlineOffset: '-2px' } },
    },
  },
  MuiTableSortLabel: { styleOverrides: { root: { '&.Mui-active': { color: tokens.ink } } } },
  MuiTablePagination: {
    styleOverrides: {
      root: { border: 0, color: tokens.muted },
      toolbar: { minHeight: 48 },
      displayedRows: { fontVariantNumeric: 'tabular-nums' },
    },
  },
  RaDataTable: {
    styleOverrides: {
      root: {
        '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
        '& .RaDataTable-headerCell': { backgroundColor: tokens.paper },
        '& .RaDataTable-row > td:first-of-type': { fontWeight: 600 },
        '& td.MuiTableCell-paddingCheckbox + td, & td.RaDataTable-expandIconCell + td': { fontWeight: 600 },
        '& td:first-of-type, & th:first-of-type': { paddingLeft: 16 },
        '& .RaDataTable-row:hover': { backgroundColor: tokens.ground },
      },
    },
  },
  RaBulkActionsToolbar: {
    styleOverrides: {
      root: {
        '& .RaBulkActionsToolbar-toolbar': {
          // It stands over the line that counts the rows, so that nothing moves under the hand that ticks.
          transform: 'translateY(-100%)',
          height: 'auto',
          minHeight: 59,
          paddingInline: 16,
          color: tokens.ink,
          backgroundColor: tokens.ground,
          borderTop: `1px solid ${tokens.line}`,
          borderRadius: 0,
        },
        '& .RaBulkActionsToolbar-collapsed': { minHeight: 0, height: 0, border: 0 },
        '& .RaBulkActionsToolbar-title': { display: 'flex', alignItems: 'center', gap: 8 },
      },
    },
  },
});
