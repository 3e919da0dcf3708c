import { Link as MuiLink } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetPathForRecord } from 'react-admin';
import { Link } from 'react-router-dom';

/** The name of a row as a link to its record: the way in for a keyboard, and for a new tab. */
export const RecordLink = ({ children }: { readonly children: ReactNode }) => {
  const path = useGetPathForRecord();
  if (!path) return children;
  return (
    <MuiLink component={Link} to={path} color="inherit" onClick={(event) => event.stopPropagation()}>
      {children}
    </MuiLink>
  );
};
