import Check from '@mui/icons-material/Check';
import UnfoldMore from '@mui/icons-material/UnfoldMore';
import { Box, Button, ListItemIcon, ListItemText, Menu, MenuItem, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Chip } from '../chips.tsx';
import { useEditions, useSwitchEdition } from '../edition.tsx';
import { useFormat } from '../format.ts';

/** The edition every page is within, its phase, and the way to another one. */
export const EditionSwitch = () => {
  const translate = useTranslate();
  const format = useFormat();
  const { edition, editions, pending } = useEditions();
  const switchTo = useSwitchEdition();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  if (pending) return null;
  if (!edition) return <Typography variant="body2">{translate('app.noEdition')}</Typography>;
  const ordinalOf = (ordinal: number) => translate('app.editionOrdinal', { ordinal: format.ordinal(ordinal) });
  return (
    <>
      <Button
        id={`${id}button`}
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? `${id}menu` : undefined}
        aria-description={translate('app.editionSwitch')}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        endIcon={<UnfoldMore sx={{ color: 'text.secondary' }} />}
        sx={{ px: 2, gap: 2, minWidth: 0 }}
      >
        <Box component="span" sx={{ fontSize: '1rem', fontWeight: 700, fontVariantNumeric: 'tabular-nums' }}>
          {edition.year}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'inline' }, fontWeight: 400 }}>
          {ordinalOf(edition.ordinal)}
        </Box>
        <Chip of="EditionPhase" value={edition.phase} />
      </Button>
      <Menu
        id={`${id}menu`}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': `${id}button`, dense: true } }}
      >
        {editions.map((one) => (
          <MenuItem
            key={one.id}
            selected={one.id === edition.id}
            onClick={() => {
              setAnchor(null);
              switchTo(one.year);
            }}
          >
            <ListItemIcon>{one.id === edition.id && <Check fontSize="small" />}</ListItemIcon>
            <ListItemText
              primary={`${one.year} · ${ordinalOf(one.ordinal)}`}
              slotProps={{ primary: { variant: 'body2', sx: { pr: 6 } } }}
            />
            <Chip of="EditionPhase" value={one.phase} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
