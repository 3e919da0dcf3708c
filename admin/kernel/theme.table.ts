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
      root: { '&:last-child > td': { borderBottom: 0 }, '&:focus-visible': { outlineOffset: '-2px' } },
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
        '& tbody td:first-of-type, & tbody td.MuiTableCell-paddingCheckbox + td': { fontWeight: 600 },
        '& td:first-of-type, & th:first-of-type': { paddingLeft: 16 },
        '& .RaDataTable-row:hover': { backgroundColor: tokens.ground },
      },
    },
  },
  RaBulkActionsToolbar: {
    styleOverrides: {
      root: {
        '& .RaBulkActionsToolbar-toolbar': {
          color: tokens.ink,
          backgroundColor: tokens.paper,
          border: `1px solid ${tokens.primary}`,
          borderRadius: 6,
        },
        '& .RaBulkActionsToolbar-collapsed': { border: 0 },
      },
    },
  },
});
