import { Box, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import type { EnrolGroup } from './registration.graphql.ts';

/** What would become of a selection, number by number, each with the structures behind it. */
export const EnrolGroups = ({ groups }: { readonly groups: readonly EnrolGroup[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {groups
        .filter(({ verdict, count }) => verdict === 'NEW' || count > 0)
        .map(({ verdict, count, structures }) => (
          <Box component="details" key={verdict} sx={{ borderBottom: 1, borderColor: 'divider', pb: 2 }}>
            <Box component="summary" sx={{ cursor: 'pointer', py: 1 }}>
              <strong>{format.number(count)}</strong> {translate(`registration.staff.verdict.${verdict}`)}
              {count > structures.length && (
                <Typography component="span" variant="body2" sx={{ color: 'text.secondary', ml: 2 }}>
                  ({translate('registration.staff.firstOf', { count: structures.length })})
                </Typography>
              )}
            </Box>
            <Box component="ul" sx={{ m: 0, pl: 5, columns: { sm: 2 } }}>
              {structures.map(({ id, name, departmentCode }) => (
                <li key={id}>
                  <Link to={`${basename}/structure/${id}/show`}>{name}</Link>
                  {departmentCode && ` (${departmentCode})`}
                </li>
              ))}
            </Box>
          </Box>
        ))}
    </Box>
  );
};
