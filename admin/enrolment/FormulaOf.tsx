import ExpandMore from '@mui/icons-material/ExpandMore';
import { Box, ButtonBase, Card, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';

/** The formula of a score with its values, folded: the same lines as in the reports. */
export const FormulaOf = ({
  formula,
  alone = false,
}: {
  readonly formula: readonly string[];
  readonly alone?: boolean;
}) => {
  const translate = useTranslate();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (formula.length === 0) return null;
  const fold = (
    <Box sx={{ px: 5, py: 2, ...(alone ? {} : { borderTop: 1, borderColor: 'divider' }) }}>
      <ButtonBase
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        sx={{ font: 'inherit', fontSize: '0.875rem', fontWeight: 600, gap: 1, minHeight: 44, ml: -1 }}
      >
        <ExpandMore aria-hidden sx={{ fontSize: 18, transform: open ? 'none' : 'rotate(-90deg)' }} />
        {translate('room.explanation.formula')}
      </ButtonBase>
      {open && (
        <Box id={id} sx={{ pb: 3 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
            {translate('room.explanation.formulaMore')}
          </Typography>
          <Box
            component="ol"
            sx={{ m: 0, p: 0, listStyle: 'none', fontSize: '0.875rem', fontVariantNumeric: 'tabular-nums' }}
          >
            {formula.map((line, i) => (
              <Box
                key={line}
                component="li"
                sx={{ pl: 4, py: 1, textIndent: '-1rem', fontWeight: i === formula.length - 1 ? 650 : 400 }}
              >
                {line}
              </Box>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
  return alone ? <Card sx={{ mb: 4 }}>{fold}</Card> : fold;
};
