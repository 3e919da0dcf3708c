import { type Theme, ThemeProvider } from '@mui/material/styles';
import { type ReactNode, useCallback } from 'react';
import { useTranslate } from 'react-admin';

/** The wheels and lines that react-admin shows while it waits have no name: here they take the one that ours have. */
export const NamedProgress = ({ children }: { readonly children: ReactNode }) => {
  const name = useTranslate()('state.loading');
  const named = useCallback(
    (theme: Theme) => {
      const progress = { defaultProps: { 'aria-label': name } };
      return {
        ...theme,
        components: { ...theme.components, MuiCircularProgress: progress, MuiLinearProgress: progress },
      };
    },
    [name],
  );
  return <ThemeProvider theme={named}>{children}</ThemeProvider>;
};
