import { Box, List, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { useBasename, usePermissions, useTranslate } from 'react-admin';
import { Link, NavLink } from 'react-router-dom';
import { mayOpen, type Role } from '../access.ts';
import { useEdition } from '../edition.tsx';
import { Hidden } from '../Hidden.tsx';
import { Brand } from './Brand.tsx';
import { journey, type Stop } from './journey.ts';

/** The way through an edition, from its preparation to its publication: each role sees only its own stops. */
export const Rail = ({ onLeave }: { readonly onLeave?: () => void }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const { permissions: role } = usePermissions<Role>();
  const edition = useEdition();
  const mine = ({ resource, only, except }: Stop) =>
    mayOpen(role, resource) && role !== except && (only === undefined || only === role);
  const shown = (stop: Stop) => mine(stop) && (edition !== null || !stop.to?.includes(':edition'));
  const stages = journey
    .map(({ stage, stops }) => ({ stage, stops: stops.filter((stop) => shown(stop)) }))
    .filter(({ stops }) => stops.length > 0);
  return (
    <Box component="nav" aria-label={translate('app.menu')} sx={{ py: 3, px: 2 }}>
      <Box
        component={Link}
        to={basename || '/'}
        {...(onLeave ? { onClick: onLeave } : {})}
        sx={{ display: 'block', position: 'relative', color: 'inherit', textDecoration: 'none', borderRadius: 1 }}
      >
        <Brand />
        <Hidden> · {translate('journey.home')}</Hidden>
      </Box>
      {stages.map(({ stage, stops }) => (
        <Box key={stage} sx={{ mt: stage ? 4 : 3 }}>
          {stage && (
            <Typography component="h2" variant="caption" sx={{ px: 3, fontWeight: 600, color: 'text.secondary' }}>
              {translate(stage)}
            </Typography>
          )}
          <List disablePadding>
            {stops.map((stop) => (
              <RailStop key={stop.to ?? stop.resource} stop={stop} onLeave={onLeave} />
            ))}
          </List>
        </Box>
      ))}
    </Box>
  );
};

const RailStop = ({ stop, onLeave }: { readonly stop: Stop; readonly onLeave: (() => void) | undefined }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const edition = useEdition();
  const { resource, icon: Icon } = stop;
  const label = stop.label ? translate(stop.label) : translate(`resources.${resource}.name`, { smart_count: 2 });
  const to = `${basename}${(stop.to ?? `/${resource}`).replace(':edition', edition?.id ?? '')}`;
  return (
    <li>
      <ListItemButton
        component={NavLink}
        to={to}
        end={stop.to === '/' || stop.exact === true}
        {...(onLeave ? { onClick: onLeave } : {})}
        sx={{
          minHeight: 36,
          px: 3,
          py: 1,
          my: 0.5,
          borderRadius: 1,
          '@media (pointer: coarse)': { minHeight: 44 },
          '&.active': { bgcolor: 'action.selected', color: 'primary.main', fontWeight: 650 },
          '&.active .MuiListItemIcon-root': { color: 'primary.main' },
        }}
      >
        <ListItemIcon sx={{ minWidth: 32, color: 'text.secondary' }}>
          <Icon sx={{ fontSize: 20 }} />
        </ListItemIcon>
        <ListItemText primary={label} slotProps={{ primary: { variant: 'body2', sx: { fontWeight: 'inherit' } } }} />
      </ListItemButton>
    </li>
  );
};
