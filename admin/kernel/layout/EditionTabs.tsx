import { Box } from '@mui/material';
import { useBasename, usePermissions, useTranslate } from 'react-admin';
import { NavLink } from 'react-router-dom';
import { mayOpen, type Role } from '../access.ts';
import { useEdition } from '../edition.tsx';

const tabs = [
  { resource: 'edition', label: 'room.overview.one', to: '/edition/:edition/show' },
  { resource: 'ranking', label: 'room.ranking.one', to: '/ranking' },
  { resource: 'award', label: 'room.award.one', to: '/award' },
  { resource: 'publication', label: 'room.publication.one', to: '/publication' },
] as const;

/** The pages of one edition, side by side: each is a page of its own, with its address. */
export const EditionTabs = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const edition = useEdition();
  const { permissions: role } = usePermissions<Role>();
  const open = tabs.filter(({ resource }) => mayOpen(role, resource));
  if (!edition || open.length < 2) return null;
  return (
    <Box
      component="nav"
      aria-label={translate('room.overview.tabs')}
      sx={{ display: 'flex', gap: 1, mb: 5, borderBottom: 1, borderColor: 'divider', overflowX: 'auto' }}
    >
      {open.map(({ resource, label, to }) => (
        <Box
          key={resource}
          component={NavLink}
          to={`${basename}${to.replace(':edition', edition.id)}`}
          sx={{
            px: 3,
            py: 2,
            mb: '-1px',
            whiteSpace: 'nowrap',
            fontWeight: 600,
            color: 'text.secondary',
            textDecoration: 'none',
            borderBottom: '2px solid transparent',
            '@media (pointer: coarse)': { py: 3 },
            '&:hover': { color: 'text.primary' },
            '&:focus-visible': { outlineOffset: '-2px' },
            '&.active': { color: 'primary.main', borderColor: 'primary.main' },
          }}
        >
          {translate(label)}
        </Box>
      ))}
    </Box>
  );
};
